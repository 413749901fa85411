"""Figures: claims that assert the same quantity of the same subject, within and across documents."""

import hashlib
from collections import Counter
from collections.abc import Callable, Sequence

from msgspec.structs import replace

from claimx.model import Claim, Figure
from claimx.resolve.clusters import clusters
from claimx.resolve.partitions import Share
from claimx.resolve.table import Table
from claimx.resolve.values import digits
from claimx.resolve.words import plain_words


def find_figures(
    table: Table, named: Callable[[str], str], share: Share | None = None
) -> tuple[tuple[Claim, ...], tuple[Figure, ...]]:
    """The claims, each with the id of its figure, and the figures in the order of their first claims.

    `named` gives the name that a speaker goes by in the whole run; `share` has claims compared elsewhere.
    """
    claims = table.claims
    seen: dict[str, int] = {}
    figures: list[Figure] = []
    figure_of = [""] * len(claims)
    for group in clusters(table, share):
        figure = _figure([claims[index] for index in group], named, seen, figures[-1] if figures else None)
        figures.append(figure)
        for index in group:
            figure_of[index] = figure.id
    return tuple(_told(claim, figure_of[index], named) for index, claim in enumerate(claims)), tuple(figures)


def _told(claim: Claim, figure: str, named: Callable[[str], str]) -> Claim:
    """The claim with its figure, and with its organisations by the names that they go by in the whole run."""
    if not claim.organisations:
        return replace(claim, figure=figure)
    return replace(claim, figure=figure, organisations=tuple(dict.fromkeys(map(named, claim.organisations))))


def _figure(
    claims: Sequence[Claim], named: Callable[[str], str], seen: dict[str, int], before: Figure | None
) -> Figure:
    """The figure that the claims share; `seen` counts the figures so far that say the same, by the id of the first.
    The one `before` it is mostly of the same document, often by the same speaker, and lends these to save room."""
    best, subject = _representative(claims), _subject(claims)
    spoken = [one.name for claim in claims for one in claim.attribution.speakers]
    documents = tuple(dict.fromkeys(claim.document for claim in claims))
    speakers = tuple(dict.fromkeys(map(named, spoken))) if spoken else ()
    return Figure(
        id=_identity(best, subject, seen),
        kind=best.kind,
        value=best.value if best.value is not None or best.change is None else best.change.to or best.change.delta,
        low=best.low,
        high=best.high,
        unit=best.unit,
        subject=subject,
        claims=tuple([claim.id for claim in claims]),
        documents=before.documents if before is not None and before.documents == documents else documents,
        speakers=before.speakers if before is not None and before.speakers == speakers else speakers,
    )


def _representative(claims: Sequence[Claim]) -> Claim:
    """The claim whose wording of the figure stands for all: the one that most share, then the most exact."""
    if len(claims) == 1:
        return claims[0]
    counts = Counter((claim.value, claim.unit) for claim in claims)

    def rank(claim: Claim) -> tuple[int, int, bool]:
        exactness = digits(claim.value) if claim.value is not None else 0
        return counts[claim.value, claim.unit], exactness, claim.comparator == "="

    return max(claims, key=rank)


def _subject(claims: Sequence[Claim]) -> str | None:
    """The subject that most of the claims have, then the longest."""
    if len(claims) == 1:
        return claims[0].subject or None
    counts = Counter(claim.subject for claim in claims if claim.subject)
    return max(counts, key=lambda subject: (counts[subject], len(subject), subject), default=None)


def _identity(best: Claim, subject: str | None, seen: dict[str, int]) -> str:
    """An id that is made of what the figure says and of nothing else; the few that say alike are numbered."""
    words = " ".join(plain_words(best.sentence) if subject is None else subject.split()).casefold()
    levels = best.change and (best.change.direction, best.change.delta, best.change.from_, best.change.to)
    said = (best.kind, best.value, best.low, best.high, best.vague, levels, best.unit, best.per, best.period, words)
    key = "|".join(map(str, said))
    identity = _digest(key)
    if identity not in seen:
        seen[identity] = 1
        return identity
    seen[identity] += 1
    return _digest(f"{key}#{seen[identity]}")


def _digest(key: str) -> str:
    return "f_" + hashlib.sha256(key.encode()).hexdigest()[:16]
