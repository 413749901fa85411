"""How telling a figure is by itself, before its words are looked at."""

from claimx.model import Claim
from claimx.resolve.values import digits, numbers_of

TELLING = 2.5
"""Strength of a figure that is hardly met twice by chance in one document."""

_MONEY, _LARGE_COUNT, _SHARE = 2.0, 1.5, 0.5
_LARGE = 100
_TELLING_DIGITS = 3
"""Significant digits beyond the first that make a figure more telling."""


def strength_of(claim: Claim) -> float:
    """How telling the figure is: more with each digit, as a sum of money, as a large number."""
    if claim.kind == "fraction":
        return _SHARE
    numbers = numbers_of(claim)
    if numbers is None:
        return 0.0
    most = digits(numbers[0]) if len(numbers) == 1 else max(map(digits, numbers))
    strength = float(min(_TELLING_DIGITS, most - 1) + len(numbers) - 1)
    if claim.kind == "money":
        return strength + _MONEY
    if claim.kind == "percentage":
        return strength + _SHARE
    return strength + (_LARGE_COUNT if max(numbers) >= _LARGE else 0.0)
