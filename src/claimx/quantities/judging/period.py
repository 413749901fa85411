"""The words that place a quantity in time."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter, itemgetter
from typing import NamedTuple

from claimx.model import Span
from claimx.quantities.judging.reading import Reading, sentence_around
from claimx.quantities.judging.search import Search, Sought, Words
from claimx.rulebook import Rulebook
from claimx.rulebook.kinds.wording import Period

_OLD_LEVEL_LAST = re.compile(r"\b(?:from|against|(?:up|down) on|compared (?:with|to))\s(?!.*\sto\s).{1,40}$")
"""A change that is told by the level it comes from, in the last place."""
_CLAUSE_END = re.compile(r"[;:—]|,\s(?:and|but|while|which|who)\s")


class Placed(NamedTuple):
    """A phrase of time, where it stands, and the rule that found it."""

    start: int
    end: int
    rule: str


class Periods:
    """Finds phrases of time by the rules of one rulebook."""

    def __init__(self, rulebook: Rulebook) -> None:
        sought = [
            (rule.id, Sought(pattern, rule.flags, rulebook.openings(pattern)))
            for rule in rulebook.of(Period)
            for pattern in rule.patterns
        ]
        self._rules = tuple(rule for rule, _ in sought)
        self._search = Search((i, one) for i, (_, one) in enumerate(sought))

    def find(self, text: str, start: int, end: int, words: Words) -> tuple[Placed, ...]:
        """All phrases of time in text[start:end], in text order; of two that overlap the longer. `words`: those of the
        stretch."""
        found = [
            (match.start(), -match.end(), i)
            for i, match in self._search.find(text, start, end, words)
            if not text.startswith("-", match.end())
        ]
        kept: list[Placed] = []
        for left, right, i in sorted(found):
            if not kept or left >= kept[-1].end:
                kept.append(Placed(left, -right, self._rules[i]))
        return tuple(kept)


def period_of(reading: Reading, placed: Sequence[Placed], quantities: Sequence[Span], text: str) -> Placed | None:
    """The phrase of time that belongs to a quantity, of those in its sentence: the next one with no other quantity in
    between, else the one that opens the sentence, else the nearest before it. `quantities`: those of the sentence in
    text order, itself included."""
    for one in placed[bisect_left(placed, (reading.end, 0, "")) :]:
        if not _dates_an_old_level(one, quantities, text):
            if not _crossed(reading.end, one.start, quantities, text):
                return one
            break
    before = placed[: bisect_right(placed, reading.start, key=attrgetter("end"))]
    first = next((one for one in before if not _dates_an_old_level(one, quantities, text)), None)
    if first is None or not text[sentence_around(reading)[0] : first.start].strip(" \"“'‘"):
        return first
    return next(one for one in reversed(before) if not _dates_an_old_level(one, quantities, text))


def _dates_an_old_level(phrase: Placed, quantities: Sequence[Span], text: str) -> bool:
    """Whether the phrase only says when the level was from which something has changed: *up from 80,000 today*."""
    index = bisect_left(quantities, phrase.start - 1, key=itemgetter(1))
    if index == len(quantities) or quantities[index][1] > phrase.start:
        return False
    return _OLD_LEVEL_LAST.search(text, *quantities[index]) is not None


def _crossed(start: int, end: int, quantities: Sequence[Span], text: str) -> bool:
    """Whether another quantity, a colon or the end of a clause stands between two places."""
    index = bisect_right(quantities, start, key=itemgetter(1))
    if index < len(quantities) and quantities[index][0] < end:
        return True
    return _CLAUSE_END.search(text, start, end) is not None
