"""Which two numbers are of one kind, and what the one lends the other: unit, scale, rate."""

from collections.abc import Sequence
from decimal import Decimal

from msgspec.structs import replace

from claimx.quantities.grammar.term import NO_SCALE, Term
from claimx.quantities.grammar.tokens import Token

_MOST_UNSCALED = 1000
_THOUSAND = 1000
_FIGURES = 4
"""A figure of fewer digits may leave its thousands to the next: 20-30,000."""


def bare(term: Term) -> bool:
    """Whether nothing but a number is known of the term."""
    return term.kind == "count" and term.unit is None


def amount(term: Term) -> Decimal | None:
    """The term's value, that of a fraction included; None for a range or a magnitude."""
    if term.numerator is not None and term.denominator is not None:
        return Decimal(term.numerator) / term.denominator
    return term.value


def alike(a: Term, b: Term, lend: bool) -> tuple[Term, Term] | None:
    """Both terms with the unit and scale that they share, or None where they are of different kinds.

    The second lends the first its unit and scale (5 to 10%, £20 to £30 million); the first lends its unit only where it
    stands before the number (£18-20) or `lend` says that the words around them demand it (between 5% and 10).
    """
    if bare(a) and not bare(b):
        value = None if a.value is None else a.value * b.factor
        a = replace(a, kind=b.kind, unit=b.unit, per=b.per, value=value, factor=b.factor)
    elif bare(b) and not bare(a):
        if not lend and a.kind != "money":
            return None
        b = replace(b, kind=a.kind, unit=a.unit, per=a.per)
    elif a.kind != b.kind or a.unit != b.unit:
        return None
    return _scaled(a, b), b if b.per or not a.per else replace(b, per=a.per)


def in_thousands(tokens: Sequence[Token], a: Term, b: Term) -> Term:
    """The first of two figures with a dash in the thousands that only the second is written out in: 3-4,000."""
    low, high = tokens[a.last - 1].text, tokens[b.core[0]].text
    head = high.partition(",")[0]
    if a.value is None or not (low.isdecimal() and head.isdecimal() and "," in high and a.factor == b.factor == 1):
        return a
    return replace(a, value=a.value * _THOUSAND) if 1 < int(low) < int(head) and len(low) < _FIGURES else a


def _scaled(a: Term, b: Term) -> Term:
    """The first with the second's scale, where it has none of its own and would else be out of all proportion:
    2 to 3 million is millions, $200 to $4 million is not."""
    top = b.value if b.value is not None else b.low
    if a.value is None or top is None or a.scale != NO_SCALE or b.scale == NO_SCALE:
        return a
    if a.value >= _MOST_UNSCALED or a.value >= top / b.scale:
        return a
    return replace(a, value=a.value * b.scale, scale=b.scale)
