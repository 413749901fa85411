"""The JSON Schema of the output, made from the records: `python -m claimx.schema > schema/claims.v1.schema.json`."""

import ast
import inspect
import json
import sys
import textwrap
from collections.abc import Mapping
from typing import Any

import msgspec

from claimx import model
from claimx.model import Report
from claimx.model.report import SCHEMA_VERSION

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema() -> dict[str, Any]:
    """The schema of `claimx extract`'s JSON."""
    return schema_of(Report, vars(model), f"Result of claimx extract, version {SCHEMA_VERSION}")


def schema_of(whole: type[msgspec.Struct], records: Mapping[str, Any], title: str) -> dict[str, Any]:
    """The schema of a record and of all that it holds, which `records` has by name. Every field is always there; what
    is not known is null."""
    [reference], components = msgspec.json.schema_components([whole])
    definitions = {name: _closed(records[name], part) for name, part in sorted(components.items())}
    return {"$schema": _DIALECT, "title": title, **reference, "$defs": _exact(definitions)}


def text(schema_: dict[str, Any]) -> str:
    """The schema as the published file holds it."""
    return json.dumps(schema_, indent=2, ensure_ascii=False) + "\n"


def _closed(record: type[msgspec.Struct], part: dict[str, Any]) -> dict[str, Any]:
    """A record's schema, which allows no other fields and misses none, with the fields' descriptions."""
    descriptions = _descriptions(record)
    properties = {
        field: {**{key: value for key, value in kind.items() if key != "default"}, **descriptions.get(field, {})}
        for field, kind in part["properties"].items()
    }
    return {
        "type": "object",
        "description": " ".join(part["description"].split()),
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _descriptions(record: type[msgspec.Struct]) -> dict[str, dict[str, str]]:
    """The docstrings that stand below a record's fields, by the fields' names in JSON."""
    [definition] = ast.parse(textwrap.dedent(inspect.getsource(record))).body
    assert isinstance(definition, ast.ClassDef)
    encoded = dict(zip(record.__struct_fields__, record.__struct_encode_fields__, strict=True))
    found = {}
    for field, below in zip(definition.body, definition.body[1:], strict=False):
        match field, below:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(words))):
                found[encoded[name]] = {"description": " ".join(words.split())}
    return found


def _exact(value: Any) -> Any:
    """The same schema with decimals as the numbers that the writer makes of them."""
    match value:
        case {"type": "string", "format": "decimal", **rest}:
            return {"type": "number", **rest}
        case dict():
            return {key: _exact(item) for key, item in value.items()}
        case list():
            return [_exact(item) for item in value]
    return value


if __name__ == "__main__":
    sys.stdout.write(text(schema()))
