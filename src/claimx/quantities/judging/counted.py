"""What a bare number counts: the noun after it, the noun that announces it, or one named before in the sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from msgspec.structs import replace as with_fields

from claimx.nlp import Span, Token
from claimx.nlp.annotation import end_of
from claimx.nlp.nounphrases import QUOTES, NounPhrase
from claimx.nlp.phrases import lemma
from claimx.quantities.judging.announced import Announced
from claimx.quantities.judging.countedphrase import counted_phrase
from claimx.quantities.judging.elided import Elided
from claimx.quantities.judging.following import next_word, phrase_after
from claimx.quantities.judging.listed import Listed, lacks_unit
from claimx.quantities.judging.measured import MeasureNouns
from claimx.quantities.judging.reading import Reading
from claimx.quantities.judging.shares import share_of
from claimx.quantities.judging.strengths import Strengths
from claimx.quantities.judging.sums import Sums
from claimx.quantities.judging.tallies import Tallies
from claimx.quantities.judging.turns import Turns
from claimx.quantities.judging.unitnames import UnitNames
from claimx.quantities.spans import SPANS_OF_TIME
from claimx.rulebook import Rulebook

_STANDINS = frozenset(
    {"other", "one", "target", "mark", "figure", "limit", "threshold", "milestone", "barrier", "more"}
)
"""Nouns that stand for a noun said before: *at least 20 others*, *the 1.5 million target*."""

_CLAUSE_OPENERS = frozenset({"DT", "PRP", "PRP$", "NNP", "NNPS", "NNS", "EX"})

_DIGITS_OF_A_YEAR = 4
"""Figures of so many digits before a span of time say which one it is: *the 2022 football season*."""


class Counter:
    """Finds the units of bare counts by the words of one rulebook."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._names = UnitNames(rulebook)
        self._measures = MeasureNouns(rulebook)
        self._sums = Sums(rulebook)
        self._turns = Turns(rulebook)
        self._strengths = Strengths(rulebook)
        self._announced = Announced(rulebook, self._names.irregular)
        self._elided = Elided(self._announced, self._turns, Tallies(rulebook, self._announced))
        self._listed = Listed(self._names, self._named)

    def refine(self, readings: Sequence[Reading]) -> list[Reading]:
        """One block's readings, in text order, each with the unit and the noun phrase that it counts."""
        refined: list[Reading] = []
        for reading in self._listed.refine(readings):
            share = share_of(refined[-1], self._named(reading)) if refined else None
            if share is not None:
                refined[-1] = share
            else:
                refined.append(self._counted(reading, refined))
                if len(refined) > 1 and _are_of_percentage(refined[-2], refined[-1]):
                    points = with_fields(refined[-2].quantity, kind="percentage_points", unit="pp")
                    refined[-2] = refined[-2].refined(points)
                if len(refined) > 1 and lacks_unit(refined[-2]) and _is_level_of(refined[-1], refined[-2]):
                    refined[-2] = refined[-2].refined(with_fields(refined[-2].quantity, unit=refined[-1].quantity.unit))
        return refined

    def _named(self, reading: Reading) -> Reading:
        """The reading with the noun right after it, where it lacks a unit; nothing from farther away."""
        phrase = phrase_after(reading) if reading.mention is not None and lacks_unit(reading) else None
        return self._with_noun(reading, phrase) if phrase is not None else reading

    def _counted(self, reading: Reading, earlier: Sequence[Reading]) -> Reading:
        if reading.number is None:
            return reading
        if lacks_unit(reading) and reading.mention is not None:
            found = self._announced.by_scale(reading) or self._announced.by_exchange(reading)
            if found is not None:
                return found
        phrase = counted_phrase(reading)
        strong = self._strengths.of(reading) if lacks_unit(reading) else None
        if strong is not None:
            return strong
        if reading.candidate.ordinal:
            return replace(reading, noun=phrase, end=end_of(phrase.head)) if phrase is not None else reading
        if reading.quantity.unit == "time" and reading.mention is not None and _multiplies(reading.mention[-1]):
            return reading.refined(with_fields(reading.quantity, kind="multiple", unit=None))
        if reading.quantity.kind == "multiple" and _as_opens_clause(reading):
            return reading.refined(with_fields(reading.quantity, kind="count", unit="time", change=None))
        if lacks_unit(reading) and _is_factor(reading):
            return reading.refined(with_fields(reading.quantity, kind="multiple"))
        if not lacks_unit(reading):
            return _measuring(reading, phrase) if phrase is not None and _joins(reading) else reading
        if phrase is not None and self._turns.sizes(reading, phrase.head):
            return self._of_changed(_measuring(reading, phrase), phrase.head)
        befallen = self._announced.by_bare_verb(reading, phrase.head) if phrase is not None else None
        if befallen is not None and phrase is not None and not phrase.modifiers:
            return befallen
        if phrase is not None and not _stands_in(phrase.head):
            return self._with_noun(reading, phrase)
        if phrase is not None and _is_marked(phrase):
            return self._with_noun(reading, NounPhrase(phrase.modifiers[:-1], phrase.modifiers[-1]))
        if reading.candidate.hyphenated or _is_glued(reading):
            return reading
        return self._sums.of(reading) or self._elided.unit_of(reading, earlier)

    def _with_noun(self, reading: Reading, phrase: NounPhrase) -> Reading:
        """The reading with the noun that it counts; a span of time makes it a duration, *times* a multiple."""
        assert reading.mention is not None
        numbered = any(token.tag_ == "CD" for token in reading.mention.doc[reading.mention.end : phrase.head.i])
        closed = numbered or reading.mention.text.endswith("-")
        end = reading.end if closed else max(reading.end, end_of(_closing(reading.mention, phrase.head)))
        widened = replace(_measuring(reading, phrase), end=end)
        many = widened.partitive and reading.quantity.vague is not None
        measured = (self._measures.of_many(phrase) if many else None) or self._measures.of(phrase)
        if measured is not None:
            return widened.refined(measured.applied(reading.quantity), measured.rule)
        head = lemma(phrase.head)
        placed = len(reading.mention.text) == _DIGITS_OF_A_YEAR and reading.mention.text.isdigit()
        described = phrase.modifiers or widened.partitive or reading.quantity.comparator != "="
        if head in SPANS_OF_TIME and (described or head == "quarter") and not placed:
            return widened.refined(with_fields(reading.quantity, kind="duration", unit=head))
        if head == "time" and phrase.head.tag_ == "NNS" and _multiplies(phrase.head):
            return widened.refined(with_fields(reading.quantity, kind="multiple", unit=None))
        return widened.refined(with_fields(reading.quantity, unit=self._names.of(phrase)), *self._names.rules(phrase))

    def _of_changed(self, reading: Reading, change: Token) -> Reading:
        """The size of a change with the unit of what changes: *a 32,000 decline in jobs*, *a 300 job cut*."""
        named = [child for child in change.children if child.dep_ == "compound"]
        named += [noun for child in change.children if child.lower_ in {"in", "of"} for noun in child.children]
        for noun in named:
            found = self._announced.by_noun(reading, noun)
            if found is not None:
                return found
            if noun.tag_ == "NNS" or noun.lower_ == "people" or noun.dep_ == "compound":
                return self._announced.counting(reading, noun)
        return reading


