"""Quarters of the year, which look like fourths: two quarters, three straight quarters, three quarters of decline."""

from collections.abc import Callable, Sequence

from claimx.quantities.grammar.tokens import FIGURE, WALL, Token

_PLURAL = "quarters"
_THREE = 3
_RUNNING = frozenset({"consecutive", "straight", "successive", "running", "more", "further", "full", "fiscal"})
"""Adjectives between a number and the quarters that it counts."""
_PLACING = frozenset({"last", "past", "next", "previous", "first", "final", "latest", "preceding", "following"})
"""Words before three quarters of a year."""
_ARTICLES = frozenset({"a", "an"})
_AFTER = frozenset({"running", "ago", "later", "earlier"})
_PASSING = frozenset(
    {
        "growth",
        "decline",
        "contraction",
        "recession",
        "falling",
        "rising",
        "negative",
        "positive",
        "losses",
        "expansion",
    }
    | {"shrinking", "stagnation", "slowing", "declining", "growing", "profit", "profits", "gains", "falls", "declines"}
    | {"negligible", "weak", "strong", "solid", "flat", "data", "results", "earnings"}
)
"""What goes on for so many quarters, and of which there are no parts."""


def counts_quarters(tokens: Sequence[Token], i: int, numerator: int, last: int) -> bool:
    """Whether the fraction of fourths at tokens[i:last] counts quarters of the year: nobody speaks of two fourths, or
    of five."""
    if tokens[last - 1].low != _PLURAL:
        return False
    if numerator != _THREE:
        return numerator > 1
    after = tokens[last].low
    placed = tokens[i - 1].low in _PLACING
    if after == "of":
        return tokens[last + 1].low in _PASSING or (placed and tokens[last + 1].low not in _ARTICLES)
    in_a_row = [token.low for token in tokens[last : last + 3] if token.kind != WALL] == ["in", "a", "row"]
    return in_a_row or after in _AFTER or placed


def are_counted(tokens: Sequence[Token], i: int, is_number: Callable[[Token], bool]) -> bool:
    """Whether quarters at token i are counted by a number before them, and so no fraction by themselves."""
    if tokens[i].low != _PLURAL:
        return False
    before = tokens[i - 2] if tokens[i - 1].low in _RUNNING and i > 1 else tokens[i - 1]
    return before.kind == FIGURE or is_number(before)
