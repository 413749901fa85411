"""Units that a word beside a bare number implies: *a death toll of 300*, *two die*, *visitor numbers*."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from msgspec.structs import replace as with_fields

from claimx.model import Kind, Quantity
from claimx.nlp import Token
from claimx.nlp.nounphrases import is_hyphen
from claimx.nlp.phrases import is_plural, lemma, singular
from claimx.quantities.judging.reading import Reading
from claimx.quantities.spans import SPANS_OF_TIME
from claimx.rulebook import Rulebook
from claimx.rulebook.kinds.wording import CountedNouns

_AMOUNTS = frozenset({"number", "total", "count", "figure"})
_NUMBERS = frozenset({"number", "total", "count", "base", "output", "production"})
"""Amounts that count what stands before them: *visitor numbers*, *its customer base*, *car output*; not the publisher
of *council figures*."""
_DESCRIBING = frozenset({"compound", "amod", "nmod"})
_NEAR = 5
_MORE = frozenset(
    {"more", "other", "others", "are", "were", "been", "reported", "confirmed", "feared", "found", "presumed"}
)
"""Words between a number and what befell those whom it counts: *12 others were hurt*."""
_QUOTED = frozenset({"dollar", "greenback", "euro", "pound", "sterling", "yen", "franc"})
"""Currencies that the others are quoted against."""
_ON_VOTES = frozenset({"with", "on"})
_SHARE = "%"
_WHOLE = 100
_READ = frozenset({"degree", "magnitude"})


class Announced:
    """Finds implied units by the nouns and verbs of one rulebook. `irregular`: plurals with singulars of their own."""

    def __init__(self, rulebook: Rulebook, irregular: Mapping[str, str]) -> None:
        self._irregular = irregular
        self._implied: dict[str, list[CountedNouns]] = {}
        self._places: dict[str, tuple[Decimal | int, str, str]] = {}
        self._groups: dict[str, tuple[str, str]] = {}
        self._subjects: dict[str, tuple[str, str]] = {}
        self._objects: dict[str, tuple[str, str]] = {}
        self._answers: dict[str, str] = {}
        self._deeds: dict[str, tuple[str, str]] = {}
        self._scales: dict[str, tuple[str, str]] = {}
        self._read: dict[str, tuple[str, str]] = {}
        self._exchanged: dict[str, tuple[str, str]] = {}
        for rule in sorted(rulebook.of(CountedNouns), key=lambda rule: -rule.least):
            for noun in rule.units:
                self._implied.setdefault(noun, []).append(rule)
            self._places.update({place: (rule.least, unit, rule.id) for place, unit in rule.places.items()})
            self._groups.update({noun: (unit, rule.id) for noun, unit in rule.groups.items()})
            self._subjects.update({verb: (unit, rule.id) for verb, unit in rule.verbs.items()})
            self._objects.update({verb: (unit, rule.id) for verb, unit in rule.objects.items()})
            self._deeds.update({verb: (unit, rule.id) for verb, unit in rule.deeds.items()})
            self._read.update({noun: (unit, rule.id) for noun, unit in rule.readings.items()})
            self._exchanged.update({name: (unit, rule.id) for name, unit in rule.exchanged.items()})
            self._answers.update(dict.fromkeys(rule.answers, rule.id))
            self._scales.update({noun: (unit, rule.id) for noun, unit in rule.scales.items()})

    def by_word_after(self, reading: Reading) -> Reading | None:
        """*31 dead*, *12 hurt*, *150 more injured*."""
        assert reading.mention is not None
        for word in reading.mention.doc[reading.mention.end : reading.mention.end + _NEAR]:
            if word.pos_ in {"ADJ", "VERB"} and word.lower_ in self._implied:
                return self._implying(reading, word.lower_)
            if word.lower_ not in _MORE and word.tag_ != "RB":
                break
        return None

    def by_bare_verb(self, reading: Reading, noun: Token) -> Reading | None:
        """*About 23,000 die*, where the parse takes the verb for a noun: nothing in the plural would look so."""
        several = noun.tag_ == "NN" and (reading.quantity.value or 0) > 1
        found = (self._subjects.get(noun.lower_) or self._deeds.get(noun.lower_)) if several else None
        return _in_unit_of(reading, found)

    def by_deed(self, reading: Reading) -> Reading | None:
        """*300 signed up*, *Some 40 were rescued*, *with two million registered*, *with 40 waiting outside*."""
        assert reading.mention is not None
        for word in reading.mention.doc[reading.mention.end : reading.mention.end + _NEAR]:
            if word.pos_ == "VERB" and (word.tag_ != "VBG" or word.dep_ == "acl"):
                return _in_unit_of(reading, self._deeds.get(lemma(word)) or self._objects.get(lemma(word)))
            if word.pos_ not in {"AUX", "ADV"} and word.lower_ not in _MORE:
                break
        return None

    def by_scale(self, reading: Reading) -> Reading | None:
        """*A magnitude 6.5 quake*, *of magnitude 7*, *a 9.2 quake*."""
        assert reading.mention is not None
        first, last = reading.mention[0], reading.mention[-1]
        before = [
            token.lower_ for token in first.doc[max(first.i - 2, first.sent.start) : first.i] if token.text != "-"
        ]
        after = last.nbor().lower_ if last.i + 1 < last.sent.end else ""
        glued = first.lower_.partition("-")[0]
        found = self._scales.get(glued) or (self._scales.get(before[-1]) if before else None)
        found = found or (self._read.get(after) if before and before[-1] in {"a", "an", "the"} else None)
        return reading.refined(in_unit(reading.quantity, found[0]), found[1]) if found is not None else None

    def by_exchange(self, reading: Reading) -> Reading | None:
        """*The rupee fell to 83 to the dollar*, *the baht closed at 35 against the US dollar*."""
        assert reading.mention is not None
        doc, mention = reading.mention.doc, reading.mention
        following = [token.lower_ for token in doc[mention.end : mention.end + 4]]
        against = following[:2] in (["against", "the"], ["versus", "the"]) and not _QUOTED.isdisjoint(following[2:])
        if reading.quantity.per not in _QUOTED and not against:
            return None
        for i in range(mention.start - 1, mention[0].sent.start - 1, -1):
            found = self._exchanged.get(lemma(doc[i]))
            if found is not None:
                per = reading.quantity.per or next((word for word in following if word in _QUOTED), None)
                return reading.refined(with_fields(reading.quantity, kind="money", unit=found[0], per=per), found[1])
        return None

    def by_answer(self, reading: Reading, earlier: Sequence[Reading]) -> Reading | None:
        """*56% backed the plan, 23 opposed it*: who answers after a share is told in shares too."""
        assert reading.mention is not None
        root, last = reading.mention.root, earlier[-1] if earlier else None
        rule = self._answers.get(lemma(root.head)) if root.dep_ in {"nsubj", "nsubjpass"} else None
        if rule is None or last is None or last.quantity.kind != "percentage" or last.mention is None:
            return None
        size, start = reading.quantity.value, root.doc[max(root.sent.start - 1, 0)].sent.start
        if size is None or size > _WHOLE or last.mention.start < start:
            return None
        return reading.refined(in_unit(reading.quantity, _SHARE), rule)

    def by_group(self, reading: Reading) -> Reading | None:
        """*A crew of six*."""
        assert reading.mention is not None
        before = reading.mention.doc[max(reading.mention.start - 2, 0) : reading.mention.start]
        if len(before) < 2 or before[1].lower_ != "of":
            return None
        return _in_unit_of(reading, self._groups.get(lemma(before[0])))

    def by_noun(self, reading: Reading, noun: Token) -> Reading | None:
        """The reading with the unit that a noun implies, by itself or with the noun before it; an amount counts what
        stands before it: *visitor numbers*."""
        compound = next((child for child in noun.children if child.dep_ == "compound"), None)
        names = [f"{_whole_word(child)} {lemma(noun)}" for child in noun.children if child.dep_ in _DESCRIBING]
        if compound is None and noun.i > noun.sent.start:
            names.append(f"{noun.nbor(-1).lower_} {lemma(noun)}")
        for name in (*names, lemma(noun), str(noun.lower_)):
            if name in self._implied and not _is_whole(reading, noun):
                return self._implying(reading, name)
        if compound is not None and lemma(noun) in _NUMBERS and not compound.ent_type_:
            return self.counting(reading, compound)
        return None

    def by_verb(self, reading: Reading, verb: Token) -> Reading | None:
        """*Two die as trawler sinks*, *the blast killed two*: what befalls persons alone counts persons."""
        assert reading.mention is not None
        root = reading.mention.root
        role = root.head.dep_ if root.head.lower_ in _MORE else root.dep_
        found = None
        if role in {"nsubj", "nsubjpass"}:
            found = self._subjects.get(lemma(verb)) or (self._objects.get(lemma(verb)) if role == "nsubjpass" else None)
        elif role in {"dobj", "obj"}:
            found = self._objects.get(lemma(verb))
        return _in_unit_of(reading, found)

    def by_whole(self, reading: Reading) -> Reading | None:
        """*Would add 300 to the workforce*: what is added to a number of things is more of them."""
        assert reading.mention is not None
        root = reading.mention.root
        if root.dep_ not in {"dobj", "obj"} or lemma(root.head) != "add":
            return None
        wholes = (one for child in root.head.children if child.lower_ == "to" for one in child.children)
        whole = next((one for one in wholes if one.i > root.i and one.dep_ == "pobj"), None)
        return self.by_noun(reading, whole) if whole is not None else None

    def by_place(self, reading: Reading) -> Reading | None:
        """*Came fourth with 2,797*, *pushed into third on 3,204*: the votes of those who come so far in an election."""
        assert reading.mention is not None
        first, size = reading.mention[0], reading.quantity.value
        before = first.doc[max(first.i - 2, first.sent.start) : first.i]
        if len(before) < 2 or before[1].lower_ not in _ON_VOTES or size is None:
            return None
        least, unit, rule = self._places.get(before[0].lower_, (size + 1, "", ""))
        return reading.refined(in_unit(reading.quantity, unit), rule) if size >= least else None

    def befalls(self, verb: Token) -> bool:
        """Whether what a verb says befalls persons alone: *die*, *injure*."""
        return lemma(verb) in self._subjects or lemma(verb) in self._objects

    def of_amount(self, noun: Token) -> Token | None:
        """What a noun such as *number* counts, in the plural."""
        if not is_amount(noun):
            return None
        counted = [one for child in noun.children if child.lower_ == "of" for one in child.children]
        return next((one for one in counted if is_plural(one) or one.lower_ == "people"), None)

    def counting(self, reading: Reading, noun: Token) -> Reading:
        """The reading as a count of the noun; of a duration where that is a span of time."""
        unit = singular(noun, self._irregular)
        return reading.refined(in_unit(reading.quantity, unit.lower() if noun.i == noun.sent.start else unit))

    def _implying(self, reading: Reading, noun: str) -> Reading | None:
        """The reading with the unit that the noun implies for figures of its size."""
        size = reading.quantity.value or reading.quantity.high or 0
        change = reading.quantity.change
        size = max(size, change.from_) if change is not None and change.from_ is not None else size
        for rule in self._implied[noun]:
            unit, within = rule.units[noun], size >= rule.least and (rule.most is None or size <= rule.most)
            if within and not (unit == _SHARE and size > _WHOLE):
                return reading.refined(in_unit(reading.quantity, unit), rule.id)
        return None


def _is_whole(reading: Reading, noun: Token) -> bool:
    """Whether a figure is the whole that a noun is a part of, and so counts what the noun cannot tell: *a majority of
    the 4,051*."""
    assert reading.mention is not None
    before = noun.doc[noun.i + 1 : reading.mention.start]
    return [token.lower_ for token in before] == ["of", "the"]


def _whole_word(word: Token) -> str:
    """A word before a noun with what it is grown together with by a hyphen: *short-term*."""
    first = word
    while first.i > first.sent.start + 1 and is_hyphen(first.nbor(-1)):
        first = first.nbor(-2)
    return str(word.doc[first.i : word.i + 1].text.lower())


def _in_unit_of(reading: Reading, found: tuple[str, str] | None) -> Reading | None:
    """The reading with a unit and the rule that gives it."""
    return reading.refined(with_fields(reading.quantity, unit=found[0]), found[1]) if found is not None else None


def is_amount(noun: Token) -> bool:
    """Whether a noun only says that something is counted: *number*, *total*."""
    return lemma(noun) in _AMOUNTS


def in_unit(quantity: Quantity, unit: str) -> Quantity:
    """The quantity with the unit; a duration where that is a span of time, a measure where it is read on a scale, a
    share where it is told in percent."""
    kind: Kind = "duration" if unit in SPANS_OF_TIME else "measure" if unit in _READ else quantity.kind
    kind = "percentage" if unit == _SHARE else kind
    return with_fields(quantity, kind=kind, unit=unit)
