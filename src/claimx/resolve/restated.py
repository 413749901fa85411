"""Figures that one sentence tells twice: in another currency or unit, as fraction and percentage, about and exactly."""

import re
from collections.abc import Iterator
from itertools import product

from claimx.model import Claim
from claimx.resolve.rounding import agree, is_bounded_by
from claimx.resolve.spans import printed
from claimx.resolve.table import Table
from claimx.resolve.values import Value, readings

_REACH = 4
"""Claims of a sentence after a figure among which its restatements are looked for."""
_GAP = 60
"""Characters that may stand between a figure and itself in other words."""

_FRACTION_ROOM, _BOUND_ROOM = 5, 15
"""Percentage points by which a percentage in brackets may miss the fraction before it, *almost a quarter (21%)*, and
one that is said to be more or less, *more than half (57%)*."""

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
            if not _one_figure(table.claims[before], table.claims[j], table):
                break
            yield i, j
            before = j


def _one_figure(one: Claim, other: Claim, table: Table) -> bool:
    """Whether the second, which follows the first in one sentence, is the same figure in another currency or unit, in
    brackets, after *or*, between dashes or commas."""
    if other.start - one.end > _GAP:
        return False
    sentence = one.sentence
    first, second = printed(one), printed(other)
    at = sentence.find(first)
    end = at + len(first)
    start = sentence.find(second, end)
    if at < 0 or start < 0:
        return False
    rephrased = table.wording.conversion.fullmatch(sentence, end, start) is not None
    if rephrased and one.kind == other.kind and one.unit != other.unit and one.kind in ("money", "measure"):
        return True  # $3bn (£1.58bn), 68m euros ($89m; £47m)
    after = sentence[start + len(second) :]
    if _IN_BRACKETS.fullmatch(sentence, end, start):
        return after.startswith(")") and any(
            _in_other_words(one, value, other, twin) for value, twin in _same(one, other, table)
        )
    if one.kind == other.kind:
        return False
    set_off = _SET_OFF.fullmatch(sentence, end, start) and _SET_OFF.match(after)
    return bool(rephrased or set_off) and any(
        agree(one, value, other, twin) is not None for value, twin in _same(one, other, table)
    )


def _same(one: Claim, other: Claim, table: Table) -> Iterator[tuple[Value, Value]]:
    """What can be told for each of the two, where it is of one measure."""
    dimensions = table.wording.dimensions
    for value, twin in product(readings(one, dimensions), readings(other, dimensions)):
        if value.measure == twin.measure:
            yield value, twin


def _in_other_words(one: Claim, value: Value, other: Claim, twin: Value) -> bool:
    """Whether the second, in brackets after the first, is its figure written otherwise: *nearly a quarter (24%)*, *six
    (6) months*, *about 9,000 (8,940) oaks*; not *41% (41% in 2018)*."""
    if one.kind == "fraction" != other.kind and len(twin.numbers) == 1:
        fraction, share = value.numbers[0], twin.numbers[0]
        room = _BOUND_ROOM if one.comparator in (">", ">=", "<", "<=") else _FRACTION_ROOM
        return abs(fraction - share) <= room and is_bounded_by(fraction, one.comparator, share)
    rounded = agree(one, value, other, twin)
    if rounded is None:
        return False
    if rounded:
        return one.kind != other.kind or not one.comparator == other.comparator == "="
    return one.kind != other.kind or one.unit != other.unit or _in_digits(one) != _in_digits(other)


def _in_digits(claim: Claim) -> bool:
    return any(map(str.isdigit, claim.surface))
