"""What figure a claim asserts, as a number that can be compared, and how much room its wording leaves."""

from decimal import Decimal
from typing import NamedTuple

from claimx.model import Claim

_ABOUT = Decimal("0.1")
"""The part by which a figure may miss what *about* or *nearly* says of it."""

_INFINITE = Decimal("Infinity")


class Value(NamedTuple):
    """A claim's figure in one measure: `numbers` are its level, its ends, or its old and new level."""

    measure: str
    numbers: tuple[Decimal, ...]


class Interval(NamedTuple):
    """Where the true figure lies if the claim is right."""

    low: Decimal
    high: Decimal

    def meets(self, other: "Interval") -> bool:
        """Whether one figure can lie in both."""
        return self.low <= other.high and other.low <= self.high


def value_of(claim: Claim) -> Value | None:
    """The claim's figure; None for a vague magnitude. Shares are per cent, however they are written."""
    measure, scale = _measure(claim)
    change = claim.change
    if change is not None and change.from_ is not None and change.to is not None:
        return Value(measure, (change.from_ * scale, change.to * scale))
    if claim.low is not None and claim.high is not None:
        return Value(measure, (claim.low * scale, claim.high * scale))
    if claim.numerator is not None and claim.denominator:
        return Value(measure, (Decimal(100 * claim.numerator) / claim.denominator,))
    number = next((one for one in (claim.value, claim.low, claim.high, *_changed(claim)) if one is not None), None)
    return None if number is None else Value(measure, (number * scale,))


def _changed(claim: Claim) -> tuple[Decimal | None, ...]:
    change = claim.change
    return () if change is None else (change.to, change.delta, change.from_)


def _measure(claim: Claim) -> tuple[str, Decimal]:
    """The measure's name, and what the claim's number is multiplied with to be in it."""
    if claim.kind in ("percentage", "fraction"):
        return "share", Decimal(100 if claim.kind == "fraction" else 1)
    if claim.kind == "count":
        return "count", Decimal(1)
    return f"{claim.kind} {claim.unit or ''}".rstrip(), Decimal(1)


def digits(number: Decimal) -> int:
    """Significant digits: how many the figure is written with, less the zeros it ends in."""
    return len(number.normalize().as_tuple().digits)


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
