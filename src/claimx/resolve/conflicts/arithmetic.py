"""Conflicts of arithmetic: what a sentence says of a change against the levels that it gives for it."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from claimx.model import Claim, Conflict, ConflictKind
from claimx.resolve.evidence import Evidence
from claimx.resolve.levels import stated_changes
from claimx.resolve.rounding import Interval, interval, step
from claimx.resolve.shares import too_many_parts, wrong_shares
from claimx.resolve.spans import plain, printed
from claimx.resolve.table import Table

KIND: ConflictKind = "arithmetic"

_REACH = 60
"""Characters between two claims whose subjects are not known and that may still be about one thing."""

_CERTAIN, _POSSIBLE = 0.9, 0.5
"""Confidence where no rounding explains the gap, and where it may."""

_HUNDRED = Decimal(100)
_COARSEST_SIZE = Decimal(5)
"""Step to which writers round a percentage at most: 30% hardly stands for 26%."""

_COARSEST = {"multiple": Decimal("0.25"), "percentage_points": Decimal(1)}
"""The same for points, which are counted singly, and the part of a multiple to which it is rounded at most: what
doubled grew to 1.75 times at the least."""

_COARSEST_LEVEL = Decimal("0.05")
"""Part of a level that it was rounded by at most: the zeros of £400 may all be meant."""


def find(evidence: Evidence) -> Iterator[Conflict]:
    """Changes whose stated size is not what their stated levels give, shares that are not what their parts give, and
    parts of a whole that exceed it."""
    table = evidence.table
    for sentence in _sentences(table):
        paths = [index for index in sentence if _levels(table.claims[index]) is not None]
        sizes = [index for index in sentence if _is_size(table.claims[index])] if paths else ()
        for path in paths:
            for size in sizes:
                if size == path or _about_one_thing(table, path, size, alone=len(paths) == 1 and len(sizes) <= 2):
                    yield from _checked(table.claims[path], table.claims[size])
        if len(sentence) > 1:
            claims = [table.claims[index] for index in sentence]
            for change in stated_changes(claims):
                yield from _checked(change.path, change.size, change.base)
            for failure in (*too_many_parts(claims), *wrong_shares(claims)):
                yield Conflict(
                    kind=KIND,
                    explanation=failure.explanation,
                    claims=tuple(claim.id for claim in failure.claims),
                    confidence=failure.confidence,
                )


def _sentences(table: Table) -> Iterator[Sequence[int]]:
    """The places of the claims of each sentence, in text order."""
    start = 0
    for index in range(1, len(table) + 1):
        if index == len(table) or not table.in_one_sentence(start, index):
            yield range(start, index)
            start = index


def _levels(claim: Claim) -> tuple[Decimal, Decimal] | None:
    change = claim.change
    if change is None or not change.from_ or change.to is None:
        return None
    return change.from_, change.to


def _is_size(claim: Claim) -> bool:
    """Whether the claim says by how much something changed."""
    change = claim.change
    if change is None:
        return False
    return change.delta is not None or (claim.kind in ("multiple", "fraction") and _number(claim) is not None)


def _number(claim: Claim) -> Decimal | None:
    if claim.numerator is not None and claim.denominator:
        return Decimal(_HUNDRED * claim.numerator / claim.denominator)
    if claim.change is not None and claim.change.delta is not None:
        return claim.change.delta
    return claim.value


def _about_one_thing(table: Table, path: int, size: int, *, alone: bool) -> bool:
    one, other = table.subject(path), table.subject(size)
    if one and other:
        return len(one & other) * 2 >= len(one | other)
    first, second = (table.claims[index] for index in sorted((path, size)))
    return alone and second.start - first.end <= _REACH


def _checked(path: Claim, size: Claim, *others: Claim) -> Iterator[Conflict]:
    levels, stated = _levels(path), _number(size)
    if levels is None or stated is None or size.change is None:
        return
    computed = _computed(path, size, *levels)
    if computed is None:
        return
    nominal, possible = computed
    if size.kind != "multiple" and size.change.direction == "decrease":
        nominal, possible = -nominal, Interval(-possible.high, -possible.low)
    coarsest = _COARSEST.get(size.kind, _COARSEST_SIZE)
    if size.kind == "multiple":
        coarsest *= stated
    told = interval(stated, size.comparator, min(step(stated), coarsest))
    strict = size.comparator in (">", ">=", "<", "<=") and not told.low <= nominal <= told.high
    if possible.meets(told) and not strict:
        return
    certain = not possible.meets(told)
    remark = "" if certain else " (the unrounded levels may agree)"
    yield Conflict(
        kind=KIND,
        explanation=f"{path.surface} is {_shown(path, size, levels)}, not {printed(size)}{remark}",
        claims=tuple(dict.fromkeys(claim.id for claim in (path, size, *others))),
        confidence=_CERTAIN if certain else _POSSIBLE,
    )


def _computed(path: Claim, size: Claim, old: Decimal, new: Decimal) -> tuple[Decimal, Interval] | None:
    """The size of the change in the terms of `size`, as the levels give it, and where it lies if they are rounded."""
    unit = min(step(old), step(new), max(old, new) * _COARSEST_LEVEL)
    if path.comparator not in ("=", ">", "<"):
        unit = max(old, new) / 5
    lows, highs = interval(old, "=", unit), interval(new, "=", unit)
    if lows.low <= 0:
        return None
    if size.kind == "multiple":
        stated = _number(size) or Decimal(1)
        if size.change is not None and size.change.direction == "decrease" and stated > 1:
            old, new, lows, highs = new, old, highs, lows
            if lows.low <= 0:
                return None
        return new / old, Interval(highs.low / lows.high, highs.high / lows.low)
    if size.kind in ("percentage", "fraction") and path.kind not in ("percentage", "percentage_points"):
        return (
            (new - old) / old * _HUNDRED,
            Interval((highs.low - lows.high) / lows.high * _HUNDRED, (highs.high - lows.low) / lows.low * _HUNDRED),
        )
    if size.unit == path.unit or (size.kind == "percentage_points" and path.kind == "percentage"):
        return new - old, Interval(highs.low - lows.high, highs.high - lows.low)
    return None


def _shown(path: Claim, size: Claim, levels: tuple[Decimal, Decimal]) -> str:
    """What the levels give, in words and figures that can be checked by hand."""
    old, new = levels
    if size.kind == "multiple":
        return f"{plain(new / old, 2)} times"
    if size.kind in ("percentage", "fraction") and path.kind not in ("percentage", "percentage_points"):
        return f"{plain((new - old) / old * _HUNDRED, 1, sign=True)}%"
    unit = {"percentage": "percentage points"}.get(path.kind, path.unit or "")
    return f"{plain(new - old, 6, sign=True)} {unit}".rstrip()
