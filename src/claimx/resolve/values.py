"""What figure a claim asserts, as a number that can be compared, and how much room its wording leaves."""

from collections.abc import Mapping
from decimal import Decimal
from math import log
from typing import NamedTuple

from claimx.model import Claim

_ABOUT = Decimal("0.1")
"""The part by which a figure may miss what *about* or *nearly* says of it."""

_ROUGH_DIGITS = 2
"""Significant digits of a figure that may be a rounding of one in another document."""

_ROUND = Decimal(1000)
"""Below, a figure that is no share is hardly a rounding unless a word calls it one: *70 votes* are not 67."""

_HALF_POINT = Decimal("0.5")
"""Percentage points by which a share may be rounded without a word that says so: 5% for 4.7%, but not 50% for 51%."""

_TELLING = Decimal(1000)
"""From where a number without a unit can be recognised as a sum of money: *eight million is a fair price*."""

_BIN = log(1.1)
"""Width, on a logarithmic scale, of the bins in which roundings are looked for."""

_FRACTION_ROOM = Decimal(2)
"""Percentage points by which a common fraction may miss the percentage that it stands for."""

UNNAMED = "number"
"""The measure of a number that may or may not be a sum of money: it is only told again in the same document."""

_INFINITE = Decimal("Infinity")
_HUNDRED = Decimal(100)
_POINTS = ("point", "points")

Dimensions = Mapping[str, tuple[str, Decimal, Decimal | int]]
"""Each unit's dimension, what one of it is in the base unit, and where its zero lies."""


class Value(NamedTuple):
    """A figure in one measure: `numbers` are its level, its ends, or its old and new level."""

    measure: str
    numbers: tuple[Decimal, ...]


class Interval(NamedTuple):
    """Where the true figure lies if the claim is right."""

    low: Decimal
    high: Decimal

    def meets(self, other: "Interval") -> bool:
        """Whether one figure can lie in both."""
        return self.low <= other.high and other.low <= self.high


def value_of(claim: Claim, dimensions: Dimensions) -> Value | None:
    """The claim's figure; None for a vague magnitude. Shares are per cent, however they are written, and what is
    measured is in its dimension's base unit."""
    numbers = numbers_of(claim)
    if numbers is None:
        return None
    kind = claim.kind
    if kind == "money":
        return Value(f"money {claim.unit}", numbers)
    if kind == "count":
        return Value("percentage_points pp" if claim.unit in _POINTS else "count", numbers)
    if kind in ("percentage", "fraction"):
        if kind == "fraction" and claim.numerator is None:
            numbers = tuple(number * _HUNDRED for number in numbers)
        return Value("share", numbers)
    dimension = dimensions.get(claim.unit or "")
    if dimension is not None and kind in ("duration", "measure"):
        name, factor, zero = dimension
        return Value(name, tuple((number - zero) * factor for number in numbers))
    return Value(f"{kind} {claim.unit or ''}".rstrip(), numbers)


def numbers_of(claim: Claim) -> tuple[Decimal, ...] | None:
    """The numbers of a figure as the claim has them: its level, its ends, or its old and new level."""
    change = claim.change
    if change is None and claim.low is None and claim.numerator is None and claim.value is not None:
        return (claim.value,)
    if change is not None and change.from_ is not None and change.to is not None:
        return change.from_, change.to
    if claim.low is not None and claim.high is not None:
        return claim.low, claim.high
    if claim.numerator is not None and claim.denominator:
        return (_HUNDRED * claim.numerator / claim.denominator,)
    for number in (claim.value, claim.low, claim.high):
        if number is not None:
            return (number,)
    if change is not None:
        for number in (change.to, change.delta, change.from_):
            if number is not None:
                return (number,)
    return None


def readings(claim: Claim, dimensions: Dimensions) -> tuple[Value, ...]:
    """The claim's figure and what else can be told for it: the level that a change led to, the percentage by which
    something that doubled rose, the number of a sum of money. The figure itself comes first."""
    value = value_of(claim, dimensions)
    if value is None:
        return () if claim.vague is None else (_magnitude(claim, claim.vague),)
    measure, numbers = value
    change, kind = claim.change, claim.kind
    if change is not None:
        if len(numbers) == 2 and change.to is not None:
            return value, Value(measure, numbers[1:])
        if kind == "multiple":
            return value, Value("share", (abs((numbers[0] - 1) * _HUNDRED),))
        if kind == "percentage_points":
            return value, Value("share", numbers)
    unnamed = kind == "money" or (kind == "count" and claim.unit is None)
    if unnamed and len(numbers) == 1 and numbers[0] >= _TELLING:
        return value, Value(UNNAMED, numbers)
    return (value,)


def _magnitude(claim: Claim, vague: str) -> Value:
    """What stands for a vague magnitude: of counts, whatever is counted, as its noun may be told in other words."""
    thing = "" if claim.kind == "count" else f" {claim.unit or claim.kind}"
    return Value(f"vague {vague.casefold().rstrip('s')}{thing}", ())


def agree(one: Claim, value: Value, other: Claim, twin: Value) -> bool | None:
    """Whether one of two readings of one measure is a rounding of the other; False where they are the same figure,
    None where neither can be told for the other."""
    if value.numbers == twin.numbers:
        differ = one.kind != other.kind and (_hedged_share(one, other) or _hedged_share(other, one))
        return None if differ else False
    if len(value.numbers) != 1 or len(twin.numbers) != 1:
        return None
    a, b = value.numbers[0], twin.numbers[0]
    if "fraction" in (one.kind, other.kind):
        return True if abs(a - b) <= _FRACTION_ROOM and one.kind != other.kind else None
    for rough, claim, exact in ((a, one, b), (b, other, a)):
        if claim.comparator in ("<=", ">=") or not is_rounding(rough, claim.comparator, exact):
            continue
        if claim.comparator != "=" or (
            abs(rough - exact) <= _HALF_POINT if value.measure == "share" else rough >= _ROUND
        ):
            return True
    return None


def _hedged_share(fraction: Claim, percentage: Claim) -> bool:
    """Whether a percentage is exactly what a fraction is more or less than: *just over half* are not 50%."""
    apart = fraction.kind == "fraction" and percentage.kind == "percentage" and percentage.comparator == "="
    return apart and fraction.comparator in (">", "<", "->")


def digits(number: Decimal) -> int:
    """Significant digits: how many the figure is written with, less the zeros it ends in."""
    return len(str(number).partition("E")[0].replace(".", "").strip("-0")) or 1


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
    return where.low <= exact <= where.high


def is_rough(claim: Claim, value: Value) -> bool:
    """Whether the claim says by its words that its figure may be a rounding of another."""
    if claim.comparator == "=" and claim.kind != "fraction":
        return False
    if len(value.numbers) != 1 or value.numbers[0] <= 0:
        return False
    return claim.kind == "fraction" or digits(value.numbers[0]) <= _ROUGH_DIGITS


def bin_of(number: Decimal | float) -> int:
    """The number of a bin in which all positive figures differ by less than a tenth."""
    return int(log(number) // _BIN)
