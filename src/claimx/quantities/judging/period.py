"""The words that place a quantity in time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from claimx.model import Span
from claimx.quantities.judging.reading import Reading, sentence_around
from claimx.quantities.judging.search import Search, Sought
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
        sought = [(rule.id, Sought(pattern, rule.flags)) for rule in rulebook.of(Period) for pattern in rule.patterns]
        self._rules = tuple(rule for rule, _ in sought)
        self._search = Search((i, one) for i, (_, one) in enumerate(sought))

    def find(self, text: str, start: int, end: int) -> tuple[Placed, ...]:
        """All phrases of time in text[start:end], in text order; of two that overlap the longer."""
        found = [
            (match.start(), -match.end(), i)
            for i, match in self._search.find(text, start, end)
            if not text.startswith("-", match.end())
        ]
        kept: list[Placed] = []
        for left, right, i in sorted(found):
            if not kept or left >= kept[-1].end:
                kept.append(Placed(left, -right, self._rules[i]))
        return tuple(kept)


def period_of(reading: Reading, placed: Sequence[Placed], others: Sequence[Span], text: str) -> Placed | None:
    """The phrase of time that belongs to a quantity, of those in its sentence: the next one with no other quantity in
    between, else the one that opens the sentence, else the nearest before it."""
    quantities = (*others, (reading.start, reading.end))
    outside = [one for one in placed if one.end <= reading.start or one.start >= reading.end]
    outside = [one for one in outside if not _dates_an_old_level(one, quantities, text)]
    for one in outside:
        if one.start >= reading.end and not _crossed(reading.end, one.start, others, text):
            return one
    before = [one for one in outside if one.end <= reading.start]
    if not before:
        return None
    first = before[0]
    opens = not text[sentence_around(reading)[0] : first.start].strip(" \"“'‘")
    return first if opens else before[-1]


def _dates_an_old_level(phrase: Placed, quantities: Sequence[Span], text: str) -> bool:
    """Whether the phrase only says when the level was from which something has changed: *up from 80,000 today*."""
    before = next((span for span in quantities if 0 <= phrase.start - span[1] <= 1), None)
    return before is not None and _OLD_LEVEL_LAST.search(text[before[0] : before[1]]) is not None


def _crossed(start: int, end: int, others: Sequence[Span], text: str) -> bool:
    """Whether another quantity, a colon or the end of a clause stands between two places."""
    if any(start < other[1] and other[0] < end for other in others):
        return True
    return _CLAUSE_END.search(text, start, end) is not None
