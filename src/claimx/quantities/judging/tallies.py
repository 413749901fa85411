"""Bare figures of a tally: votes for and against, sums and parts of what was named, what there are so many of."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import islice

from msgspec.structs import replace as with_fields

from claimx.nlp import Token
from claimx.nlp.nounphrases import noun_phrase_from
from claimx.nlp.phrases import lemma
from claimx.quantities.judging.announced import Announced
from claimx.quantities.judging.reading import Reading
from claimx.quantities.spans import SPANS_OF_TIME
from claimx.rulebook import Rulebook
from claimx.rulebook.kinds.wording import CountedNouns

_VOTES = frozenset({"vote", "ballot", "motion", "amendment", "poll", "division", "resolution", "referendum"})
"""Words that tell of a vote in the sentence of its figures."""
_MARKS = frozenset({"mark", "threshold", "milestone"})
_SHARES = frozenset({"share", "stock", "equity", "blue-chip", "chip"})
"""What passes a mark by its index."""
_POINT = "point"
_DASHES = frozenset({"-", "--", "–", "—", "("})
_THEM = ("them", "these", "those", "whom", "which")
_COUNTS_BACK = 6
"""Figures before a number among which the whole is looked for that it is a part of."""
_FAR_BACK = 60
"""Words before a number among which what *them* stands for is looked for."""
_BACK = 12
"""Words before a sum among which what it sums up stands."""
_LONGEST = 3
"""Words of the longest phrase after a figure."""


class Tallies:
    """Finds the units of such figures by the phrases of one rulebook."""

    def __init__(self, rulebook: Rulebook, announced: Announced) -> None:
        rules = rulebook.of(CountedNouns)
        self._announced = announced
        self._sides = {side: (unit, rule.id) for rule in rules for side, unit in rule.sides.items()}
        self._totals = {phrase: rule.id for rule in rules for phrase in rule.totals}

    def unit_of(self, reading: Reading, earlier: Sequence[Reading]) -> Reading | None:
        """The reading with its unit; None where it is no such figure."""
        return (
            self._by_side(reading, earlier)
            or self._by_total(reading, earlier)
            or self._by_existence(reading)
            or self._by_whole(reading, earlier)
            or self._by_mark(reading)
        )

    def _by_side(self, reading: Reading, earlier: Sequence[Reading]) -> Reading | None:
        """*310 in favour and 297 against*: votes, unless the first of the two tells whose."""
        side = self._side_after(reading)
        assert reading.mention is not None
        if side is None:
            return None
        sentence = reading.mention[0].sent
        other = next((one for one in reversed(earlier) if _counts_in(one, sentence.start)), None)
        if other is not None and self._side_after(other) is not None:
            return _like(other, reading, side[1])
        paired = any(_follows_figure(word) and self._side_from(word) is not None for word in sentence[1:])
        voted = any(lemma(word) in _VOTES for word in sentence)
        if not paired and not voted:
            return None
        return reading.refined(with_fields(reading.quantity, unit=side[0]), side[1])

    def _side_after(self, reading: Reading) -> tuple[str, str] | None:
        """The side that the words after a figure, or after what it counts, say was taken."""
        assert reading.mention is not None
        last = reading.mention[-1] if reading.noun is None else reading.noun.head
        return self._side_from(last.doc[last.i + 1]) if last.i + 1 < last.sent.end else None

    def _side_from(self, word: Token) -> tuple[str, str] | None:
        """The side that the phrase beginning with a word names; a figure after *against* is what is compared."""
        found = _phrase_at(word, self._sides)
        if found is None:
            return None
        after = word.doc[word.i + found[1] : word.i + found[1] + 1]
        closed = len(after) == 0 or after[0].is_punct or after[0].tag_ in {"CC", "IN", "DT", "WDT"}
        closed = closed and (word.lower_ != "for" or len(after) == 0 or after[0].tag_ not in {"IN", "DT"})
        return self._sides[found[0]] if closed else None

    def _by_total(self, reading: Reading, earlier: Sequence[Reading]) -> Reading | None:
        """*He wrote letters, 40 in all*; *14 years in a row, and 20 in total*."""
        assert reading.mention is not None
        first, last = reading.mention[0], reading.mention[-1]
        found = _phrase_at(last.doc[last.i + 1], self._totals) if last.i + 1 < last.sent.end else None
        if found is None:
            return None
        after = last.doc[last.i + found[1] + 1 : last.i + found[1] + 2]
        if len(after) > 0 and not after[0].is_punct and after[0].tag_ != "CC":
            return None
        other = earlier[-1] if earlier else None
        if other is not None and _counts_in(other, first.sent.start):
            return _like(other, reading, self._totals[found[0]])
        for i in range(first.i - 1, max(first.i - _BACK, first.sent.start) - 1, -1):
            noun = first.doc[i]
            if noun.tag_ == "NNS" and lemma(noun) not in SPANS_OF_TIME:
                counted = self._announced.counting(reading, noun)
                return counted.refined(counted.quantity, self._totals[found[0]])
        return None

    def _by_mark(self, reading: Reading) -> Reading | None:
        """*Cases eclipsed the 600 mark*, *to have enough delegates to pass the 1,237 mark*."""
        assert reading.mention is not None
        first, last = reading.mention[0], reading.mention[-1]
        following = last.doc[last.i + 1 : last.i + 2]
        if len(following) == 0 or following[0].lower_ not in _MARKS:
            return None
        for i in range(first.i - 1, max(first.i - _BACK, first.sent.start) - 1, -1):
            noun = first.doc[i]
            if noun.tag_ == "NNS" and lemma(noun) in _SHARES:
                return reading.refined(with_fields(reading.quantity, unit=_POINT))
            if noun.tag_ == "NNS" and lemma(noun) not in SPANS_OF_TIME:
                return self._announced.counting(reading, noun)
        return None

    def _by_existence(self, reading: Reading) -> Reading | None:
        """*A regional mayor - there are nine of them*, *clinics (there are 40 in Wales)*."""
        assert reading.mention is not None
        first = reading.mention[0]
        before = first.doc[max(first.i - 4, first.sent.start) : first.i]
        if len(before) < 4 or before[2].lower_ != "there" or lemma(before[3]) != "be" or before[1].text not in _DASHES:
            return None
        return self._announced.counting(reading, before[0]) if before[0].tag_ in {"NN", "NNS"} else None

    def _by_whole(self, reading: Reading, earlier: Sequence[Reading]) -> Reading | None:
        """*22 of them*, *100 of whom*: some of the things of which there were more before, or of the plural before;
        what they are where that follows: *14 of them children*."""
        assert reading.mention is not None
        following = reading.mention.doc[reading.mention.end : reading.mention.end + 3]
        if len(following) < 2 or following[0].lower_ != "of" or following[1].lower_ not in _THEM:
            return None
        described = noun_phrase_from(following[2]) if len(following) > 2 else None
        if described is not None and described.head.tag_ in {"NNS", "NNPS"}:
            return self._announced.counting(reading, described.head)
        whole = _whole_of(reading, earlier)
        if whole is not None:
            return reading.refined(with_fields(reading.quantity, unit=whole.quantity.unit))
        plural = plural_before(reading.mention[0])
        return self._announced.counting(reading, plural) if plural is not None else None


def _counts_in(reading: Reading, sentence: int) -> bool:
    """Whether a figure counts or lasts something known, in the sentence that starts at the given word."""
    quantity, mention = reading.quantity, reading.mention
    counts = quantity.kind in {"count", "duration"} and quantity.unit is not None and quantity.per is None
    return counts and mention is not None and mention[0].sent.start == sentence


def _like(other: Reading, reading: Reading, rule: str) -> Reading:
    """The reading with another's kind and unit."""
    return reading.refined(with_fields(reading.quantity, kind=other.quantity.kind, unit=other.quantity.unit), rule)


