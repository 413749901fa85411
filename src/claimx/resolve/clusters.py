"""Clusters of claims: block, compare, join. Only claims of one figure (or of a rounding of it) are compared, and those
that are alike are joined, so that the work stays near-linear in the number of claims.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from claimx.resolve.candidates import Candidate, roundings, same_value
from claimx.resolve.likeness import alike, converted
from claimx.resolve.words import Weights

_TELLING_WORDS = 3
"""Content words of a sentence that is hardly written twice of two things."""

_CONVERSION_REACH = 4
"""Claims of a sentence after a sum among which its conversions are looked for."""


def clusters(candidates: Sequence[Candidate]) -> list[list[int]]:
    """Indexes of the claims that belong together, in text order within and between clusters."""
    weights = Weights(one.sentence for one in candidates)
    parents = list(range(len(candidates)))
    first_of = _repetitions(candidates)
    for index, first in enumerate(first_of):
        _join(parents, first, index)
    singles = [index for index, first in enumerate(first_of) if index == first]
    compared = [candidates[index] for index in singles]
    for pairs, rounded in ((same_value(compared), False), (roundings(compared), True)):
        for pair in pairs:
            i, j = sorted(singles[at] for at in pair)
            if _root(parents, i) != _root(parents, j) and alike(candidates[i], candidates[j], weights, rounded=rounded):
                _join(parents, i, j)
    for i, j in _conversions(candidates):
        _join(parents, i, j)
    groups: dict[int, list[int]] = defaultdict(list)
    for index in range(len(candidates)):
        groups[_root(parents, index)].append(index)
    return list(groups.values())


def _repetitions(candidates: Sequence[Candidate]) -> list[int]:
    """For each claim the first one that says the same in the same sentence, elsewhere: agencies' copy, captions,
    headlines. They need no comparison, and are most of what repeats in a large run."""
    firsts: dict[object, int] = {}
    last: dict[object, tuple[int, int]] = {}
    found = []
    for index, one in enumerate(candidates):
        claim = one.claim
        if len(one.sentence) < _TELLING_WORDS:
            found.append(index)
            continue
        here = (claim.document, claim.sentence, claim.surface)
        start, nth = last.get(here, (-len(claim.sentence), -1))
        nth = nth + 1 if claim.start - start < len(claim.sentence) else 0
        last[here] = (claim.start, nth)
        said = (one.value, claim.vague, claim.unit, claim.subject, claim.period, claim.per, claim.change)
        found.append(firsts.setdefault((claim.sentence, claim.surface, nth, said), index))
    return found


def _root(parents: list[int], index: int) -> int:
    while parents[index] != index:
        parents[index] = parents[parents[index]]
        index = parents[index]
    return index


def _join(parents: list[int], i: int, j: int) -> None:
    """The earlier claim's root becomes the root of both."""
    first, second = sorted((_root(parents, i), _root(parents, j)))
    parents[second] = first


def _conversions(candidates: Sequence[Candidate]) -> Iterator[tuple[int, int]]:
    for i, one in enumerate(candidates):
        if one.claim.kind not in ("money", "measure"):
            continue
        before = i
        for j in range(i + 1, min(i + _CONVERSION_REACH, len(candidates))):
            other = candidates[j].claim
            if other.document != one.claim.document or other.sentence != one.claim.sentence:
                break
            if not converted(candidates[before].claim, other):
                break
            yield i, j
            before = j
