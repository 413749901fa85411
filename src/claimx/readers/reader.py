"""Reads sources one after the other, lazily: no more than one document is held at a time."""

import logging
import sys
from collections.abc import Iterable, Iterator
from typing import BinaryIO, cast

import msgspec

from claimx.errors import InputError
from claimx.model import Document, Problem
from claimx.readers.choice import reader_for
from claimx.readers.formats import all_readers
from claimx.readers.interface import Source
from claimx.readers.sources import reason_of

MAX_SIZE = 10_000_000
"""Bytes of a document unless more is allowed: three times War and Peace."""

_LOG = logging.getLogger(__name__)
_HEAD = 4096
"""Bytes by which the format is judged."""


def read(sources: Iterable[Source], max_size: int = MAX_SIZE) -> Iterator[Document | Problem]:
    """The documents of the sources, in their order, each with an id of its own, and what could not be read."""
    taken: set[str] = set()
    for source in sources:
        for item in _items(source, max_size):
            if isinstance(item, Document):
                item = _with_own_id(item, taken)
                taken.add(item.id)
            yield item


def _items(source: Source, max_size: int) -> Iterator[Document | Problem]:
    try:
        if source.path is None:
            yield from _read(source, sys.stdin.buffer, max_size)
        else:
            with source.path.open("rb") as stream:
                yield from _read(source, stream, max_size)
    except InputError as error:
        yield Problem(source.id, str(error))
    except OSError as error:
        yield Problem(source.id, reason_of(error))
    except Exception as bug:
        # a file that a format's library stumbles over must not cost the others their results
        _LOG.debug("%s", source.id, exc_info=True)
        yield Problem(
            source.id, f"a bug in claimx, please report it: {type(bug).__name__}: {' '.join(str(bug).split())}"
        )


def _read(source: Source, stream: BinaryIO, max_size: int) -> Iterator[Document | Problem]:
    head = cast("bytes", stream.peek(_HEAD)) if hasattr(stream, "peek") else b""
    reader = reader_for(source.path.name if source.path else "", head) or all_readers()["text"]
    return reader.read(source, stream, max_size)


def _with_own_id(document: Document, taken: set[str]) -> Document:
    """The document, or where its id is taken (lines of JSON Lines may repeat one) the same under `id#2`, `id#3`."""
    name, number = document.id, 1
    while name in taken:
        number += 1
        name = f"{document.id}#{number}"
    return document if name == document.id else msgspec.structs.replace(document, id=name)
