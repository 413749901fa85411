"""The published schema is the code's own, and what extract writes keeps to it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from claimx import schema
from claimx.model import Report
from claimx.writers import writer

PUBLISHED = Path(__file__).parent.parent / "schema" / "claims.v1.schema.json"


@pytest.fixture(scope="module")
def validator() -> Any:
    published = json.loads(PUBLISHED.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(published)
    return jsonschema.Draft202012Validator(published)


def test_published_schema_is_the_generated_one() -> None:
    assert PUBLISHED.read_text(encoding="utf-8") == schema.text(schema.schema()), (
        "run: python -m claimx.schema > schema/…"
    )


def test_real_output_is_valid(validator: Any, seeds_report: Report) -> None:
    validator.validate(json.loads(writer("json").write(seeds_report)))


def test_full_record_is_valid(validator: Any, full_report: Report) -> None:
    validator.validate(json.loads(writer("json").write(full_report)))


def _without_comparator(data: dict[str, Any]) -> None:
    del data["claims"][0]["comparator"]


def _with_another_field(data: dict[str, Any]) -> None:
    data["claims"][0]["mood"] = "good"


def _with_value_as_text(data: dict[str, Any]) -> None:
    data["claims"][0]["value"] = "18.09"


@pytest.mark.parametrize("spoil", [_without_comparator, _with_another_field, _with_value_as_text])
def test_other_output_is_not_valid(
    validator: Any, full_report: Report, spoil: Callable[[dict[str, Any]], None]
) -> None:
    data = json.loads(writer("json").write(full_report))
    spoil(data)
    assert not validator.is_valid(data)
