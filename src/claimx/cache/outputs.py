"""Whole outputs by the sources that they were made of: a run over sources of which none has changed need not even read
them as documents."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Callable, Iterable, Sequence

from claimx.cache.netstrings import packed, unpacked

TYPE_CHECKING = False
"""As in `typing`, which takes as long to import as the rest of a run that is known."""
if TYPE_CHECKING:
    from pathlib import Path

_LARGEST = 200_000_000
"""Bytes of an output that is worth remembering."""

_FAST = 1


class Written:
    """What a run wrote, in pieces that can be gone through again, and the lines that it told its user."""

    __slots__ = ("pieces", "summary", "warnings")

    def __init__(self, pieces: Iterable[bytes], warnings: Sequence[str], summary: str) -> None:
        self.pieces = pieces
        self.warnings = warnings
        self.summary = summary


def recalled(key: str, get: Callable[[bytes], bytes | None]) -> Written | None:
    """The output that is kept under the key. `get` looks in the store; an entry that cannot be read is none."""
    try:
        data, summary, *warnings = unpacked(get(bytes.fromhex(key)) or b"")
        return Written((zlib.decompress(data),), [line.decode() for line in warnings], summary.decode())
    except (zlib.error, ValueError):
        return None


def keep(key: str, written: Written, put: Callable[[bytes, bytes], None]) -> None:
    """Remembers an output, if it is not too large. `put` puts it in the store."""
    compressing, parts, size = zlib.compressobj(_FAST), [], 0
    for piece in written.pieces:
        size += len(piece)
        if size > _LARGEST:
            return
        parts.append(compressing.compress(piece))
    lines = (line.encode() for line in (written.summary, *written.warnings))
    put(bytes.fromhex(key), packed((b"".join((*parts, compressing.flush())), *lines)))


def output_key(made_by: bytes, sources: Sequence[tuple[str, Path]]) -> str | None:
    """The key of an output of the sources, by their names and bytes; None where one cannot be read. `made_by`: all else
    that has a part in it."""
    hashed = hashlib.sha256(made_by)
    for name, path in sources:
        try:
            data = path.read_bytes()
        except OSError:
            return None
        hashed.update(repr((name, path.suffix)).encode() + hashlib.sha256(data).digest())
    return hashed.hexdigest()