def _is_factor(reading: Reading) -> bool:
    """Whether a number is what something is multiplied by: *grew by a factor of ten*."""
    assert reading.mention is not None
    start = reading.mention.start
    return [token.lower_ for token in reading.mention.doc[max(start - 2, 0) : start]] == ["factor", "of"]


def _are_of_percentage(points: Reading, level: Reading) -> bool:
    """Whether the points that a level changed by are those of a percentage: *slipped two points to 81%*, *the Greens up
    two on 23%*."""
    if level.quantity.kind != "percentage" or points.mention is None or level.mention is None:
        return False
    between = [token.lower_ for token in level.mention.doc[points.mention.end : level.mention.start]]
    if points.quantity.unit == "point":
        return between in (["to"], ["points", "to"], ["point", "to"])
    start = points.mention.start
    turned = start > 0 and points.mention.doc[start - 1].lower_ in {"up", "down"}
    return turned and between in (["on"], ["at"], ["to"]) and points.candidate.quantity.unit is None


def _is_level_of(level: Reading, size: Reading) -> bool:
    """Whether a count is the level that a change of the given size led to: *fell by 29,000 to 269,000*."""
    parts = (size.candidate.part, level.candidate.part)
    return parts == ("delta", "level") and level.quantity.kind == "count"


def _joins(reading: Reading) -> bool:
    """Whether the noun after the mention belongs to it: *a £1.6bn shortfall*, *40% of pupils*, *a 3% rise*."""
    return reading.quantity.kind not in {"rank", "ratio"}


