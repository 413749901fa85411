"""Finds for each fact of one version the fact of the other that it became: by meaning, wherever it stands.

What is unchanged is matched first, then what differs in one respect, then what is most alike. Only a few facts that
share figure, words or neighbourhood are compared one by one, so that the work stays near-linear in the number of facts.
"""

from collections import defaultdict, deque
from collections.abc import Callable, Collection, Hashable, Iterator, Mapping, Sequence

from msgspec import Struct

from claimx.diff.candidates import Pair, candidates
from claimx.diff.changes import same_figure
from claimx.diff.documents import documents_of, paired
from claimx.diff.facts import Fact
from claimx.diff.likeness import Profile, likeness, profile, related


class Matching(Struct, frozen=True, kw_only=True):
    """Which facts correspond, by their indexes: each index of a side stands in `pairs` or in its `only_` list, once."""

    pairs: tuple[Pair, ...]
    """Old and new index, in the order of the new facts."""
    only_old: tuple[int, ...]
    only_new: tuple[int, ...]


def match(old: Sequence[Fact], new: Sequence[Fact], documents: Mapping[str, str] | None = None) -> Matching:
    """Which old fact became which new one. Facts match only within one document; `documents` says which old one became
    which new one; without it, documents of one name belong together, and the others by what they assert. Of equal
    facts as many match as both sides have. The same facts in the same order always give the same result.
    """
    renamed = paired(old, new) if documents is None else documents
    here, there = documents_of(old), documents_of(new)
    pairs: list[Pair] = []
    for name, indexes in here.items():
        pairs += _in_document(old, new, indexes, there.get(renamed.get(name, ""), []))
    matched_old, matched_new = {i for i, _ in pairs}, {j for _, j in pairs}
    return Matching(
        pairs=tuple(sorted(pairs, key=lambda pair: (pair[1], pair[0]))),
        only_old=tuple(i for i in range(len(old)) if i not in matched_old),
        only_new=tuple(j for j in range(len(new)) if j not in matched_new),
    )


def _in_document(old: Sequence[Fact], new: Sequence[Fact], olds: list[int], news: list[int]) -> list[Pair]:
    left = {i: profile(old[i]) for i in olds}
    right = {j: profile(new[j]) for j in news}
    pairs: list[Pair] = []

    def settle(found: Sequence[Pair]) -> None:
        for i, j in found:
            pairs.append((i, j))
            del left[i], right[j]

    for key in (_all, _same_words, _same_surroundings, _same_context):
        settle([*_equal(left, right, key)])
    settle([*_openings(left, right, olds, news)])
    settle(_best_first(left, right))
    settle([*_companions(left, right, {(old[i].sentence, new[j].sentence) for i, j in pairs})])
    return pairs


def _all(one: Profile) -> Hashable:
    fact = one.fact
    return fact.quantity, fact.comparator, fact.subject, fact.speakers, fact.period, fact.modality, one.words


def _same_words(one: Profile) -> Hashable:
    return one.fact.quantity, one.words


def _same_surroundings(one: Profile) -> Hashable:
    """All that stands around the figure: it is one claim, even where its subject is read otherwise now."""
    return (one.before or one.after) and (one.before, one.after, one.fact.measure)


def _same_context(one: Profile) -> Hashable:
    """The sentence without its figures: what differs is how much."""
    return one.context and (one.context, one.fact.measure, one.fact.subject)


def _equal(
    left: Mapping[int, Profile], right: Mapping[int, Profile], key: Callable[[Profile], Hashable]
) -> Iterator[Pair]:
    """Pairs of facts with one key, the first with the first; a key that is empty says nothing."""
    waiting: dict[Hashable, deque[int]] = defaultdict(deque)
    for j, one in right.items():
        if known := key(one):
            waiting[known].append(j)
    for i, one in left.items():
        if (known := key(one)) and waiting.get(known):
            yield i, waiting[known].popleft()


def _openings(
    left: Mapping[int, Profile], right: Mapping[int, Profile], olds: Sequence[int], news: Sequence[int]
) -> Iterator[Pair]:
    """The first facts of both versions, where they tell one figure of like things: headlines are written anew."""
    for i, j in zip(olds[:1], news[:1], strict=False):
        one, other = left.get(i), right.get(j)
        if one and other and same_figure(one.fact, other.fact) and related(one, other):
            yield i, j


def _best_first(left: Mapping[int, Profile], right: Mapping[int, Profile]) -> list[Pair]:
    """The pairs that are alike enough, the most alike first; each fact once. Of equally alike ones the first."""
    scored = []
    for i, j in candidates(left, right):
        score = likeness(left[i], right[j])
        if score:
            scored.append((-score, i, j))
    pairs, taken_old, taken_new = [], set(), set()
    for _, i, j in sorted(scored):
        if i not in taken_old and j not in taken_new:
            taken_old.add(i)
            taken_new.add(j)
            pairs.append((i, j))
    return pairs


def _companions(
    left: Mapping[int, Profile], right: Mapping[int, Profile], sentences: Collection[tuple[str, str]]
) -> Iterator[Pair]:
    """Pairs of facts that are alone of their measure in sentences of which one became the other, as their other figures
    show: such sentences may have been rewritten far more than two that have nothing else in common."""
    here, there = (defaultdict[tuple[str, Hashable], list[int]](list) for _ in range(2))
    for side, index in ((left, here), (right, there)):
        for i, one in side.items():
            index[one.fact.sentence, one.fact.measure].append(i)
    became: dict[str, list[str]] = defaultdict(list)
    for before, after in sorted(sentences):
        became[before].append(after)
    taken: set[int] = set()
    for (sentence, measure), indexes in here.items():
        for after in became.get(sentence, ()):
            others = there.get((after, measure), [])
            if (
                len(indexes) == len(others) == 1
                and others[0] not in taken
                and related(left[indexes[0]], right[others[0]])
            ):
                taken.add(others[0])
                yield indexes[0], others[0]
                break
