"""Whole outputs by the sources that they were made of: a run over sources of which none has changed need not even read
them as documents."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from claimx.cache.circumstances import circumstances

if TYPE_CHECKING:
    from claimx.cache.store import Store
    from claimx.settings import Options

_LARGEST = 200_000_000
"""Bytes of an output that is worth remembering."""

_FAST = 1


class Written(msgspec.Struct, frozen=True, array_like=True):
    """What a run wrote, and the lines that it told its user."""

    data: bytes
    warnings: tuple[str, ...]
    summary: str


class Outputs:
    """Outputs in a store. `manner`: all that decides on how a result is written, beside the options."""

    def __init__(self, store: Store, options: Options, manner: Sequence[object]) -> None:
        self._store = store
        self._prefix = circumstances(options, everything=True) + repr(manner).encode()

    def key(self, sources: Sequence[tuple[str, Path]]) -> str | None:
        """The key of the sources' names and bytes; None where one cannot be read."""
        hashed = hashlib.sha256(self._prefix)
        for name, path in sources:
            try:
                data = path.read_bytes()
            except OSError:
                return None
            hashed.update(repr((name, path.suffix)).encode() + hashlib.sha256(data).digest())
        return hashed.hexdigest()

    def get(self, key: str) -> Written | None:
        """What is known under the key. An entry that cannot be read is none."""
        packed = self._store.get(bytes.fromhex(key))
        try:
            known = msgspec.msgpack.decode(packed, type=Written) if packed else None
            return msgspec.structs.replace(known, data=zlib.decompress(known.data)) if known is not None else None
        except (zlib.error, msgspec.DecodeError):
            return None

    def put(self, key: str, written: Written) -> None:
        """Remembers an output, if it is not too large."""
        if len(written.data) <= _LARGEST:
            small = msgspec.structs.replace(written, data=zlib.compress(written.data, _FAST))
            self._store.put(bytes.fromhex(key), msgspec.msgpack.encode(small))
