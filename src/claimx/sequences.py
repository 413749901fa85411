"""Sequences that take next to no memory, however long they are: records on disk, and records made when asked for."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from io import BytesIO
from typing import BinaryIO, Generic, TypeVar, overload
from weakref import finalize

import msgspec

_IN_MEMORY = 2_000_000
"""Bytes up to which there is no need for a file."""

_KEPT = 2_000
"""Records that are kept as they are: those of a document, and of a comparison, are asked for again and again."""

_AT_ONCE = 1 << 16
"""Bytes that are read together where the records are gone through in order."""

T = TypeVar("T")
S = TypeVar("S")


class _Sequence(Sequence[T], Generic[T]):
    """What is the same for all: slices are tuples."""

    def _at(self, index: int) -> T:
        raise NotImplementedError

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[T, ...]: ...
    def __getitem__(self, index: int | slice) -> T | tuple[T, ...]:
        if isinstance(index, slice):
            return tuple(map(self._at, range(*index.indices(len(self)))))
        length = len(self)
        if not -length <= index < length:
            raise IndexError(index)
        return self._at(index % length)


class Spool(_Sequence[T]):
    """Records of one type, packed one after the other in a temporary file. They come back equal to what they were."""

    def __init__(self, kind: type[T]) -> None:
        self._pack = msgspec.msgpack.Encoder().encode
        self._unpack = msgspec.msgpack.Decoder(kind).decode
        self._file: BinaryIO = BytesIO()
        self._ends = array("Q", (0,))
        self._kept: dict[int, T] = {}

    def append(self, record: T) -> None:
        """Adds a record at the end."""
        packed = self._pack(record)
        if self._ends[-1] <= _IN_MEMORY < self._ends[-1] + len(packed):
            self._to_disk()
        self._file.seek(self._ends[-1])
        self._file.write(packed)
        self._ends.append(self._ends[-1] + len(packed))

    def extend(self, records: Iterable[T]) -> None:
        """Adds records at the end."""
        for record in records:
            self.append(record)

    def _to_disk(self) -> None:
        from tempfile import TemporaryFile

        self._file.seek(0)
        held, self._file = self._file.read(), TemporaryFile()  # noqa: SIM115
        finalize(self, self._file.close)  # it is there as long as the records are
        self._file.write(held)

    def __len__(self) -> int:
        return len(self._ends) - 1

    def __iter__(self) -> Iterator[T]:
        first, length = 0, len(self)
        while first < length:
            last = first + 1
            while last < length and self._ends[last + 1] - self._ends[first] <= _AT_ONCE:
                last += 1
            start, data = self._ends[first], memoryview(self._read(first, last))
            for index in range(first, last):
                yield self._unpack(data[self._ends[index] - start : self._ends[index + 1] - start])
            first = last

    def _at(self, index: int) -> T:
        record = self._kept.get(index)
        if record is None:
            if len(self._kept) >= _KEPT:
                self._kept.clear()
            record = self._kept[index] = self._unpack(self._read(index, index + 1))
        return record

    def _read(self, first: int, last: int) -> bytes:
        self._file.seek(self._ends[first])
        return self._file.read(self._ends[last] - self._ends[first])


class Mapped(_Sequence[T], Generic[S, T]):
    """What a function makes of each item of a sequence and its place, whenever it is asked for."""

    def __init__(self, items: Sequence[S], function: Callable[[int, S], T]) -> None:
        self._items = items
        self._function = function

    def __len__(self) -> int:
        return len(self._items)

    def __iter__(self) -> Iterator[T]:
        return map(self._function, range(len(self._items)), self._items)

    def _at(self, index: int) -> T:
        return self._function(index, self._items[index])
