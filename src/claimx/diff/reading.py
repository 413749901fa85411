"""Extracts the claims of both sides in one run, and only those of documents that are not the same on both."""

from collections.abc import Callable, Iterable, Iterator

from claimx.diff.comparison import Version
from claimx.diff.documents import paired
from claimx.diff.saved import content
from claimx.diff.sides import Side
from claimx.model import Claim, Document, Excluded, Extract, Problem
from claimx.readers import read

Extracting = Callable[[Iterable[Document | Problem]], Iterable[Extract | Problem]]
"""Tells what each item yields, in the order of the items."""


def versions(
    sides: tuple[Side, Side], extracted: Extracting, max_size: int, on_problem: Callable[[Side, Problem], None]
) -> tuple[Version, Version]:
    """What each side holds. What cannot be read is told to `on_problem`; no document may be larger than `max_size`
    bytes. Saved results are taken as they are."""
    known = [_contents(side, max_size) for side in sides]
    spared = _unchanged(*known) if all(side.version is None for side in sides) else (frozenset[str](),) * 2
    collected = [_Collected() for _ in sides]
    turns: list[int] = []

    def items() -> Iterator[Document | Problem]:
        for turn, side in enumerate(sides):
            for item in (*side.found.problems, *read(side.found.sources, max_size)):
                if isinstance(item, Problem) or item.id not in spared[turn]:
                    turns.append(turn)
                    yield item

    for number, found in enumerate(extracted(items())):
        turn = turns[number]
        if isinstance(found, Problem):
            collected[turn].unread.add(found.document)
            on_problem(sides[turn], found)
        else:
            collected[turn].claims += found.claims
            collected[turn].excluded += found.excluded
    old, new = (
        side.version
        or Version(documents=documents, claims=own.claims, excluded=own.excluded, unread=frozenset(own.unread))
        for side, documents, own in zip(sides, known, collected, strict=True)
    )
    return old, new


class _Collected:
    """What the documents of one side have yielded so far."""

    def __init__(self) -> None:
        self.claims: list[Claim] = []
        self.excluded: list[Excluded] = []
        self.unread: set[str] = set()


def _contents(side: Side, max_size: int) -> dict[str, str]:
    """The side's documents, each with what stands for its content."""
    documents = (item for item in read(side.found.sources, max_size) if isinstance(item, Document))
    return {document.id: content(document) for document in documents}


def _unchanged(old: dict[str, str], new: dict[str, str]) -> tuple[frozenset[str], frozenset[str]]:
    """The names of the documents that are the same on both sides, on each of them."""
    same = [(one, other) for one, other in paired((), (), old, new).items() if old[one] == new[other]]
    return frozenset(one for one, _ in same), frozenset(other for _, other in same)
