"""Figures: claims that assert the same quantity of the same subject, within and across documents."""

import hashlib
from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

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
    claims, identities = table.claims, _Identities()
    grouped = _grouped(table, named, share, identities)
    told = _on_disk if isinstance(claims, Spool) else _in_memory
    return told(claims, grouped, named, identities)


Grouped = Iterator[tuple[list[int], Figure]]
"""The places of each figure's claims, with the figure."""


def _grouped(table: Table, named: Callable[[str], str], share: Share | None, identities: "_Identities") -> Grouped:
    before: Figure | None = None
    for group in clusters(table, share):
        before = _figure([table.claims[index] for index in group], named, identities, before)
        yield group, before


def _in_memory(
    claims: Sequence[Claim], grouped: Grouped, named: Callable[[str], str], identities: "_Identities"
) -> tuple[Sequence[Claim], Sequence[Figure]]:
    owners, found = array("I", bytes(4 * len(claims))), list[Figure]()
    for group, figure in grouped:
        for index in group:
            owners[index] = len(found)
        found.append(figure)
    final = identities.settled(found)
    figures = tuple(_renamed(figure, final) for figure in found)
    told = (_told(claim, figures[owner].id, named) for claim, owner in zip(claims, owners, strict=True))
    return tuple(told), figures


def _on_disk(
    claims: Sequence[Claim], grouped: Grouped, named: Callable[[str], str], identities: "_Identities"
) -> tuple[Sequence[Claim], Sequence[Figure]]:
    """The same, where the claims get the ids of their figures whenever they are asked for."""
    figures, numbers = Spool(Figure), array("Q", bytes(8 * len(claims)))
    for group, figure in grouped:
        figures.append(figure)
        for index in group:
            numbers[index] = _number(figure.id)
    final = identities.settled(figures)

    def told(index: int, claim: Claim) -> Claim:
        return _told(claim, _identity(final.get(numbers[index], numbers[index])), named)

    renamed = Mapped(figures, lambda _, figure: _renamed(figure, final)) if final else figures
    return Mapped(claims, told), renamed


def _renamed(figure: Figure, final: Mapping[int, int]) -> Figure:
    number = final.get(_number(figure.id))
    return figure if number is None else replace(figure, id=_identity(number))


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
    """Ids that are made of what figures say. Those of several that say alike are settled when all are known."""

    def __init__(self) -> None:
        self._met: set[int] = set()
        self._alike: dict[int, int] = {}
        """Numbers of figures that say alike, by the one that they all would have."""

    def of(self, best: Claim, subject: str | None) -> str:
        """The id of the figure of that claim and subject, for the time being where others say alike."""
        words = " ".join(plain_words(best.sentence) if subject is None else subject.split()).casefold()
        levels = best.change and (best.change.direction, best.change.delta, best.change.from_, best.change.to)
        said = (best.kind, best.value, best.low, best.high, best.vague, levels, best.unit, best.per, best.period, words)
        identity = _digest("|".join(map(str, said)))
        number = _number(identity)
        if number not in self._met:
            self._met.add(number)
            return identity
        self._alike[number] = number
        again = _digest(f"{identity} {len(self._alike)}")
        self._alike[_number(again)] = number
        return again

    def settled(self, figures: Iterable[Figure]) -> Mapping[int, int]:
        """The final numbers of figures that say alike. Their claims' ids decide, which depend on no other document: the
        order of the run does not, nor how many there are."""
        if not self._alike:
            return {}
        alike: dict[int, list[tuple[str, int]]] = defaultdict(list)
        for figure in figures:
            number = _number(figure.id)
            if number in self._alike:
                alike[self._alike[number]].append((min(figure.claims), number))
        return {
            number: _number(_digest(f"{_identity(shared)} {claim}"))
            for shared, several in alike.items()
            for claim, number in sorted(several)[1:]
        } | {min(several)[1]: shared for shared, several in alike.items()}


def _identity(number: int) -> str:
    return f"{_PREFIX}{number:0{_DIGITS}x}"


def _number(identity: str) -> int:
    return int(identity.removeprefix(_PREFIX), 16)


def _digest(key: str) -> str:
    return _PREFIX + hashlib.sha256(key.encode()).hexdigest()[:_DIGITS]
