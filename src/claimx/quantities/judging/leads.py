"""Shares of a vote or poll told side by side, and the points between them: *by six points, 46 to 40*."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from msgspec.structs import replace as with_fields

from claimx.quantities.judging.reading import Reading
from claimx.rulebook import Rulebook
from claimx.rulebook.kinds.wording import CountedNouns

_HUNDRED = Decimal(100)
_ROUNDING = Decimal(1)
"""How far two shares and the points between them may be off for having been rounded."""
_APART = frozenset({",", "(", "-", "–", "—", ":", "by"})
"""What stands between the points of a lead and the shares that they are between."""
_LONGEST_GAP = 2
_POINT = "point"
_POINTS = frozenset({_POINT, "pp"})
_REACH = 120
"""Words on each side of some points among which those stand that tell of a contest for votes."""


class Leads:
    """Reads such figures by the words of one rulebook."""

    def __init__(self, rulebook: Rulebook) -> None:
        rules = rulebook.of(CountedNouns)
        self._contests = {word: rule.id for rule in rules for word in rule.contests}
        self._polled = next((rule.id for rule in rules if rule.contests), "")

    def refine(self, readings: Sequence[Reading]) -> list[Reading]:
        """One block's readings, in text order: two figures with *to* between, of which one is a share or which are as
        far apart as the points before them, are both shares, and those points are percentage points; so are the points
        of a passage on a poll or an election."""
        told = [self._of_contest(reading) for reading in readings]
        for i in range(1, len(told)):
            first, second = told[i - 1], told[i]
            if not _are_paired(first, second):
                continue
            lead = told[i - 2] if i > 1 and _leads(told[i - 2], first, second) else None
            if lead is not None or "percentage" in {first.quantity.kind, second.quantity.kind}:
                told[i - 1], told[i] = self._as_share(first), self._as_share(second)
            if lead is not None:
                told[i - 2] = _in_points(lead, self._polled)
        return told

    def _of_contest(self, reading: Reading) -> Reading:
        """Points as percentage points, where words not far away tell of a contest for votes."""
        mention = reading.mention
        if reading.quantity.unit != _POINT or mention is None:
            return reading
        around = mention.doc[max(mention.start - _REACH, 0) : mention.end + _REACH]
        rule = next((self._contests[token.lower_] for token in around if token.lower_ in self._contests), None)
        return reading if rule is None else _in_points(reading, rule)

    def _as_share(self, reading: Reading) -> Reading:
        return reading.refined(with_fields(reading.quantity, kind="percentage", unit="%"), self._polled)


def _are_paired(first: Reading, second: Reading) -> bool:
    """Whether two figures stand side by side, none of them of anything else, and can be shares of one whole."""
    if first.mention is None or second.mention is None or not (_is_bare(first) and _is_bare(second)):
        return False
    a, b = first.quantity.value, second.quantity.value
    if a is None or b is None or min(a, b) <= 0 or a + b > _HUNDRED + _ROUNDING:
        return False
    between = first.mention.doc[first.mention.end : second.mention.start]
    return [token.lower_ for token in between] == ["to"]


def _is_bare(reading: Reading) -> bool:
    """Whether a figure is a share, or counts nothing that is named after it, and is no part of a change."""
    quantity = reading.quantity
    counts = quantity.kind == "count" and reading.noun is None and not reading.candidate.ordinal
    return (counts or (quantity.kind == "percentage" and not reading.partitive)) and quantity.change is None


def _leads(points: Reading, first: Reading, second: Reading) -> bool:
    """Whether so many points right before two figures are what lies between them."""
    a, b, size = first.quantity.value, second.quantity.value, points.quantity.value
    if points.mention is None or first.mention is None or points.quantity.unit not in _POINTS:
        return False
    if a is None or b is None or size is None or abs(abs(a - b) - size) > _ROUNDING:
        return False
    start = points.mention.end if points.noun is None else max(points.mention.end, points.noun.head.i + 1)
    gap = first.mention.doc[start : first.mention.start]
    return len(gap) <= _LONGEST_GAP and all(token.lower_ in _APART for token in gap)


def _in_points(reading: Reading, rule: str) -> Reading:
    return reading.refined(with_fields(reading.quantity, kind="percentage_points", unit="pp"), rule)