def _measuring(reading: Reading, phrase: NounPhrase) -> Reading:
    """The reading with the noun phrase after it, and whether it is a part of that."""
    assert reading.mention is not None
    following = next_word(reading.mention[-1])
    return replace(reading, noun=phrase, partitive=following is not None and following.lower_ == "of")


def _multiplies(times: Token) -> bool:
    """Whether *times* is followed by what it multiplies: *1.3 times annual earnings*, *17 times that*."""
    following = next_word(times)
    if following is None or following.sent.start != times.sent.start:
        return False
    if following.lower_ in {"a", "an"}:
        measured = next_word(following)
        return measured is not None and lemma(measured) not in SPANS_OF_TIME
    if following.lower_ in {"each", "every", "last", "this", "next"}:
        return False
    if following.pos_ == "PRON" and following.tag_ != "PRP$":
        return False
    return following.lower_ != "due" and following.tag_ in {"DT", "PRP$", "JJ", "NN", "NNS", "NNP", "JJR", "RBR"}


def _as_opens_clause(reading: Reading) -> bool:
    """Whether the *as* after a multiple compares nothing: *scored twice as the side won*, *served twice as an MP*; not
    after a verb, which has multiplied something all the same: *doubled as the price fell*."""
    assert reading.mention is not None
    if reading.mention[-1].pos_ == "VERB":
        return False
    following = reading.mention.doc[reading.mention.end : reading.mention.end + 2]
    return len(following) == 2 and following[0].lower_ == "as" and following[1].tag_ in _CLAUSE_OPENERS


def _is_glued(reading: Reading) -> bool:
    """Whether the number is part of a longer hyphenated word, which says itself what it counts."""
    assert reading.mention is not None
    last = reading.mention[-1]
    following = next_word(last)
    if following is None or following.text != "-" or last.whitespace_ or following.whitespace_:
        return False
    return next_word(following) is not None


def _stands_in(noun: Token) -> bool:
    """Whether a noun only stands for one that was said before: *20 others*, *the 1.5 million target*."""
    return lemma(noun) in _STANDINS and (noun.tag_ == "NN" or noun.lower_ == "others")


def _is_marked(phrase: NounPhrase) -> bool:
    """Whether the noun before a mark or target is what is counted up to there: *the 326 seat mark*."""
    return len(phrase.modifiers) > 0 and phrase.modifiers[-1].tag_ == "NN" and phrase.head.lower_ != "other"


def _closing(mention: Span, noun: Token) -> Token:
    """The noun that ends a phrase, or the mark after it that closes a quotation begun within the phrase."""
    following = next_word(noun)
    opened = any(not token.whitespace_ and token.text in QUOTES for token in noun.doc[mention.end : noun.i])
    closed = opened and following is not None and following.text in {*QUOTES, "’", "”", "''"}
    return following if closed and following is not None else noun
