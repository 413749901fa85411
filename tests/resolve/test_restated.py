"""Figures that one sentence tells twice, and two figures of a sentence that are not one."""

from typing import Any

import pytest

from claimx.resolve import wording
from claimx.resolve.restated import restatements
from claimx.resolve.table import Table
from tests.resolve.conftest import ClaimMaker

QUARTER: dict[str, Any] = {"kind": "fraction", "numerator": 1, "denominator": 4, "unit": None}
HALF: dict[str, Any] = {"kind": "fraction", "numerator": 1, "denominator": 2, "unit": None}


def share(value: float, comparator: str = "=") -> dict[str, Any]:
    return {"kind": "percentage", "value": value, "comparator": comparator}


def count(value: float, comparator: str = "=") -> dict[str, Any]:
    return {"kind": "count", "value": value, "comparator": comparator}


@pytest.mark.parametrize(
    ("sentence", "one", "other", "same"),
    [
        ("Almost a quarter (21%) agreed.", ("Almost a quarter", QUARTER), ("21%", share(21)), True),
        ("A quarter of nurses (26%) agreed.", ("A quarter", QUARTER), ("26%", share(26)), True),
        ("More than half (57%) agreed.", ("More than half", HALF | {"comparator": ">"}), ("57%", share(57)), True),
        ("More than half (44%) agreed.", ("More than half", HALF | {"comparator": ">"}), ("44%", share(44)), False),
        ("Half, or 50%, agreed.", ("Half", HALF), ("50%", share(50)), True),
        ("Half - 51% - agreed.", ("Half", HALF), ("51%", share(51)), True),
        ("Half, 51%, agreed.", ("Half", HALF), ("51%", share(51)), True),
        ("It has six (6) wheels.", ("six", count(6)), ("6", count(6)), True),
        ("It has about 9,000 (8,940) oaks.", ("9,000", count(9000, "~")), ("8,940", count(8940)), True),
        ("A quarter (26% of men) agreed.", ("A quarter", QUARTER), ("26%", share(26)), False),
        ("A quarter (12%) agreed.", ("A quarter", QUARTER), ("12%", share(12)), False),
        ("A quarter of men, 26% of women agreed.", ("A quarter", QUARTER), ("26%", share(26)), False),
        ("Half of men and 50% of women agreed.", ("Half", HALF), ("50%", share(50)), False),
        ("It was 41% (41% in May).", ("41%", share(41)), ("41%", share(41)), False),
        ("It was 40% (41%).", ("40%", share(40)), ("41%", share(41)), False),
        ("It has about 9,000 (8,940 felled) oaks.", ("9,000", count(9000, "~")), ("8,940", count(8940)), False),
        ("It has six (6 new) wheels.", ("six", count(6)), ("6", count(6)), False),
        ("It sold 9,000 (7,000) cars.", ("9,000", count(9000, "~")), ("7,000", count(7000)), False),
    ],
)
def test_a_figure_in_other_words(
    make: ClaimMaker,
    sentence: str,
    one: tuple[str, dict[str, Any]],
    other: tuple[str, dict[str, Any]],
    same: bool,
) -> None:
    table = Table([make(surface, sentence, **fields) for surface, fields in (one, other)], {}, wording())
    assert list(restatements(table, range(2))) == ([(0, 1)] if same else [])
