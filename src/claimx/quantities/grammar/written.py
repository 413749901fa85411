"""Fractions written in figures: 3/4, 10 1/2, ½, 3 ½."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from claimx.quantities.grammar.cardinals import Number
from claimx.quantities.grammar.figures import vulgar_parts
from claimx.quantities.grammar.tokens import FIGURE, HYPHENS, WALL, Token

_SLASHES = frozenset({"/", "\u2044", "\u2215"})
_LARGEST = 1000
"""Denominators after a slash end here; beyond are references."""


class Written(NamedTuple):
    """A fraction, the whole number before it, and the token after it."""

    whole: Decimal
    numerator: int
    denominator: int
    last: int


def written_fraction(tokens: Sequence[Token], i: int, number: Number) -> Written | None:
    """The fraction in figures at token i, where `number` is the cardinal that stands there."""
    if tokens[i].kind != FIGURE or number.scale > 1:
        return None
    if len(tokens[i].text) == 1 and not tokens[i].text.isdecimal():
        return _sign(tokens, i, Decimal(0))
    if number.value != number.value.to_integral_value() or number.last != i + 1:
        return None
    after = tokens[number.last]
    if after.kind == FIGURE and not after.glued:
        if len(after.text) == 1 and not after.text.isdecimal():
            return _sign(tokens, number.last, number.value)
        return _slashed(tokens, number.last, number.value)
    if after.low in HYPHENS and after.glued and tokens[number.last + 1].glued:
        return _slashed(tokens, number.last + 1, number.value)
    return _slashed(tokens, i, Decimal(0))


def _sign(tokens: Sequence[Token], i: int, whole: Decimal) -> Written | None:
    numerator, denominator = vulgar_parts(tokens[i].text)
    return Written(whole, numerator, denominator, i + 1) if denominator else None


def _slashed(tokens: Sequence[Token], i: int, whole: Decimal) -> Written | None:
    """Two figures with a slash, where they can be no date or reference; more than one only where it stands alone."""
    top, slash, bottom, after = tokens[i : i + 4]
    if slash.low not in _SLASHES or slash.glued != bottom.glued or (after.low in _SLASHES and after.glued):
        return None
    if not (_plain(top) and _plain(bottom)):
        return None
    numerator, denominator = int(top.text), int(bottom.text)
    alone = not whole and tokens[i - 1].kind == WALL and after.kind == WALL
    proper = numerator < denominator <= _LARGEST
    return Written(whole, numerator, denominator, i + 3) if proper or alone else None


def _plain(token: Token) -> bool:
    """A short figure without separators or a zero at its front."""
    return token.kind == FIGURE and token.text.isdecimal() and len(token.text) <= 4 and token.text[0] != "0"
