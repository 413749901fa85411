"""Which document of one version became which of the other."""

from collections import Counter, defaultdict, deque
from collections.abc import Hashable, Mapping, Sequence
from pathlib import PurePosixPath

from claimx.diff.facts import Fact, words

_KEPT, _KEPT_OF_FEWER = 0.3, 0.6
"""Part of the claims of the one with more of them, or of the one with fewer, that a renamed document must keep."""

_COMMON = 8
"""Documents that a sentence may stand in and still tell which one it is."""

_Sentences = Counter[Hashable]
"""The sentences in which a document asserts something, without their figures, and how many figures each has."""

_NONE: Mapping[str, str] = {}


def documents_of(facts: Sequence[Fact]) -> dict[str, list[int]]:
    """The indexes of the facts of each document."""
    found: dict[str, list[int]] = defaultdict(list)
    for index, fact in enumerate(facts):
        found[fact.document].append(index)
    return dict(found)


def paired(
    old: Sequence[Fact],
    new: Sequence[Fact],
    old_hashes: Mapping[str, str] = _NONE,
    new_hashes: Mapping[str, str] = _NONE,
) -> dict[str, str]:
    """The name of each old document that is still there, and what it is called now: the same, else what the document is
    called that has the same content, else the one that asserts most of what it asserted. Where both versions are one
    document each, it is these two. The hashes say what documents there are besides those of the facts, and tell which
    ones have the same content."""
    here, there = documents_of(old), documents_of(new)
    olds, news = (
        {**dict.fromkeys(hashes), **dict.fromkeys(known)} for hashes, known in ((old_hashes, here), (new_hashes, there))
    )
    if len(olds) == len(news) == 1:
        return dict(zip(olds, news, strict=True))
    pairs = {name: name for name in olds if name in news}
    gone, come = [name for name in olds if name not in news], [name for name in news if name not in olds]
    pairs |= _of_same_content(gone, come, old_hashes, new_hashes)
    taken = set(pairs.values())
    asserted_then = {name: _sentences(old, here.get(name, ())) for name in gone if name not in pairs}
    asserted_now = {name: _sentences(new, there.get(name, ())) for name in come if name not in taken}
    for _, _, one, other in sorted(_renamings(asserted_then, asserted_now)):
        if one not in pairs and other not in taken:
            pairs[one] = other
            taken.add(other)
    return pairs


def _of_same_content(
    gone: Sequence[str], come: Sequence[str], old_hashes: Mapping[str, str], new_hashes: Mapping[str, str]
) -> dict[str, str]:
    holders: dict[str, deque[str]] = defaultdict(deque)
    for name in come:
        if content := new_hashes.get(name):
            holders[content].append(name)
    return {name: waiting.popleft() for name in gone if (waiting := holders.get(old_hashes.get(name, "")))}


def _sentences(facts: Sequence[Fact], indexes: Sequence[int]) -> _Sentences:
    return Counter(tuple(word for word in words(facts[index].sentence) if not word[0].isdigit()) for index in indexes)


def _renamings(gone: Mapping[str, _Sentences], come: Mapping[str, _Sentences]) -> list[tuple[float, bool, str, str]]:
    """What old document may have become what new one, likeliest first in order: minus how much they share, whether the
    file's own name changed too, old and new name."""
    holders: dict[Hashable, list[str]] = defaultdict(list)
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
            fewer, more = sorted((sentences.total(), come[other].total()))
            part = number / more
            if part >= _KEPT or (number > 1 and number / fewer >= _KEPT_OF_FEWER):
                found.append((-part, PurePosixPath(name).name != PurePosixPath(other).name, name, other))
    return found
