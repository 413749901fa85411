"""Units that stand with the last of several numbers alone: five- and six-inch, 5, 10 and 15 per cent."""

from collections.abc import Sequence

from msgspec.structs import replace

from claimx.quantities.grammar.likeness import bare
from claimx.quantities.grammar.term import Term
from claimx.quantities.grammar.tokens import HYPHENS, Token

_WIDEST_GAP = 3
"""Tokens between two numbers of a list."""
_WHOLE = 100
"""Percent."""
_LONGEST_HOLD = 3
"""Tokens between a hyphen that holds a unit over and the next number."""
_SHARES = frozenset({("in",), ("out", "of"), ("in", "every"), ("out", "of", "every")})
_LIST_ENDS = frozenset({("and",), ("or",), (",", "and"), (",", "or"), ("x",), ("×",), ("by",)})
_LISTED = frozenset({"percentage", "percentage_points", "measure"})
"""Kinds whose unit a list may leave to its last number; a span of time after `and` may be when something else was."""


def suspended(tokens: Sequence[Token], terms: Sequence[Term]) -> list[Term]:
    """The terms, with the unit that a hyphen holds over to the next number: five- and six-inch."""
    done: list[Term] = []
    for term in reversed(terms):
        after = tokens[term.last]
        held = after.low in HYPHENS and after.glued and not tokens[term.last + 1].glued
        held = held or (after.low == "and" and bool(done) and done[-1].age and done[-1].first == term.last + 1)
        if held and bare(term) and done and done[-1].hyphenated and done[-1].first - term.last <= _LONGEST_HOLD:
            unit = done[-1]
            term = replace(term, kind=unit.kind, unit=unit.unit, age=unit.age, hyphenated=True)
        done.append(term)
    return done[::-1]


def listed(tokens: Sequence[Token], terms: Sequence[Term]) -> list[Term]:
    """The terms, with the unit that only the last of a list has: 5, 10 and 15 per cent; 10 by 12 feet."""
    done: list[Term] = []
    open_list = False
    for i in range(len(terms) - 1, -1, -1):
        term, before, last = terms[i], terms[i - 1] if i else None, done[-1] if done else None
        open_list = last is not None and _lends(tokens, term, last, open_list) and not _is_of(tokens, before, term)
        if open_list and last is not None:
            value = None if term.value is None else term.value * last.factor
            term = replace(term, kind=last.kind, unit=last.unit, value=value, factor=last.factor)
        done.append(term)
    return done[::-1]


def _is_of(tokens: Sequence[Token], part: Term | None, whole: Term) -> bool:
    """Whether a number is what the one before it is a share of, and so has no unit: *one in five, or 20%*."""
    if part is None or not bare(part) or part.value is None or whole.value is None or part.value >= whole.value:
        return False
    return tuple(token.low for token in tokens[part.last : whole.first]) in _SHARES


def _lends(tokens: Sequence[Token], term: Term, last: Term, open_list: bool) -> bool:
    """Whether a bare number stands in a list whose last number has the unit; `open_list`: the next one does."""
    if not (bare(term) and term.plain and last.kind in _LISTED and last.per is None):
        return False
    if not 0 < last.first - term.last <= _WIDEST_GAP or _is_restated(term, last):
        return False
    link = tuple(token.low for token in tokens[term.last : last.first])
    return link in _LIST_ENDS or (open_list and link == (",",))


def _is_restated(term: Term, share: Term) -> bool:
    """Whether a share tells again how much a number is of something: 1.4 million, or 2%."""
    if share.kind != "percentage" or term.value is None or share.value is None:
        return False
    return term.value > _WHOLE >= share.value
