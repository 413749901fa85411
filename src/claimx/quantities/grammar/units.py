"""What a number is of: currency before or after it, unit, percentage, times, and the rate it is at."""

from collections.abc import Sequence

from msgspec.structs import replace

from claimx.model import Direction
from claimx.quantities.grammar.denominators import Denominators
from claimx.quantities.grammar.implied import ImpliedUnits
from claimx.quantities.grammar.lexicon import Lexicon
from claimx.quantities.grammar.meanings import UnitSense
from claimx.quantities.grammar.phrases import Phrases
from claimx.quantities.grammar.senses import Senses, written_so
from claimx.quantities.grammar.term import NO_SCALE, Term
from claimx.quantities.grammar.tokens import FIGURE, HYPHENS, SIGN, WORD, Token, past_hyphen
from claimx.quantities.spans import SPANS_OF_TIME

_OF = "of"
_HALVES = frozenset({None, 2, 4})
"""Parts that take a unit without *of*: half an hour; a fifth a year is a rate."""
_ONE = frozenset({"one", "1"})
_OWNING = frozenset({"'s", "’s", "'", "’", "-"})
_OF_AGE = " of age"
_DESCRIBED = {False: frozenset({"duration", "measure", "money"}), True: frozenset({"measure"})}
"""Kinds of the units after an adjective, and after a hyphenated word."""


