"""The unit of work of every engine: some documents in, what each of them yields out. The pipeline is imported when the
first one comes that needs it."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Protocol

from claimx.model import Document, Extract, Problem
from claimx.portions import portions
from claimx.settings import Options

if TYPE_CHECKING:
    from claimx.pipeline import Pipeline

Item = Document | Extract | Problem
"""A document to work on, or what needs no work any more and only keeps its place."""

Found = Extract | Problem
Batch = tuple[Item, ...]

SIZE = 8
"""Documents that travel together: fewer cost messages, and time where they are worked on together."""

_CHARACTERS = 32_000
"""What the texts of documents that are held together may have."""


class Engine(Protocol):
    """Runs the pipeline over the items."""

    def __call__(self, items: Iterable[Item], options: Options) -> Iterator[Found]:
        """What each item yields, in the order of the items, which are taken a few at a time."""


def batches(items: Iterable[Item], size: int = SIZE) -> Iterator[Batch]:
    """The items, so many at a time."""
    source = iter(items)
    while batch := tuple(islice(source, size)):
        yield batch


def short_batches(items: Iterable[Item]) -> Iterator[list[Item]]:
    """The items, as many at a time as their texts may have together; a long one comes by itself."""
    return portions(items, _length, _CHARACTERS, SIZE)


def tapering(items: Iterable[Item], workers: int) -> Iterator[Batch]:
    """Short batches for so many workers, smaller and smaller when the items run out: none is left with much to do when
    the others have nothing. Some items more than are given out have been taken."""
    source = iter(items)
    ahead: deque[Item] = deque()
    held, shares = 0, 2 * workers
    while True:
        while len(ahead) < shares * SIZE and held < shares * _CHARACTERS and (item := next(source, None)) is not None:
            ahead.append(item)
            held += _length(item)
        if not ahead:
            return
        batch = tuple(next(portions(ahead, _length, _CHARACTERS, max(1, len(ahead) // shares))))
        held -= sum(_length(ahead.popleft()) for _ in batch)
        yield batch


def _length(item: Item) -> int:
    return len(item.text) if isinstance(item, Document) else 0


def extract_batch(options: Options, batch: Sequence[Item]) -> list[Found]:
    """What each item of the batch yields."""
    if (known := finished(batch)) is not None:
        return known
    from claimx.pipeline import guarded

    extracts = iter(guarded(pipeline_for(options), [item for item in batch if isinstance(item, Document)]))
    return [next(extracts) if isinstance(item, Document) else item for item in batch]


def finished(batch: Sequence[Item]) -> list[Found] | None:
    """What the batch yields if it has no document, so that no worker need have it; else None."""
    known: list[Found] = [item for item in batch if not isinstance(item, Document)]
    return known if len(known) == len(batch) else None


def name_of(item: Item) -> str:
    """The document's id, also where it could not be read."""
    match item:
        case Document():
            return item.id
        case Extract():
            return item.document.id
    return item.document


@cache
def pipeline_for(options: Options) -> Pipeline:
    """The process's own pipeline, built when it is first needed."""
    from claimx.pipeline import Pipeline

    return Pipeline(options)
