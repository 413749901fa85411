"""The words that place a quantity in time."""

from __future__ import annotations

import re
from typing import NamedTuple

from claimx.model import Span
from claimx.quantities.reading import Reading
from claimx.rulebook import Rulebook
from claimx.rulebook.kinds.wording import Period

_OLD_LEVEL_LAST = re.compile(r"\b(?:from|against|(?:up|down) on|compared (?:with|to))\s(?!.*\sto\s).{1,40}$")
"""A change that is told by the level it comes from, in the last place."""


class Placed(NamedTuple):
    """A phrase of time, where it stands, and the rule that found it."""

    start: int
    end: int
    rule: str


class Periods:
    """Finds phrases of time by the rules of one rulebook."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._rules = tuple(
            (rule.id, tuple(re.compile(pattern, re.IGNORECASE) for pattern in rule.patterns))
            for rule in rulebook.of(Period)
        )

    def find(self, text: str, start: int, end: int) -> tuple[Placed, ...]:
        """All phrases of time in text[start:end], in text order; of two that overlap the longer."""
        found = [
            Placed(*match.span(), rule)
            for rule, patterns in self._rules
            for pattern in patterns
            for match in pattern.finditer(text, start, end)
        ]
        found.sort(key=lambda one: (one.start, -one.end))
        kept: list[Placed] = []
        for one in found:
            if not kept or one.start >= kept[-1].end:
                kept.append(one)
        return tuple(kept)


def period_of(reading: Reading, placed: tuple[Placed, ...], others: tuple[Span, ...], text: str) -> Placed | None:
    """The phrase of time that belongs to a quantity: the next one of its sentence with no other quantity in between,
    else the one that opens the sentence, else the nearest before it."""
    if reading.mention is None:
        return None
    base = reading.candidate.start - reading.mention.start_char
    sentence = reading.mention[0].sent
    first, last = base + sentence.start_char, base + sentence.end_char
    inside = [one for one in placed if first <= one.start and one.end <= last]
    inside = [one for one in inside if one.end <= reading.start or one.start >= reading.end]
    quantities = (*others, (reading.start, reading.end))
    inside = [one for one in inside if not _dates_an_old_level(one, quantities, text)]
    after = [one for one in inside if one.start >= reading.end and not _crossed(reading.end, one.start, others, text)]
    if after:
        return after[0]
    before = [one for one in inside if one.end <= reading.start]
    opening = [one for one in before if not text[first : one.start].strip(" \"“'‘")]
    candidates = opening or before[::-1]
    return candidates[0] if candidates else None


def _dates_an_old_level(phrase: Placed, quantities: tuple[Span, ...], text: str) -> bool:
    """Whether the phrase only says when the level was from which something has changed: *up from 80,000 today*."""
    before = next((span for span in quantities if 0 <= phrase.start - span[1] <= 1), None)
    return before is not None and _OLD_LEVEL_LAST.search(text[before[0] : before[1]]) is not None


def _crossed(start: int, end: int, others: tuple[Span, ...], text: str) -> bool:
    """Whether another quantity, a colon or the end of a clause stands between two places."""
    if any(start < other[1] and other[0] < end for other in others):
        return True
    return bool(re.search(r"[;:—]|,\s(?:and|but|while|which|who)\s", text[start:end]))
