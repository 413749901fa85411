"""A level and the one that it came from: *£6m, up from £5m*."""

from collections.abc import Sequence

from claimx.quantities.grammar.likeness import alike, bare
from claimx.quantities.grammar.meanings import Joint
from claimx.quantities.grammar.pairs import changed
from claimx.quantities.grammar.term import Term
from claimx.quantities.grammar.tokens import FIGURE, HYPHENS, SIGN, WORD, Token

_FAR_APART = 1000
"""How many times one level may be the other,"""
_FAR_IN_TIME = 20
"""and one span of time."""


def come_from(tokens: Sequence[Token], a: Term, b: Term, joint: Joint, ends: frozenset[str]) -> Term | None:
    """A level and the one it came from: £6m, up from £5m; not 30% from three-point range."""
    if a.part == "delta" or (joint.join == "level-from" and tokens[a.first - 1].low == "by"):
        return None
    if joint.join == "level-from" and bare(a) and tokens[a.first - 1].low != "to":
        return None
    if _has_its_own(tokens, a, b, ends) or (a.kind == "fraction" and bare(b)):
        return None
    if a.kind == "duration" and bare(b) and _out_of_proportion(a, b, _FAR_IN_TIME):
        return None
    pair = alike(a, b, lend=True)
    if pair is None or (a.per and not b.per and not bare(b) and _out_of_proportion(a, b, _FAR_APART)):
        return None
    return changed(old=pair[1], new=pair[0], rule=joint.rule)


def _has_its_own(tokens: Sequence[Token], a: Term, b: Term, ends: frozenset[str]) -> bool:
    """Whether the second level cannot be of the first one's kind, or begins a change of its own: £6m from 200
    donors, 30% from three-point range, £9m, with crowds up from 200 to 300."""
    after = tokens[b.last]
    if after.low == "to" and tokens[b.last + 1].kind in (FIGURE, SIGN):
        return True
    if not bare(b) or bare(a):
        return bare(a) and bare(b) and _count_others(tokens, a, b, ends)
    hyphened = after.low in HYPHENS and after.glued
    return hyphened or (after.kind == WORD and after.low.endswith("s") and after.low not in ends)


def _out_of_proportion(a: Term, b: Term, most: int) -> bool:
    """Whether two figures cannot be levels of one thing: 14 cents a share, from $3.4 million; *12,822 waited for more
    than* 65 weeks, up from 12,793. `most`: how many times one of them may be the other."""
    return a.value is not None and b.value is not None and not 1 / most < b.value / (a.value or 1) < most


def _count_others(tokens: Sequence[Token], a: Term, b: Term, ends: frozenset[str]) -> bool:
    """Whether two bare numbers stand before plurals of their own: 6m patients, down from 7m operations."""
    first, second = tokens[a.last], tokens[b.last]
    plural = all(one.kind == WORD and one.low.endswith("s") and one.low not in ends for one in (first, second))
    return plural and first.low != second.low