def _follows_figure(word: Token) -> bool:
    """Whether a word stands right after a number."""
    return word.nbor(-1).tag_ == "CD"


def _phrase_at(word: Token, phrases: Collection[str]) -> tuple[str, int] | None:
    """The longest of some phrases that begins with the word, and how many words it has."""
    for length in range(_LONGEST, 0, -1):
        words = word.doc[word.i : min(word.i + length, word.sent.end)]
        phrase = " ".join(token.lower_ for token in words)
        if phrase in phrases:
            return phrase, len(words)
    return None


def _whole_of(part: Reading, earlier: Sequence[Reading]) -> Reading | None:
    """The nearest count in a part's sentence or the one before that is larger than the part."""
    assert part.mention is not None
    size, first = part.quantity.value or part.quantity.low, part.mention[0]
    start = first.doc[max(first.sent.start - 1, 0)].sent.start
    for other in islice(reversed(earlier), _COUNTS_BACK):
        if other.mention is None or other.mention.start < start:
            return None
        whole = other.quantity.value or other.quantity.high
        counts = other.quantity.kind == "count" and other.quantity.unit is not None and other.noun is not None
        if counts and not other.candidate.ordinal and (whole is None or size is None or whole > size):
            return other
    return None


def plural_before(word: Token) -> Token | None:
    """The nearest plural noun before a word in its sentence or the one before that can be counted again."""
    first = word.doc[max(word.sent.start - 1, 0)].sent.start
    for i in range(word.i - 1, max(first, word.i - _FAR_BACK) - 1, -1):
        noun = word.doc[i]
        if (noun.tag_ == "NNS" or noun.lower_ == "people") and lemma(noun) not in SPANS_OF_TIME:
            return noun
    return None
