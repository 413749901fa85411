"""What a format's module has to offer, and what it is given."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from claimx.model import Document, Problem


@dataclass(frozen=True, slots=True)
class Source:
    """One file or stream to read."""

    id: str
    """The name that its document gets, or that problems with it are reported under."""
    path: Path | None
    """None is the standard input."""
    size: int | None = None
    """Bytes; None where it is not known before reading."""


@dataclass(frozen=True, slots=True)
class Reader:
    """One input format: the `READER` of a module in `claimx.readers.formats`."""

    suffixes: tuple[str, ...]
    """Of the files that folders are searched for, in lower case, with the dot."""
    recognises: Callable[[bytes], bool]
    """Whether a file of another suffix, or the standard input, is in this format, judged by its first bytes."""
    read: Callable[[Source, BinaryIO, int], Iterator[Document | Problem]]
    """Reads the open source; no document may be larger than the given number of bytes. Raises InputError where there
    is nothing to go on with; a `Problem` stands for a part that cannot be read."""
    insists: bool = False
    """Whether it also takes files that are named as plain text but that it recognises."""
    is_result: Callable[[bytes], bool] = lambda line: False
    """Whether a file of these suffixes is no source but what claimx wrote, judged by its first line."""
