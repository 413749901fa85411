"""Figures: claims that assert the same quantity of the same subject, within and across documents.

Block, compare, cluster: only claims of one figure (or of a rounding of it) are compared, and those that are alike are
joined, so that the work stays near-linear in the number of claims.
"""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from claimx.model import Claim, Figure
from claimx.resolve.candidates import Candidate, candidate, roundings, same_value
from claimx.resolve.likeness import alike, converted
from claimx.resolve.values import digits
from claimx.resolve.words import Weights

_TELLING_WORDS = 3
"""Content words of a sentence that is hardly written twice of two things."""

_CONVERSION_REACH = 4
"""Claims of a sentence after a sum among which its conversions are looked for."""


def find_figures(
    claims: Sequence[Claim], named: Callable[[str], str], titles: Mapping[str, str | None]
) -> tuple[tuple[Claim, ...], tuple[Figure, ...]]:
    """The claims, each with the id of its figure, and the figures in the order of their first claims.

    `named` gives the name that a speaker goes by in the whole run, `titles` each document's title.
    """
    candidates = [candidate(claim, titles.get(claim.document)) for claim in claims]
    groups = _clusters(candidates)
    identities = _identities(groups, candidates)
    figures = tuple(
        _figure(group, identity, candidates, named) for group, identity in zip(groups, identities, strict=True)
    )
    figure_of = {index: figure.id for group, figure in zip(groups, figures, strict=True) for index in group}
    return tuple(replace(claim, figure=figure_of[index]) for index, claim in enumerate(claims)), figures


def _clusters(candidates: Sequence[Candidate]) -> list[list[int]]:
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


def _figure(
    group: Sequence[int], identity: str, candidates: Sequence[Candidate], named: Callable[[str], str]
) -> Figure:
    claims = [candidates[index].claim for index in group]
    best = _representative(claims)
    return Figure(
        id=identity,
        kind=best.kind,
        value=best.value if best.value is not None or best.change is None else best.change.to or best.change.delta,
        low=best.low,
        high=best.high,
        unit=best.unit,
        subject=_subject(claims),
        claims=tuple(claim.id for claim in claims),
        documents=tuple(dict.fromkeys(claim.document for claim in claims)),
        speakers=tuple(dict.fromkeys(named(one.name) for claim in claims for one in claim.attribution.speakers)),
    )


def _representative(claims: Sequence[Claim]) -> Claim:
    """The claim whose wording of the figure stands for all: the one that most share, then the most exact."""
    counts = Counter((claim.value, claim.unit) for claim in claims)

    def rank(claim: Claim) -> tuple[int, int, bool]:
        exactness = digits(claim.value) if claim.value is not None else 0
        return counts[claim.value, claim.unit], exactness, claim.comparator == "="

    return max(claims, key=rank)


def _subject(claims: Sequence[Claim]) -> str | None:
    """The subject that most of the claims have, then the longest."""
    counts = Counter(claim.subject for claim in claims if claim.subject)
    return max(counts, key=lambda subject: (counts[subject], len(subject), subject), default=None)


def _identities(groups: Sequence[Sequence[int]], candidates: Sequence[Candidate]) -> list[str]:
    """Ids that are made of what the figures say and of nothing else; the few that say alike are numbered."""
    seen: Counter[str] = Counter()
    identities = []
    for group in groups:
        claims = [candidates[index].claim for index in group]
        best = _representative(claims)
        subject = _subject(claims)
        words = sorted(candidate(best).sentence) if subject is None else [" ".join(subject.casefold().split())]
        said = (best.kind, best.value, best.low, best.high, best.vague, best.change, best.unit, best.per, best.period)
        key = repr((said, words))
        seen[key] += 1
        number = f"#{seen[key]}" if seen[key] > 1 else ""
        identities.append("f_" + hashlib.sha256((key + number).encode()).hexdigest()[:16])
    return identities
