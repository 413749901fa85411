"""The unit of work of every engine: some documents in, what each of them yields out."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice
from typing import Protocol

from claimx.model import Document, Extract, Problem
from claimx.pipeline import Options, Pipeline, guarded

Item = Document | Problem
"""What reading yields; a problem only keeps its place."""

Found = Extract | Problem
Batch = tuple[Item, ...]

_SIZE = 8
"""Documents that travel together: fewer cost messages, more keep workers waiting for each other at the end."""


class Engine(Protocol):
    """Runs the pipeline over the items."""

    def __call__(self, items: Iterable[Item], options: Options) -> Iterator[Found]:
        """What each item yields, in the order of the items, which are taken a few at a time."""


def batches(items: Iterable[Item]) -> Iterator[Batch]:
    """The items, some at a time."""
    source = iter(items)
    while batch := tuple(islice(source, _SIZE)):
        yield batch


def extract_batch(options: Options, batch: Sequence[Item]) -> list[Found]:
    """What each item of the batch yields."""
    pipeline = pipeline_for(options)
    return [item if isinstance(item, Problem) else guarded(pipeline, item) for item in batch]


def problems_of(batch: Batch) -> list[Found] | None:
    """What the batch yields if it has no document, so that no worker need have it; else None."""
    problems: list[Found] = [item for item in batch if isinstance(item, Problem)]
    return problems if len(problems) == len(batch) else None


def name_of(item: Item) -> str:
    """The document's id, also where it could not be read."""
    return item.id if isinstance(item, Document) else item.document


@cache
def pipeline_for(options: Options) -> Pipeline:
    """The process's own pipeline, built when it is first needed."""
    return Pipeline(options)
