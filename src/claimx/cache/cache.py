"""What documents yielded, by all that has a part in it: the document, the options, the rules, the model, the code."""

from __future__ import annotations

import hashlib
import zlib
from typing import TYPE_CHECKING

import msgspec

from claimx.cache.circumstances import circumstances
from claimx.model import Document, Extract, LeftOut

if TYPE_CHECKING:
    from claimx.cache.store import Store
    from claimx.settings import Options

_FAST = 1
"""Level of compression: more would cost more time than the smaller file saves."""


class _Entry(msgspec.Struct, frozen=True, array_like=True):
    """One document's result: what it yields, or why it is left out."""

    extract: Extract | None = None
    left_out: LeftOut | None = None


class Cache:
    """Results of documents in a store. An entry is found only if everything is as it was when it was put there."""

    def __init__(self, store: Store, options: Options) -> None:
        self._store = store
        self._circumstances = circumstances(options)
        self._pack = msgspec.msgpack.Encoder().encode
        self._unpack = msgspec.msgpack.Decoder(_Entry).decode

    def key(self, document: Document) -> str:
        """The document's key: it changes with the document's text, name or markup, and with everything about the run
        that has a part in the result."""
        return hashlib.sha256(self._circumstances + self._pack(document)).hexdigest()

    def get(self, key: str) -> Extract | LeftOut | None:
        """What is known under the key. An entry that cannot be read is none."""
        data = self._store.get(bytes.fromhex(key))
        if data is None:
            return None
        try:
            entry = self._unpack(zlib.decompress(data))
        except (zlib.error, msgspec.DecodeError):
            return None
        return entry.extract or entry.left_out

    def put(self, key: str, found: Extract | LeftOut) -> None:
        """Remembers what a document yielded."""
        entry = _Entry(extract=found) if isinstance(found, Extract) else _Entry(left_out=found)
        self._store.put(bytes.fromhex(key), zlib.compress(self._pack(entry), _FAST))
