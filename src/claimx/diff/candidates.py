"""Which facts are worth comparing one by one: those that share a rare figure, rare words, or their neighbourhood."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from itertools import pairwise

from claimx.diff.likeness import Profile

_SMALL = 64
"""Facts a side of one document up to which each is compared with each."""

_NEIGHBOURS = 8
"""Facts before and after, among those still unmatched, that each is compared with in large documents."""

_RARE = 12
"""Facts a side that a figure or word may stand in and still be worth a comparison of all of them."""

_WORDS = 40
"""Words of a sentence by which others like it are looked for."""

Pair = tuple[int, int]
"""The indexes of an old and a new fact."""


def candidates(left: Mapping[int, Profile], right: Mapping[int, Profile]) -> set[Pair]:
    """The pairs worth comparing."""
    if len(left) <= _SMALL and len(right) <= _SMALL:
        return {(i, j) for i in left for j in right}
    found = set(_neighbours(list(left), list(right)))
    for keys in (_figure, _content, _word_pairs):
        found.update(_sharing(left, right, keys))
    return found


def _figure(one: Profile) -> Sequence[Hashable]:
    return (one.fact.quantity,)


def _content(one: Profile) -> Sequence[Hashable]:
    return one.content


def _word_pairs(one: Profile) -> Sequence[Hashable]:
    return tuple(pairwise(one.context[:_WORDS]))


def _neighbours(left: Sequence[int], right: Sequence[int]) -> Iterator[Pair]:
    """Each fact with those about as far into the other version."""
    if not right:
        return
    for at, i in enumerate(left):
        middle = at * len(right) // len(left)
        for j in right[max(0, middle - _NEIGHBOURS) : middle + _NEIGHBOURS + 1]:
            yield i, j


def _sharing(
    left: Mapping[int, Profile], right: Mapping[int, Profile], keys: Callable[[Profile], Sequence[Hashable]]
) -> Iterator[Pair]:
    """Facts that share one of their keys, if it is rare."""
    here, there = (defaultdict[Hashable, list[int]](list) for _ in range(2))
    for side, index in ((left, here), (right, there)):
        for i, one in side.items():
            for key in keys(one):
                index[key].append(i)
    for key, indexes in here.items():
        others = there.get(key, ())
        if len(indexes) <= _RARE and len(others) <= _RARE:
            yield from ((i, j) for i in indexes for j in others)
