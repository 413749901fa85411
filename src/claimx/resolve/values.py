"""What figure a claim asserts, as a number that can be compared."""

from collections.abc import Mapping
from decimal import Decimal
from math import isinf, log
from typing import NamedTuple

from claimx.model import Claim

_TELLING = Decimal(1000)
"""From where a number without a unit can be recognised as a sum of money: *eight million is a fair price*."""

_BIN = log(1.1)
"""Width, on a logarithmic scale, of the bins in which roundings are looked for."""
_TENFOLD = log(10)

UNNAMED = "number"
"""The measure of a number that may or may not be a sum of money: it is only told again in the same document."""

_HUNDRED = Decimal(100)
_POINTS = ("point", "points")

Dimensions = Mapping[str, tuple[str, Decimal, Decimal | int]]
"""Each unit's dimension, what one of it is in the base unit, and where its zero lies."""


class Value(NamedTuple):
    """A figure in one measure: `numbers` are its level, its ends, or its old and new level."""

    measure: str
    numbers: tuple[Decimal, ...]


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


def digits(number: Decimal) -> int:
    """Significant digits: how many the figure is written with, less the zeros it ends in."""
    return len(str(number).partition("E")[0].replace(".", "").strip("-0")) or 1


def bin_of(number: Decimal) -> int:
    """The number of a bin in which all positive figures differ by less than a tenth."""
    digits = float(number)
    if isinf(digits) or not digits:  # beyond what a float holds
        exponent = number.adjusted()
        return int((log(number.scaleb(-exponent)) + exponent * _TENFOLD) // _BIN)
    return int(log(digits) // _BIN)
