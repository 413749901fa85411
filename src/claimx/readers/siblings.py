"""Reads sources with what their documents share marked, and tells which source each document came from."""

from collections.abc import Iterator, Sequence

from claimx.model import Document, Problem
from claimx.readers.interface import Source
from claimx.readers.marking import marked
from claimx.readers.reader import MAX_SIZE, read


def read_marked(
    sources: Sequence[Source], max_size: int = MAX_SIZE, beside: Sequence[Source] = ()
) -> Iterator[tuple[Source, Document | Problem]]:
    """The documents of files, lines that recur across a site's marked, and what could not be read, each with its
    source. `beside`: other files, which are only read for what they share with these. No document may be larger than
    `max_size` bytes."""
    places: list[Source] = []

    def items() -> Iterator[Document | Problem]:
        places.clear()
        for source in sources:
            for item in read([source], max_size):
                places.append(source)
                yield item

    for number, item in enumerate(marked(items, beside=read(beside, max_size))):
        yield places[number], item
