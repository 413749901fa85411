"""The rulebook's lexicons of numbers, units and comparators, compiled into tables for look-up by token."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import chain

from claimx.model import Direction
from claimx.quantities.grammar.meanings import Compared, Joint, Multiple, UnitSense, Worth
from claimx.quantities.grammar.phrases import Phrases
from claimx.quantities.grammar.tokens import words_of
from claimx.rulebook import Rulebook
from claimx.rulebook.kinds.quantity import (
    ComparatorPhrases,
    Intensifiers,
    Join,
    MultipleWords,
    NoteNames,
    NumberForm,
    NumberWords,
    RatePhrases,
    ScaleLetters,
)
from claimx.rulebook.kinds.unit import CompoundUnit, Currency, Unit
from claimx.rulebook.kinds.wording import UnitNouns


class Lexicon:
    """All tables of one rulebook."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.small: dict[str, Worth] = {}
        self.tens: dict[str, Worth] = {}
        self.scale: dict[str, Worth] = {}
        self.slang: dict[str, Worth] = {}
        self.ordinal: dict[str, Worth] = {}
        self.part: dict[str, Worth] = {}
        self.magnitude: dict[str, Worth] = {}
        self.decade: dict[str, Worth] = {}
        self._number_words(rulebook)
        self.plural_parts = {f"{word}s": worth for word, worth in self.ordinal.items() if worth.value > 2} | {
            word: worth for word, worth in self.part.items() if word.endswith("s")
        }
        """The names of parts that are so by their form: thirds, quarters."""
        self.letters: dict[str, Worth] = {}
        self.money_letters: dict[str, Worth] = {}
        self.unitless_letters: dict[str, Worth] = {}
        self.attached_letters: dict[str, Worth] = {}
        self.counting_letters: dict[str, Worth] = {}
        letter_tables = {
            "always": self.letters,
            "money": self.money_letters,
            "no-unit": self.unitless_letters,
            "attached": self.attached_letters,
            "counting": self.counting_letters,
        }
        for rule in rulebook.of(ScaleLetters):
            worths = {letter: Worth(Decimal(value), rule.id) for letter, value in rule.letters.items()}
            letter_tables[rule.when].update(worths)
        self.forms: dict[str, NumberForm] = {rule.form: rule for rule in rulebook.of(NumberForm)}
        self.form_words: dict[str, frozenset[str]] = {
            rule.form: frozenset(rule.words) for rule in rulebook.of(NumberForm)
        }
        self.multiples: dict[str, Multiple] = {}
        self.compared: dict[str, Multiple] = {}
        """Words that multiply only before a comparison: half as many."""
        self.adverbs: dict[str, Worth] = {}
        """Words for so many times: twice."""
        self.notes = {
            word: (value, rule.currency, rule.id)
            for rule in rulebook.of(NoteNames)
            for word, value in rule.words.items()
        }
        """Names of notes, which are sums by themselves: what they are worth, in which currency, by which rule."""
        self.folds: dict[str, Multiple] = {}
        self.times: dict[str, str] = {}
        self.times_next: Phrases[tuple[Direction | None, str]] = Phrases()
        self._multiples(rulebook)
        self.units: Phrases[UnitSense] = Phrases()
        self.money_before: Phrases[UnitSense] = Phrases()
        self.money_after_sign: Phrases[UnitSense] = Phrases()
        self.prefixes: frozenset[str] = frozenset(self._units(rulebook))
        self.compounds = {
            (big, small): (Decimal(count), rule.id)
            for rule in rulebook.of(CompoundUnit)
            for big, parts in rule.parts.items()
            for small, count in parts.items()
        }
        """By both units, the second empty where the number has none: six foot two."""
        self.compounds |= {
            (code, small): (Decimal(100), rule.id)
            for rule in rulebook.of(CompoundUnit)
            for code in rule.hundredths
            for small in (code, "")
        }
        self.links = frozenset(link for rule in rulebook.of(CompoundUnit) for link in rule.links)
        self.compound_joins = frozenset(words_of(phrase) for rule in rulebook.of(CompoundUnit) for phrase in rule.joins)
        self.before: Phrases[Compared] = Phrases()
        self.after: Phrases[Compared] = Phrases()
        self.marks = frozenset(noun for rule in rulebook.of(ComparatorPhrases) for noun in rule.marks)
        self.intensifiers: Phrases[str] = Phrases()
        self._comparators(rulebook)
        self.rate_stops = frozenset(word for rule in rulebook.of(RatePhrases) for word in rule.not_before)
        self.rate_leads: Phrases[RatePhrases] = Phrases()
        self.rate_phrases: Phrases[tuple[str, str]] = Phrases()
        self.rate_nouns: Phrases[str] = Phrases()
        self._rates(rulebook)
        self.singulars = {many: one for rule in rulebook.of(UnitNouns) for many, one in rule.singulars.items()}
        self.opens: Phrases[Joint] = Phrases()
        self.between: dict[tuple[str, ...], dict[str, Joint]] = {}
        self._joins(rulebook)

    def rule(self, form: str) -> str:
        """The id of the rule of a form."""
        return self.forms[form].id

    def anchors(self) -> Iterator[str]:
        """Every word that is a number or part of one by itself."""
        yield from chain(self.small, self.tens, self.scale, self.ordinal, self.part, self.magnitude)
        yield from chain(self.decade, self.multiples, self.adverbs, self.notes)

    def _number_words(self, rulebook: Rulebook) -> None:
        tables = {
            "small": self.small,
            "tens": self.tens,
            "scale": self.scale,
            "group": self.scale,
            "slang": self.slang,
            "ordinal": self.ordinal,
            "part": self.part,
            "magnitude": self.magnitude,
            "decade": self.decade,
        }
        for rule in rulebook.of(NumberWords):
            for word, value in rule.words.items():
                tables[rule.role][word] = Worth(Decimal(value), rule.id)

    def _multiples(self, rulebook: Rulebook) -> None:
        for rule in rulebook.of(MultipleWords):
            self.adverbs.update({word: Worth(Decimal(value), rule.id) for word, value in rule.adverbs.items()})
            for word, value in rule.words.items():
                multiple = Multiple(value, rule.direction, rule.id, frozenset(rule.levels), frozenset(rule.only_before))
                (self.compared if rule.only_before else self.multiples)[word] = multiple
            for ending in rule.endings:
                self.folds[ending] = Multiple(Decimal(1), rule.direction, rule.id, frozenset(rule.levels))
            self.times.update(dict.fromkeys(rule.units, rule.id))
            for phrase in rule.next:
                self.times_next.add(phrase, (rule.direction, rule.id))
        for ending, fold in self.folds.items():
            for word, worth in chain(self.small.items(), self.tens.items(), self.scale.items()):
                self.multiples[word + ending] = replace(fold, value=worth.value)

    def _units(self, rulebook: Rulebook) -> Iterator[str]:
        """Fills the unit tables; yields the forms that may be attached to the front of digits."""
        rules: list[Unit | Currency] = [*rulebook.of(Unit), *rulebook.of(Currency)]
        rules.sort(key=lambda rule: (not _conditional(rule), not rule.exact))
        for rule in rules:
            for name, forms in rule.written() if isinstance(rule, Unit) else rule.currencies.items():
                for form in forms:
                    sense = _sense(rule, name, form)
                    if isinstance(rule, Unit) or rule.after:
                        self.units.add(form, sense)
                    elif rule.with_sign:
                        self.money_after_sign.add(form, sense)
                    if isinstance(rule, Currency) and rule.before:
                        self.money_before.add(form, sense)
                        if form[-1].isalpha():
                            yield form

    def _comparators(self, rulebook: Rulebook) -> None:
        for rule in rulebook.of(ComparatorPhrases):
            compared = Compared(
                rule.sign, rule.id, frozenset(rule.not_after), frozenset(rule.unless), frozenset(rule.moving)
            )
            for phrase in rule.spelt(rule.before):
                self.before.add(phrase, compared)
            for phrase in rule.marking:
                self.before.add(phrase, replace(compared, marking=True))
            for phrase in rule.spelt(rule.after):
                self.after.add(phrase, Compared(rule.sign, rule.id))
            for phrase in rule.final:
                self.after.add(phrase, Compared(rule.sign, rule.id, final=True))
        for words in rulebook.of(Intensifiers):
            for phrase in words.words:
                self.intensifiers.add(phrase, words.id)

    def _rates(self, rulebook: Rulebook) -> None:
        for rule in rulebook.of(RatePhrases):
            for lead in rule.leads:
                self.rate_leads.add(lead, rule)
            for name, forms in rule.nouns.items():
                for form in forms:
                    self.rate_nouns.add(form, name)
            for name, forms in rule.phrases.items():
                for form in forms:
                    self.rate_phrases.add(form, (name, rule.id))

    def _joins(self, rulebook: Rulebook) -> None:
        for rule in rulebook.of(Join):
            joint = Joint(rule.join, rule.id)
            for phrase in rule.opens:
                self.opens.add(phrase, joint)
            for phrase in rule.between:
                self.between.setdefault(words_of(phrase), {})[rule.join] = joint


def _conditional(rule: Unit | Currency) -> bool:
    """Whether a rule asks for words around the number, so that its senses go before the plain ones."""
    return bool(rule.near or (rule.next if isinstance(rule, Unit) else rule.lands))


def _sense(rule: Unit | Currency, name: str, form: str) -> UnitSense:
    return UnitSense(
        name=name,
        kind=rule.measures if isinstance(rule, Unit) else "money",
        rule=rule.id,
        exact=form.replace(" ", "") if rule.exact else None,
        factor=rule.factor,
        large_only=rule.large_only,
        scaled_only=isinstance(rule, Currency) and rule.scaled_only,
        attached=rule.attached,
        near=frozenset(rule.lands.get(name, rule.near) if isinstance(rule, Currency) else rule.near),
        next=frozenset(rule.next) if isinstance(rule, Unit) else frozenset(),
        alone=isinstance(rule, Currency) and rule.alone,
        apart=isinstance(rule, Unit) and rule.apart,
        unpaired=isinstance(rule, Unit) and rule.unpaired,
    )
