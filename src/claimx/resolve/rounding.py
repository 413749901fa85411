"""Whether one figure may be told for another: what rounding, and the words around a figure, leave room for."""

from decimal import Decimal
from typing import NamedTuple

from claimx.model import Claim
from claimx.resolve.values import Value, digits

_ABOUT = Decimal("0.1")
"""The part by which a figure may miss what *about* or *nearly* says of it."""

_ROUGH_DIGITS = 2
"""Significant digits of a figure that may be a rounding of one in another document."""

_ROUND = Decimal(1000)
"""Below, a figure that is no share is hardly a rounding unless a word calls it one: *70 votes* are not 67."""

_HALF_POINT = Decimal("0.5")
"""Percentage points by which a share may be rounded without a word that says so: 5% for 4.7%, but not 50% for 51%."""

_FRACTION_ROOM = Decimal(2)
"""Percentage points by which a common fraction may miss the percentage that it stands for."""

_INFINITE = Decimal("Infinity")


class Interval(NamedTuple):
    """Where the true figure lies if the claim is right."""

    low: Decimal
    high: Decimal

    def meets(self, other: "Interval") -> bool:
        """Whether one figure can lie in both."""
        return self.low <= other.high and other.low <= self.high


def agree(one: Claim, value: Value, other: Claim, twin: Value) -> bool | None:
    """Whether one of two readings of one measure is a rounding of the other; False where they are the same figure,
    None where neither can be told for the other."""
    if value.numbers == twin.numbers:
        differ = one.kind != other.kind and (_hedged_share(one, other) or _hedged_share(other, one))
        return None if differ else False
    if len(value.numbers) != 1 or len(twin.numbers) != 1:
        return None
    a, b = value.numbers[0], twin.numbers[0]
    if one.kind != other.kind and "fraction" in (one.kind, other.kind):
        fraction, share, claim = (a, b, one) if one.kind == "fraction" else (b, a, other)
        near = abs(fraction - share) <= _FRACTION_ROOM
        return True if near and is_bounded_by(fraction, claim.comparator, share) else None
    if one.kind == "fraction":
        return None
    for rough, claim, exact in ((a, one, b), (b, other, a)):
        if claim.comparator in ("<=", ">=") or not is_rounding(rough, claim.comparator, exact):
            continue
        if claim.comparator != "=" or _silently_rounded(rough, exact, share=value.measure == "share"):
            return True
    return None


def is_bounded_by(fraction: Decimal, comparator: str, share: Decimal) -> bool:
    """Whether a percentage lies where the comparator of a common fraction, in per cent, says: 51% are *more than half*,
    49% are not."""
    half = step(share) / 2
    if comparator in (">", ">="):
        return share + half > fraction
    return comparator not in ("<", "<=", "->") or share - half < fraction


def _silently_rounded(rough: Decimal, exact: Decimal, *, share: bool) -> bool:
    """Whether the rough figure may be told for the exact one without a word that says so. £185,000 are as near to
    £180,000 as to £190,000: rows of a table, not roundings of each other."""
    if share:
        return abs(rough - exact) <= _HALF_POINT
    return rough >= _ROUND and abs(rough - exact) < step(rough) / 2


def _hedged_share(fraction: Claim, percentage: Claim) -> bool:
    """Whether a percentage is exactly what a fraction is more or less than: *just over half* are not 50%."""
    apart = fraction.kind == "fraction" and percentage.kind == "percentage" and percentage.comparator == "="
    return apart and fraction.comparator in (">", "<", "->")


def step(number: Decimal) -> Decimal:
    """The worth of the last significant digit: 100 of 246500, 0.1 of 8.2."""
    exponent = number.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(0)


def interval(number: Decimal, comparator: str, unit: Decimal | None = None) -> Interval:
    """Where the true figure lies when the text says `comparator` `number`; `unit` is the step it was rounded to."""
    half = (step(number) if unit is None else unit) / 2
    room = max(abs(number) * _ABOUT, half)
    match comparator:
        case ">" | ">=":
            return Interval(number, _INFINITE)
        case "<" | "<=":
            return Interval(-_INFINITE, number)
        case "~":
            return Interval(number - room, number + room)
        case "->":
            return Interval(number - room, number)
    return Interval(number - half, number + half)


def is_rounding(rough: Decimal, comparator: str, exact: Decimal) -> bool:
    """Whether the rough figure, with its comparator, is what one may say for the exact one."""
    if not rough or digits(rough) >= digits(exact):
        return False
    if comparator in (">", ">="):
        return rough <= exact < rough + step(rough)
    if comparator in ("<", "<="):
        return rough - step(rough) < exact <= rough
    where = interval(rough, comparator)
    if comparator in ("~", "->"):
        return where.low < exact < where.high  # what lies right between two is told as neither of them
    return where.low <= exact <= where.high


def is_rough(claim: Claim, value: Value) -> bool:
    """Whether the claim says by its words that its figure may be a rounding of another."""
    if claim.comparator == "=" and claim.kind != "fraction":
        return False
    if len(value.numbers) != 1 or value.numbers[0] <= 0:
        return False
    return claim.kind == "fraction" or digits(value.numbers[0]) <= _ROUGH_DIGITS