class Units:
    """Reads the units of a number by the senses of a lexicon."""

    def __init__(self, lexicon: Lexicon, senses: Senses, denominators: Denominators) -> None:
        self._lexicon = lexicon
        self._senses = senses
        self._denominators = denominators
        self._articles = lexicon.form_words["article"]
        self._and = lexicon.form_words["and"]
        self._minus = frozenset(word for word in lexicon.form_words["sign"] if word.isalpha())
        self._old: Phrases[str] = Phrases()
        for phrase in lexicon.form_words["age"]:
            self._old.add(phrase, phrase)
        self._implied = ImpliedUnits(lexicon)
        self._age_rule = lexicon.rule("age")
        self._adjectives = lexicon.form_words["adjective"]
        self._adjective_rule = lexicon.rule("adjective")
        self._systems = lexicon.form_words["system"]
        self._system_rule = lexicon.rule("system")
        self._hyphen_rule = lexicon.rule("hyphenated")

    def attach(self, tokens: Sequence[Token], term: Term, money: tuple[int, UnitSense] | None) -> Term:
        """The term with its unit, its age words and its rate."""
        if term.ordinal or term.code:
            return term
        term = self._measured(tokens, term) if money is None else self._paid(tokens, term, *money)
        return self._denominators.attach(tokens, term)

    def and_part(self, tokens: Sequence[Token], term: Term, floor: int) -> Term:
        """A fraction with the one unit before it that it adds to: a day and a half."""
        first = term.first - 3
        if term.kind != "fraction" or first < floor or tokens[term.first - 1].low not in self._and:
            return term
        found = self._senses.after(tokens, first + 1) if tokens[first].low in self._articles else None
        if found is None or found[0] != term.first - 1:
            return term
        whole = _with_unit(replace(term, first=first, core=(first, term.last)), found[1])
        return replace(whole, value=None if whole.value is None else whole.value + found[1].factor)

    def _paid(self, tokens: Sequence[Token], term: Term, start: int, sense: UnitSense) -> Term:
        first = start
        signed = tokens[first - 1].low in ("-", "−") and tokens[first].glued and not tokens[first - 1].glued
        if signed or tokens[first - 1].low in self._minus:
            first -= 1
            term = replace(term, value=None if term.value is None else -term.value)
        last = term.last
        found = self._senses.after(tokens, last)
        if found is not None and found[1].kind == "money" and not found[1].near:
            last = found[0]
            sense = found[1] if found[1].factor == sense.factor else sense
        for end, country in self._lexicon.money_after_sign.after(tokens, term.last):
            if written_so(tokens, term.last, end, country):
                last, sense = end, country
                break
        return _with_unit(replace(term, first=first, last=last), sense)

    def _measured(self, tokens: Sequence[Token], term: Term) -> Term:
        times = self._times(tokens, term)
        if times is not None:
            return times
        found = self._unit_at(tokens, term.last) or self._of_unit(tokens, term)
        described = None if found else self._described(tokens, term)
        found = found or described
        if found is None:
            return self._implied.of_bare(tokens, term)
        (last, sense), first = found, term.last
        hyphen = tokens[first].low in HYPHENS
        term = self._scaled(tokens, _with_unit(replace(term, last=last), sense), sense)
        if hyphen:
            term = replace(term, hyphenated=True, rules=(*term.rules, self._hyphen_rule))
        if described:
            term = replace(term, rules=(*term.rules, self._adjective_rule))
        if self._names_system(tokens, first, last):
            term = replace(term, rules=(*term.rules, self._system_rule))
        return self._aged(tokens, term) if sense.kind == "duration" else self._implied.below_zero(tokens, term)

    def _scaled(self, tokens: Sequence[Token], term: Term, sense: UnitSense) -> Term:
        """With the scale word after its code or sign: 75 USD | million."""
        token = tokens[term.last]
        worth = self._lexicon.scale.get(token.low) or self._lexicon.letters.get(token.text)
        code = sense.exact is not None or tokens[term.last - 1].kind == SIGN
        if worth is None or not (code and sense.kind == "money" and term.scale == NO_SCALE and term.value is not None):
            return term
        rules = (*term.rules, worth.rule)
        return replace(term, last=term.last + 1, value=term.value * worth.value, scale=worth.value, rules=rules)

    def _of_unit(self, tokens: Sequence[Token], term: Term) -> tuple[int, UnitSense] | None:
        """The unit of a fraction or magnitude: half an hour, a quarter of a mile, thousands of pounds."""
        i = past_hyphen(tokens, term.last)
        if term.kind == "fraction" or (term.value is not None and term.value < 1):
            article = i + 1 if tokens[i].low == _OF else i
            single = article > i and tokens[article].low in _ONE
            if article == i and term.denominator not in _HALVES:
                return None
            i = article + 1 if single or tokens[article].low in self._articles else -1
        else:
            i = i + 1 if tokens[i].low == _OF and term.vague is not None else -1
        if i < 0:
            return None
        return self._unit_at(tokens, i)

    def _unit_at(self, tokens: Sequence[Token], i: int) -> tuple[int, UnitSense] | None:
        """The unit at token i, in brackets or not, or the measure after the system that it belongs to: US pints."""
        found = self._senses.after(tokens, i) or self._senses.bracketed(tokens, i)
        if found is not None or tokens[i].low not in self._systems:
            return found
        found = self._senses.after(tokens, i + 1)
        return found if found is not None and found[1].kind == "measure" else None

    def _names_system(self, tokens: Sequence[Token], first: int, last: int) -> bool:
        return any(token.low in self._systems for token in tokens[first : last - 1])

    def _described(self, tokens: Sequence[Token], term: Term) -> tuple[int, UnitSense] | None:
        """The unit of time or measure after an adjective: 30 working days, 32 more gigawatts, 12 state-owned acres."""
        i = term.last
        joined = tokens[i].kind == WORD and past_hyphen(tokens, i + 1) == i + 2 and tokens[i + 2].kind == WORD
        if tokens[i].glued or not (joined or tokens[i].low in self._adjectives):
            return None
        found = self._senses.after(tokens, i + 3 if joined else i + 1)
        return found if found is not None and found[1].kind in _DESCRIBED[joined] else None

    def _times(self, tokens: Sequence[Token], term: Term) -> Term | None:
        """Three times as many (a multiple), three times a week (counted), 3x, 20-fold."""
        j = past_hyphen(tokens, term.last)
        low = tokens[j].low
        fold = self._lexicon.folds.get(low)
        if fold is not None and tokens[j].glued:
            direction = None if tokens[j + 1].low in fold.levels else fold.direction
            return _multiple(term, j + 1, direction, fold.rule)
        if term.unit == "time":
            return self._counted(tokens, term, term.last)
        rule = self._lexicon.times.get(low)
        if rule is None:
            return None
        if low == "x":
            if tokens[j].text != low or (tokens[j + 1].glued and tokens[j + 1].kind == FIGURE):
                return None
            return _multiple(term, j + 1, None, rule) if tokens[j].glued else None
        return self._counted(tokens, replace(term, rules=(*term.rules, rule)), j + 1)

    def _counted(self, tokens: Sequence[Token], term: Term, last: int) -> Term:
        """So many times: a multiple before a comparison, or where it is no whole number; else occasions."""
        follows = [] if _tells_when(tokens, last) else self._lexicon.times_next.after(tokens, last)
        if follows and self._denominators.read(tokens, last, money=False) is None:
            direction, comparison = follows[0][1]
            return _multiple(term, last, direction, comparison)
        if term.value is not None and term.value != term.value.to_integral_value():
            return _multiple(term, last, None)
        return replace(term, last=last, unit="time")

    def _aged(self, tokens: Sequence[Token], term: Term) -> Term:
        """Years old, 25-year-old."""
        j = past_hyphen(tokens, term.last)
        ends = self._old.after(tokens, j)
        if not ends or term.unit is None or term.unit.endswith(_OF_AGE):
            return term
        unit = f"{term.unit}{_OF_AGE}"
        return replace(term, last=ends[0][0], unit=unit, age=True, rules=(*term.rules, self._age_rule))


def _tells_when(tokens: Sequence[Token], i: int) -> bool:
    """Whether *this year* begins at token i, and not *this year's*, of which something could be a multiple."""
    return tokens[i].low == "this" and tokens[i + 1].low in SPANS_OF_TIME and tokens[i + 2].low not in _OWNING


def _multiple(term: Term, last: int, direction: Direction | None, *rules: str) -> Term:
    return replace(term, last=last, kind="multiple", unit=None, direction=direction, rules=(*term.rules, *rules))


def _with_unit(term: Term, sense: UnitSense) -> Term:
    """The term in base units of the sense. A fraction of a unit is a number of it: half an hour is 0.5 hour."""
    value = term.value
    if term.numerator is not None and term.denominator is not None:
        value = type(term.scale)(term.numerator) / term.denominator
    if value is not None:
        value = value * sense.factor
    unit, _, per = sense.name.partition(" per ")
    return replace(
        term,
        kind=sense.kind,
        unit=unit,
        per=per or None,
        value=value,
        numerator=None,
        denominator=None,
        factor=sense.factor,
        rules=(*term.rules, sense.rule),
    )
