"""Figures in comparable form, and the room that their wording leaves."""

from decimal import Decimal
from typing import Any

import pytest

from claimx.resolve import wording
from claimx.resolve.values import agree, digits, interval, is_rounding, readings, step, value_of
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


def share(value: float, comparator: str = "=") -> dict[str, Any]:
    return {"kind": "percentage", "value": value, "comparator": comparator}


def half(comparator: str = "=") -> dict[str, Any]:
    return {"kind": "fraction", "numerator": 1, "denominator": 2, "unit": None, "comparator": comparator}


@pytest.mark.parametrize(
    ("one", "other", "rounded"),
    [
        (share(5), share(4.7), True),
        (share(5), share(5), False),
        (share(50), share(51), None),
        (share(50, "~"), share(51), True),
        (share(20), share(21), None),
        (half(), share(50), False),
        (half(), share(51), True),
        (half(">"), share(51), True),
        (half(">"), share(50), None),
        (half("->"), share(50), None),
        ({"value": 2_000_000_000}, {"value": 1_940_000_000}, True),
        ({"value": 90}, {"value": 86}, None),
        ({"value": 90, "comparator": "<="}, {"value": 86}, None),
    ],
)
def test_whether_one_figure_can_be_told_for_another(
    make: ClaimMaker, one: dict[str, Any], other: dict[str, Any], rounded: bool | None
) -> None:
    a, b = make("5", "It is 5.", **one), make("6", "It is 6.", **other)
    assert agree(a, readings(a, {})[0], b, readings(b, {})[0]) is rounded
    assert agree(b, readings(b, {})[0], a, readings(a, {})[0]) is rounded


def test_vague_magnitudes_of_two_kinds_are_not_told_for_each_other(make: ClaimMaker) -> None:
    people = make("Thousands", "Thousands fled.", kind="count", vague="thousands", unit="villager")
    fields = make("Thousands", "Thousands of hectares burnt.", kind="measure", vague="thousands", unit="hectare")
    assert readings(people, {}) == readings(make("Thousands", "Thousands left.", kind="count", vague="thousands"), {})
    assert readings(people, {}) != readings(fields, {})
