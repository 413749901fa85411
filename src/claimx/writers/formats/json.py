"""The whole report as JSON: fields in the records' order, indented. Its schema is schema/claims.v1.schema.json."""

from collections.abc import Iterable, Iterator

import msgspec

from claimx.model import Report
from claimx.writers.exact import exact_json
from claimx.writers.interface import Writer


def _pieces(report: Report) -> Iterator[str]:
    before = "{"
    for name, field in zip(report.__struct_encode_fields__, report.__struct_fields__, strict=True):
        yield f"{before}\n  {_written(name, 1)}: "
        value: object = getattr(report, field)
        if isinstance(value, str | msgspec.Struct):
            yield _written(value, 1)
        elif isinstance(value, Iterable):
            yield from _array(value)
        before = ","
    yield "\n}\n"


def _array(records: Iterable[object]) -> Iterator[str]:
    """A field that holds records, one by one: as data they take many times what they take as text."""
    before = "["
    for record in records:
        yield f"{before}\n    {_written(record, 2)}"
        before = ","
    yield "[]" if before == "[" else "\n  ]"


def _written(value: object, depth: int) -> str:
    """A value that stands so many levels deep. No line feed in its JSON is one of its text: those are escaped."""
    data = exact_json(value) if isinstance(value, msgspec.Struct) else msgspec.json.encode(value)
    return msgspec.json.format(data, indent=2).decode().replace("\n", "\n" + "  " * depth)


WRITER = Writer(suffixes=(".json",), pieces=_pieces)
