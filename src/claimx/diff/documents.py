"""Which document of one version became which of the other."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath

from claimx.diff.facts import Fact, words

_SHARED = 0.3
"""Part of the claims of the one with more of them that a renamed document must keep."""

_COMMON = 8
"""Documents that a sentence may stand in and still tell which one it is."""


def documents_of(facts: Sequence[Fact]) -> dict[str, list[int]]:
    """The indexes of the facts of each document."""
    found: dict[str, list[int]] = defaultdict(list)
    for index, fact in enumerate(facts):
        found[fact.document].append(index)
    return dict(found)


def paired(old: Sequence[Fact], new: Sequence[Fact]) -> dict[str, str]:
    """The name of each old document that is still there, and what it is now: the same name, else the document that
    asserts most of what it asserted. Where both versions are one document each, these two."""
    here, there = documents_of(old), documents_of(new)
    pairs = {name: name for name in here if name in there}
    if len(here) == len(there) == 1:
        return dict(zip(here, there, strict=True))
    gone = {name: _sentences(old, indexes) for name, indexes in here.items() if name not in there}
    come = {name: _sentences(new, indexes) for name, indexes in there.items() if name not in here}
    taken: set[str] = set()
    for _, _, one, other in sorted(_renamings(gone, come)):
        if one not in pairs and other not in taken:
            pairs[one] = other
            taken.add(other)
    return pairs


def _sentences(facts: Sequence[Fact], indexes: Sequence[int]) -> Counter[tuple[object, ...]]:
    return Counter((facts[index].quantity, words(facts[index].sentence)) for index in indexes)


def _renamings(
    gone: Mapping[str, Counter[tuple[object, ...]]], come: Mapping[str, Counter[tuple[object, ...]]]
) -> list[tuple[float, bool, str, str]]:
    """What old document may have become what new one, likeliest first in order: minus how much they share, whether the
    file's own name changed too, old and new name."""
    holders: dict[tuple[object, ...], list[str]] = defaultdict(list)
    for name, sentences in come.items():
        for sentence in sentences:
            holders[sentence].append(name)
    found = []
    for name, sentences in gone.items():
        shared: Counter[str] = Counter()
        for sentence, number in sentences.items():
            at = holders.get(sentence, ())
            if len(at) <= _COMMON:
                shared.update({other: min(number, come[other][sentence]) for other in at})
        for other, number in shared.items():
            part = number / max(sentences.total(), come[other].total())
            if part >= _SHARED:
                found.append((-part, PurePosixPath(name).name != PurePosixPath(other).name, name, other))
    return found
