"""A level and the one that it came from: *£6m, up from £5m*."""

from collections.abc import Sequence

from claimx.quantities.grammar.likeness import alike, bare
from claimx.quantities.grammar.meanings import Joint
from claimx.quantities.grammar.pairs import changed
from claimx.quantities.grammar.term import Term
from claimx.quantities.grammar.tokens import FIGURE, HYPHENS, SIGN, WORD, Token

_FAR_APART = 1000
"""How many times one level may be the other."""


def come_from(tokens: Sequence[Token], a: Term, b: Term, joint: Joint, ends: frozenset[str]) -> Term | None:
    """A level and the one it came from: £6m, up from £5m; not 30% from three-point range."""
    if a.part == "delta" or (joint.join == "level-from" and tokens[a.first - 1].low == "by"):
        return None
    if joint.join == "level-from" and bare(a) and tokens[a.first - 1].low != "to":
        return None
    if _has_its_own(tokens, a, b, ends) or (a.kind == "fraction" and bare(b)):
        return None
    pair = alike(a, b, lend=True)
    if pair is None or (a.per and not b.per and not bare(b) and _out_of_proportion(a, b)):
        return None
    return changed(old=pair[1], new=pair[0], rule=joint.rule)


def _has_its_own(tokens: Sequence[Token], a: Term, b: Term, ends: frozenset[str]) -> bool:
    """Whether the second level cannot be of the first one's kind, or begins a change of its own: £6m from 200
    donors, 30% from three-point range, £9m, with crowds up from 200 to 300."""
    after = tokens[b.last]
    if after.low == "to" and tokens[b.last + 1].kind in (FIGURE, SIGN):
        return True
    if not bare(b) or bare(a):
        return False
    hyphened = after.low in HYPHENS and after.glued
    return hyphened or (after.kind == WORD and after.low.endswith("s") and after.low not in ends)


def _out_of_proportion(a: Term, b: Term) -> bool:
    """Whether a rate and a sum cannot be levels of one thing: 14 cents a share, from $3.4 million."""
    return a.value is not None and b.value is not None and not 1 / _FAR_APART < b.value / (a.value or 1) < _FAR_APART
