"""Figures: claims that assert the same quantity of the same subject, within and across documents."""

import hashlib
from array import array
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from msgspec.structs import replace

from claimx.model import Claim, Figure
from claimx.resolve.clusters import clusters
from claimx.resolve.partitions import Share
from claimx.resolve.table import Table
from claimx.resolve.values import digits
from claimx.resolve.words import plain_words
from claimx.sequences import Mapped, Spool

_PREFIX, _DIGITS = "f_", 16
"""Of a figure's id: what it begins with, and the hexadecimal digits that follow."""


def find_figures(
    table: Table, named: Callable[[str], str], share: Share | None = None
) -> tuple[Sequence[Claim], Sequence[Figure]]:
    """The claims, each with the id of its figure, and the figures in the order of their first claims; where the claims
    are on disk, so are the figures.

    `named` gives the name that a speaker goes by in the whole run; `share` has claims compared elsewhere.
    """
    claims, grouped = table.claims, _grouped(table, named, share)
    return _on_disk(claims, grouped, named) if isinstance(claims, Spool) else _in_memory(claims, grouped, named)


Grouped = Iterator[tuple[list[int], Figure]]
"""The places of each figure's claims, with the figure."""


def _grouped(table: Table, named: Callable[[str], str], share: Share | None) -> Grouped:
    identities = _Identities()
    before: Figure | None = None
    for group in clusters(table, share):
        before = _figure([table.claims[index] for index in group], named, identities, before)
        yield group, before


def _in_memory(
    claims: Sequence[Claim], grouped: Grouped, named: Callable[[str], str]
) -> tuple[Sequence[Claim], Sequence[Figure]]:
    told, figures = list(claims), []
    for group, figure in grouped:
        figures.append(figure)
        for index in group:
            told[index] = _told(claims[index], figure.id, named)
    return tuple(told), tuple(figures)


def _on_disk(
    claims: Spool[Claim], grouped: Grouped, named: Callable[[str], str]
) -> tuple[Sequence[Claim], Sequence[Figure]]:
    """The same, where the claims get the ids of their figures whenever they are asked for."""
    figures, numbers = Spool(Figure), array("Q", bytes(8 * len(claims)))
    for group, figure in grouped:
        figures.append(figure)
        for index in group:
            numbers[index] = _number(figure.id)

    def told(index: int, claim: Claim) -> Claim:
        return _told(claim, f"{_PREFIX}{numbers[index]:0{_DIGITS}x}", named)

    return Mapped(claims, told), figures


def _told(claim: Claim, figure: str, named: Callable[[str], str]) -> Claim:
    """The claim with its figure, and with its organisations by the names that they go by in the whole run."""
    organisations = tuple(dict.fromkeys(map(named, claim.organisations)))
    if organisations == claim.organisations:
        return replace(claim, figure=figure)  # with the claim's own tuple: a million more would take their room
    return replace(claim, figure=figure, organisations=organisations)


def _figure(
    claims: Sequence[Claim], named: Callable[[str], str], identities: "_Identities", before: Figure | None
) -> Figure:
    """The figure that the claims share. The one `before` it is mostly of the same document, often by the same speaker,
    and lends these to save room."""
    best, subject = _representative(claims), _subject(claims)
    spoken = [one.name for claim in claims for one in claim.attribution.speakers]
    documents = tuple(dict.fromkeys(claim.document for claim in claims))
    speakers = tuple(dict.fromkeys(map(named, spoken))) if spoken else ()
    return Figure(
        id=identities.of(best, subject),
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


class _Identities:
    """Ids that are made of what figures say and of nothing else; of those that say alike the later are numbered."""

    def __init__(self) -> None:
        self._met: set[int] = set()
        self._again: dict[str, int] = {}

    def of(self, best: Claim, subject: str | None) -> str:
        """The id of the figure of that claim and subject."""
        words = " ".join(plain_words(best.sentence) if subject is None else subject.split()).casefold()
        levels = best.change and (best.change.direction, best.change.delta, best.change.from_, best.change.to)
        said = (best.kind, best.value, best.low, best.high, best.vague, levels, best.unit, best.per, best.period, words)
        key = "|".join(map(str, said))
        identity = _digest(key)
        number = _number(identity)
        if number not in self._met:
            self._met.add(number)
            return identity
        self._again[identity] = self._again.get(identity, 1) + 1
        return _digest(f"{key}#{self._again[identity]}")


def _number(identity: str) -> int:
    return int(identity.removeprefix(_PREFIX), 16)


def _digest(key: str) -> str:
    return _PREFIX + hashlib.sha256(key.encode()).hexdigest()[:_DIGITS]
