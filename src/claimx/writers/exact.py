"""Figures as JSON numbers digit by digit: never rounded, and never in powers of ten."""

from decimal import Decimal
from typing import Any

import msgspec

_plainly = msgspec.json.Encoder(decimal_format="number").encode


def exact_json(record: msgspec.Struct) -> bytes:
    """A record as JSON, in the order of its fields."""
    data = _plainly(record)
    if b"E+" in data or b"E-" in data:  # a power of ten, unless a text has it
        return msgspec.json.encode(exact(record))
    return data


def exact(record: msgspec.Struct) -> dict[str, Any]:
    """A record as data for the JSON encoder, in the order of its fields."""
    data: dict[str, Any] = _written_out(msgspec.to_builtins(record, builtin_types=(Decimal,)))
    return data


def _written_out(value: Any) -> Any:
    match value:
        case Decimal():
            return msgspec.Raw(format(value, "f").encode())
        case dict():
            return {key: _written_out(item) for key, item in value.items()}
        case list() | tuple():
            return [_written_out(item) for item in value]
    return value
