"""The whole report as JSON: fields in the records' order, indented. Its schema is schema/claims.v1.schema.json."""

import msgspec

from claimx.model import Report
from claimx.writers.exact import exact
from claimx.writers.interface import Writer


def _write(report: Report) -> str:
    fields = zip(report.__struct_encode_fields__, report.__struct_fields__, strict=True)
    members = [msgspec.json.encode(name) + b":" + _encoded(getattr(report, field)) for name, field in fields]
    return msgspec.json.format(b"{" + b",".join(members) + b"}", indent=2).decode() + "\n"


def _encoded(value: object) -> bytes:
    """A field of the report, record by record: as data they take many times what they take as text."""
    if isinstance(value, tuple):
        return b"[" + b",".join(map(_encoded, value)) + b"]"
    return msgspec.json.encode(exact(value) if isinstance(value, msgspec.Struct) else value)


WRITER = Writer(suffixes=(".json",), write=_write)
