"""Figures in comparable form, and the room that their wording leaves."""

from decimal import Decimal
from typing import Any

import pytest

from claimx.resolve import wording
from claimx.resolve.values import digits, interval, is_rounding, step, value_of
from tests.resolve.conftest import ChangeMaker, ClaimMaker

DIMENSIONS = wording().dimensions


@pytest.mark.parametrize(
    ("fields", "measure", "numbers"),
    [
        ({"value": 5}, "money GBP", "5"),
        ({"kind": "percentage", "value": 20}, "share", "20"),
        ({"kind": "fraction", "numerator": 1, "denominator": 5, "unit": None}, "share", "20"),
        ({"kind": "count", "value": 12, "unit": "school"}, "count", "12"),
        ({"kind": "duration", "value": 5, "unit": "year"}, "dimension.time-by-the-calendar", "60"),
        ({"kind": "measure", "value": 3, "unit": "km"}, "dimension.length", "3000"),
        ({"kind": "measure", "value": 10, "unit": "degree Celsius"}, "dimension.temperature", "18"),
        ({"kind": "measure", "value": 50, "unit": "degree Fahrenheit"}, "dimension.temperature", "18"),
        ({"kind": "measure", "value": 3, "unit": "decibel"}, "measure decibel", "3"),
        ({"low": 5, "high": 10}, "money GBP", "5 10"),
    ],
)
def test_a_figure_in_its_measure(make: ClaimMaker, fields: dict[str, Any], measure: str, numbers: str) -> None:
    value = value_of(make("5", "It is 5.", **fields), DIMENSIONS)
    assert value is not None
    assert (value.measure, value.numbers) == (measure, tuple(map(Decimal, numbers.split())))


def test_a_change_has_its_levels(make: ClaimMaker, change: ChangeMaker) -> None:
    value = value_of(make("5", "It is 5.", change=change("increase", from_=5, to=8)), {})
    assert value is not None
    assert value.numbers == (Decimal(5), Decimal(8))


def test_a_vague_magnitude_has_no_figure(make: ClaimMaker) -> None:
    assert value_of(make("thousands", "It cost thousands.", vague="thousands"), {}) is None


@pytest.mark.parametrize(
    ("number", "count", "last"),
    [("246500", 4, "100"), ("8.2", 2, "0.1"), ("6000000000", 1, "1000000000"), ("7", 1, "1")],
)
def test_significant_digits(number: str, count: int, last: str) -> None:
    assert (digits(Decimal(number)), step(Decimal(number))) == (count, Decimal(last))


@pytest.mark.parametrize(
    ("comparator", "inside", "outside"),
    [
        ("=", ("37", "36.6"), ("36.4", "38")),
        (">", ("37.1", "90"), ("36.9",)),
        ("<=", ("37", "1"), ("37.1",)),
        ("->", ("34", "36.9"), ("37.1", "30")),
        ("~", ("34", "40"), ("33", "41")),
    ],
)
def test_the_room_that_a_comparator_leaves(comparator: str, inside: tuple[str, ...], outside: tuple[str, ...]) -> None:
    room = interval(Decimal(37), comparator)
    assert all(room.low <= Decimal(number) <= room.high for number in inside)
    assert not any(room.low <= Decimal(number) <= room.high for number in outside)


@pytest.mark.parametrize(
    ("rough", "comparator", "exact", "expected"),
    [
        ("250000", "->", "246570", True),
        ("250000", "->", "251000", False),
        ("1.6", "=", "1.587", True),
        ("1.6", "=", "1.69", False),
        ("37", ">", "37.4", True),
        ("37", ">", "38.4", False),
        ("40", "<", "39.5", True),
        ("246570", "=", "250000", False),
    ],
)
def test_what_may_be_said_for_an_exact_figure(rough: str, comparator: str, exact: str, expected: bool) -> None:
    assert is_rounding(Decimal(rough), comparator, Decimal(exact)) == expected
