"""Figures as JSON numbers digit by digit: never rounded, and never in powers of ten."""

from decimal import Decimal
from typing import Any

import msgspec


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
