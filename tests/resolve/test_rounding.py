"""The room that the wording of a figure leaves, and what may be told for it."""

from decimal import Decimal
from typing import Any

import pytest

from claimx.resolve.rounding import agree, interval, is_rounding
from claimx.resolve.values import readings
from tests.resolve.conftest import ClaimMaker


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
        (half("->"), share(48.6), True),
        (half("->"), share(51), None),
        (half(">"), share(48), None),
        (half("<"), share(49), True),
        ({"value": 2_000_000_000}, {"value": 1_940_000_000}, True),
        ({"value": 190_000}, {"value": 185_000}, None),
        ({"value": 190_000}, {"value": 186_400}, True),
        ({"value": 1_000_000_000}, {"value": 960_000_000}, True),
        ({"value": 5_000, "comparator": "~"}, {"value": 5_500}, None),
        ({"value": 5_000, "comparator": "~"}, {"value": 5_400}, True),
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
