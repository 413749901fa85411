"""The range that two numbers span: from one to the other, between two bounds, or level by level."""

from collections.abc import Sequence

from msgspec.structs import replace

from claimx.model import Comparator
from claimx.quantities.grammar.likeness import alike, amount
from claimx.quantities.grammar.term import Term
from claimx.quantities.grammar.tokens import Token

_LOWER = frozenset({">", ">="})
_NO_BOUNDS = frozenset({"~", "->"})
_TO = ("to",)


def ascending(a: Term, b: Term) -> bool:
    """Whether both have an amount and the second's is the larger."""
    low, high = amount(a), amount(b)
    return low is not None and high is not None and low < high


def rising(pair: tuple[Term, Term] | None) -> tuple[Term, Term] | None:
    """The pair with the lower figure first where both are below zero: minus 5 to minus 10 is from -10 to -5."""
    if pair is None or pair[0].value is None or pair[1].value is None:
        return pair
    a, b = pair[0].value, pair[1].value
    if b < a < 0:
        return replace(pair[0], value=b), replace(pair[1], value=a)
    return pair


def spanning(a: Term, b: Term, rule: str) -> Term:
    """The range from one amount to another."""
    return replace(
        b,
        first=a.first,
        core=a.core,
        more=(*a.more, b.core),
        value=None,
        numerator=None,
        denominator=None,
        comparator="=",
        low=amount(a),
        high=amount(b),
        hyphenated=b.hyphenated,
        signed=b.signed and (amount(a) or 0) >= 0,
        rules=(rule, *a.rules, *b.rules),
    )


def between_bounds(a: Term, b: Term, lower: Comparator, upper: Comparator, rule: str) -> Term | None:
    """The range between two numbers of which one is a lower bound and the other an upper one."""
    pair = alike(a, b, lend=True)
    if pair is None or lower == "=" or upper == "=" or (lower in _LOWER) == (upper in _LOWER):
        return None
    low, high = pair if lower in _LOWER else pair[::-1]
    if {lower, upper} & _NO_BOUNDS or not ascending(low, high):
        return None
    return replace(spanning(low, high, rule), first=a.first, last=b.last, core=a.core, more=(*a.more, b.core))


def plain_range(pair: tuple[Term, Term] | None, rule: str) -> Term | None:
    """The range between two ascending amounts, or two descending ones that each have their own unit of measure: 5 to 10
    days, 1.3 A/cm2 to 0.03 A/cm2."""
    pair = rising(pair)
    if pair is None:
        return None
    if ascending(*pair):
        return spanning(*pair, rule)
    if pair[0].kind != "measure" or not ascending(*pair[::-1]):
        return None
    made = spanning(*pair, rule)
    return replace(made, low=made.high, high=made.low)


def is_old_range(tokens: Sequence[Token], a: Term, b: Term, later: Sequence[Term]) -> bool:
    """Whether two ascending numbers are the range that another range takes the place of: from | 5 to 7 per cent | to 3
    to 5. `later`: the terms after them, of which two are looked at."""
    if not later or _between(tokens, a, b) != _TO or _between(tokens, b, later[0]) != _TO:
        return False
    ranged = later[0].low is not None or (len(later) > 1 and _between(tokens, later[0], later[1]) == _TO)
    return ranged and ascending(a, b)


def _between(tokens: Sequence[Token], a: Term, b: Term) -> tuple[str, ...]:
    return tuple(token.low for token in tokens[a.last : b.first])
