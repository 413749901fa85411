"""Figures that one sentence tells twice: in another currency or unit, as fraction and percentage, about and exactly."""

import re
from collections.abc import Iterator

from claimx.model import Claim
from claimx.resolve.table import Table
from claimx.resolve.values import Value, agree, readings

_REACH = 4
"""Claims of a sentence after a figure among which its restatements are looked for."""

_FRACTION_ROOM = 5
"""Percentage points by which a percentage in brackets may miss the fraction before it: *almost a quarter (21%)*."""

_IN_BRACKETS = re.compile(r"[^()\d;:]{0,40}\(")
"""What may stand before a figure in brackets that is the same one: *a third of those asked (31%)*."""
_SET_OFF = re.compile(r" ?[-–—] ?|, ")
"""What may stand before a figure in other terms, and after it: *half - 51% - of them*."""


def restatements(table: Table, document: range) -> Iterator[tuple[int, int]]:
    """Pairs of one sentence's claims, by their places, of which the second tells the first one's figure again."""
    for i in document:
        before = i
        for j in range(i + 1, min(i + _REACH, document.stop)):
            if not table.in_one_sentence(i, j):
                break
            one, other = table.claims[before], table.claims[j]
            if not (_converted(one, other, table.wording.conversion) or _restated(one, other, table)):
                break
            yield i, j
            before = j


def _converted(one: Claim, other: Claim, between: re.Pattern[str]) -> bool:
    """Whether the second, which follows the first in one sentence, is the same figure in another currency or unit:
    *$3bn (£1.58bn)*, *68m euros ($89m; £47m)*. `between`: what may stand between them."""
    if one.kind != other.kind or one.unit == other.unit or one.kind not in ("money", "measure"):
        return False
    place = _between(one, other)
    return place is not None and between.fullmatch(one.sentence, *place) is not None


def _restated(one: Claim, other: Claim, table: Table) -> bool:
    """Whether the second is the first one's figure in other words: *nearly a quarter (24%)*, *six (6) months*,
    *about 9,000 (8,940) oaks*; not *41% (41% in 2018)*."""
    pairs = [
        (value, twin)
        for value in readings(one, table.wording.dimensions)
        for twin in readings(other, table.wording.dimensions)
        if value.measure == twin.measure
    ]
    place = _between(one, other) if pairs else None
    if place is None:
        return False
    after = one.sentence[place[1] + len(other.surface) :]
    if _IN_BRACKETS.fullmatch(one.sentence, *place):
        return after.startswith(")") and any(_in_other_words(one, value, other, twin) for value, twin in pairs)
    if one.kind == other.kind or all(agree(one, value, other, twin) is None for value, twin in pairs):
        return False
    if table.wording.conversion.fullmatch(one.sentence, *place):
        return True
    return _SET_OFF.fullmatch(one.sentence, *place) is not None and _SET_OFF.match(after) is not None


def _in_other_words(one: Claim, value: Value, other: Claim, twin: Value) -> bool:
    """Whether two figures, the second in brackets after the first, are one that is not written alike."""
    if one.kind == "fraction" != other.kind and len(twin.numbers) == 1:
        return abs(value.numbers[0] - twin.numbers[0]) <= _FRACTION_ROOM
    rounded = agree(one, value, other, twin)
    if rounded is None:
        return False
    if rounded:
        return one.kind != other.kind or not one.comparator == other.comparator == "="
    return one.kind != other.kind or one.unit != other.unit or _in_digits(one) != _in_digits(other)


def _in_digits(claim: Claim) -> bool:
    return any(map(str.isdigit, claim.surface))


def _between(one: Claim, other: Claim) -> tuple[int, int] | None:
    """Where the text between two claims of one sentence begins and ends in it."""
    at = one.sentence.find(one.surface)
    end = at + len(one.surface)
    start = one.sentence.find(other.surface, end)
    return (end, start) if at >= 0 and start >= 0 else None
