"""Figures in comparable form."""

from decimal import Decimal
from typing import Any

import pytest

from claimx.resolve import wording
from claimx.resolve.rounding import step
from claimx.resolve.values import bin_of, digits, readings, value_of
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


def test_vague_magnitudes_of_two_kinds_are_not_told_for_each_other(make: ClaimMaker) -> None:
    people = make("Thousands", "Thousands fled.", kind="count", vague="thousands", unit="villager")
    fields = make("Thousands", "Thousands of hectares burnt.", kind="measure", vague="thousands", unit="hectare")
    assert readings(people, {}) == readings(make("Thousands", "Thousands left.", kind="count", vague="thousands"), {})
    assert readings(people, {}) != readings(fields, {})


@pytest.mark.parametrize("exponent", [-400, -30, 0, 30, 300, 400, 5000])
def test_bins_hold_figures_of_any_size(exponent: int) -> None:
    number = Decimal(2).scaleb(exponent)
    assert bin_of(number) < bin_of(number * 2) < bin_of(number * 20)
    assert bin_of(number * 10) - bin_of(number) == pytest.approx(24, abs=1)
