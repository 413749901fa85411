"""Part files: what each batch yields, kept so that a run that was killed goes on where it was."""

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from claimx.engines.batches import Batch, Found
from claimx.errors import OutputError
from claimx.model import Extract, Generator, LeftOut, Problem
from claimx.outputfile import OutputFile
from claimx.settings import Options


class _Part(msgspec.Struct, frozen=True, array_like=True):
    """What one document of a batch yields: one of these."""

    extract: Extract | None = None
    left_out: LeftOut | None = None
    problem: Problem | None = None


def pack(found: Sequence[Found]) -> bytes:
    """What a batch yields as bytes."""
    return msgspec.msgpack.encode([_part(item) for item in found])


def _part(item: Found) -> _Part:
    match item:
        case Extract():
            return _Part(extract=item)
        case LeftOut():
            return _Part(left_out=item)
    return _Part(problem=item)


def unpack(packed: bytes) -> list[Found]:
    """The batch's yield. Raises msgspec.DecodeError for bytes that are none."""
    parts = (part.extract or part.left_out or part.problem for part in msgspec.msgpack.decode(packed, type=list[_Part]))
    return [found for found in parts if found is not None]


class Parts:
    """Keeps nothing: every batch is worked out."""

    def key(self, options: Options, generator: Generator, batch: Batch) -> str:
        """Names the batch by everything that its yield depends on."""
        return ""

    def get(self, key: str) -> bytes | None:
        """What the batch yielded, packed; None where that is not known."""
        return None

    def put(self, key: str, packed: bytes) -> None:
        """Keeps what the batch yielded."""


class PartFiles(Parts):
    """One file a batch in a folder, which is made where it is missing. A file is there whole or not at all."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as failure:
            raise OutputError(f"{folder}: cannot keep part files: {failure.strerror}") from failure

    def key(self, options: Options, generator: Generator, batch: Batch) -> str:
        """A digest of the batch, the options, and what is to read it."""
        return hashlib.sha256(msgspec.msgpack.encode((options, generator, batch), enc_hook=_plain)).hexdigest()

    def get(self, key: str) -> bytes | None:
        """What the batch's file holds, if it is there and whole."""
        try:
            packed = self._path(key).read_bytes()
            unpack(packed)
        except (OSError, msgspec.DecodeError):
            return None
        return packed

    def put(self, key: str, packed: bytes) -> None:
        """Writes the batch's file. Raises OutputError where that fails."""
        OutputFile(self._path(key)).write(packed)

    def _path(self, key: str) -> Path:
        return self._folder / f"{key}.part"


def _plain(value: Any) -> Any:
    if isinstance(value, Path):
        return str(value)
    raise TypeError(f"{type(value).__name__} does not go into a key")
