"""The unit of work of every engine: some documents in, what each of them yields out. The pipeline is imported when the
first one comes that needs it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Protocol

from claimx.model import Document, Extract, Problem
from claimx.settings import Options

if TYPE_CHECKING:
    from claimx.pipeline import Pipeline

Item = Document | Extract | Problem
"""A document to work on, or what needs no work any more and only keeps its place."""

Found = Extract | Problem
Batch = tuple[Item, ...]

SIZE = 8
"""Documents that travel together: fewer cost messages, more keep workers waiting for each other at the end."""


class Engine(Protocol):
    """Runs the pipeline over the items."""

    def __call__(self, items: Iterable[Item], options: Options) -> Iterator[Found]:
        """What each item yields, in the order of the items, which are taken a few at a time."""


def batches(items: Iterable[Item], size: int = SIZE) -> Iterator[Batch]:
    """The items, so many at a time."""
    source = iter(items)
    while batch := tuple(islice(source, size)):
        yield batch


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
