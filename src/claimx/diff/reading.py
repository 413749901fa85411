"""Extracts the claims of both sides in one run, and only those of documents that are not the same on both."""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from claimx.diff.comparison import Version
from claimx.diff.documents import paired
from claimx.diff.saved import content
from claimx.diff.sides import Side
from claimx.model import Claim, Document, Excluded, Extract, Generator, Problem
from claimx.readers import read
from claimx.readers.marking import marked

Extracting = Callable[[Iterable[Document | Problem]], Iterable[Extract | Problem]]
"""Tells what each item yields, in the order of the items."""


def versions(
    sides: tuple[Side, Side],
    extracted: Extracting,
    made_by: Generator,
    max_size: int,
    on_problem: Callable[[Side, Problem], None],
    *,
    recurring: bool = True,
) -> tuple[Version, Version]:
    """What each side holds, saved results as they are. `made_by` is what `extracted` goes by. No document may be larger
    than `max_size` bytes. What cannot be read is told to `on_problem`. `recurring`: lines that one side's documents
    share are marked, as in any extraction."""
    spared = _unchanged(sides, max_size)
    collected = [_Collected(dict(documents)) for documents in spared]
    turns: list[int] = []

    def items() -> Iterator[Document | Problem]:
        for turn, side in enumerate(sides):
            for item in chain(side.found.problems, _documents(side, max_size, recurring)):
                if isinstance(item, Problem) or item.id not in spared[turn]:
                    turns.append(turn)
                    yield item

    for number, found in enumerate(extracted(items())):
        turn = turns[number]
        if isinstance(found, Problem):
            collected[turn].unread.add(found.document)
            on_problem(sides[turn], found)
        else:
            collected[turn].learn(found)
    old, new = (side.version or own.version(made_by) for side, own in zip(sides, collected, strict=True))
    return old, new


def _documents(side: Side, max_size: int, recurring: bool) -> Iterable[Document | Problem]:
    def documents() -> Iterator[Document | Problem]:
        return read(side.found.sources, max_size)

    return marked(documents) if recurring else documents()


class _Collected:
    """What the documents of one side have yielded so far. At first, those that need no reading."""

    def __init__(self, documents: dict[str, str]) -> None:
        self._documents = documents
        self._claims: list[Claim] = []
        self._excluded: list[Excluded] = []
        self.unread: set[str] = set()

    def learn(self, extract: Extract) -> None:
        """Takes in what a document yields."""
        self._documents[extract.document.id] = content(extract.document)
        self._claims += extract.claims
        self._excluded += extract.excluded

    def version(self, made_by: Generator) -> Version:
        """All of it."""
        return Version(
            documents=self._documents,
            claims=self._claims,
            excluded=self._excluded,
            unread=frozenset(self.unread),
            made_by=made_by,
        )


def _unchanged(sides: tuple[Side, Side], max_size: int) -> tuple[dict[str, str], dict[str, str]]:
    """The documents that are the same on both sides, on each of them; none where a side is a saved result, which does
    not hold them."""
    if any(side.version for side in sides):
        return {}, {}
    old, new = (_contents(side, max_size) for side in sides)
    same = [(one, other) for one, other in paired((), (), old, new).items() if old[one] == new[other]]
    return {one: old[one] for one, _ in same}, {other: new[other] for _, other in same}


def _contents(side: Side, max_size: int) -> dict[str, str]:
    """The side's documents, each with what stands for its content."""
    documents = (item for item in read(side.found.sources, max_size) if isinstance(item, Document))
    return {document.id: content(document) for document in documents}
