"""Reads a source whole, within its limit."""

from typing import BinaryIO

from claimx.errors import InputError
from claimx.readers.interface import Source
from claimx.readers.size import too_large

CONTAINER = 20
"""How much larger than its text a file may be that also holds pictures and fonts."""


def whole(source: Source, stream: BinaryIO, limit: int) -> bytes:
    """All bytes of the open source. Raises InputError where they are more than the limit."""
    if source.size is not None and source.size > limit:
        raise InputError(too_large(source.size, limit))
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise InputError(too_large(None, limit))
    return data
