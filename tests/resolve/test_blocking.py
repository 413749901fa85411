"""Claims that can be one figure's share a key, however a run's claims are dealt out."""

from typing import Any

import pytest

from claimx.resolve import partition_keys, wording
from claimx.resolve.blocking import blocks
from tests.resolve.conftest import ChangeMaker, ClaimMaker

DIMENSIONS = wording().dimensions


def keys(make: ClaimMaker, document: str = "a.txt", **fields: Any) -> set[tuple[str, ...]]:
    return set(partition_keys(make("5", "It is 5.", document, **fields), DIMENSIONS))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"value": "1600000000"}, {"value": "1.6E+9"}),
        ({"kind": "fraction", "numerator": 1, "denominator": 5}, {"kind": "percentage", "value": 20}),
        ({"value": 250_000, "comparator": "->"}, {"value": 246_570}),
        (
            {"kind": "duration", "value": 18, "unit": "month"},
            {"kind": "duration", "value": "1.5", "unit": "year"},
        ),
        ({"kind": "count", "value": 8_000_000, "unit": None}, {"value": 8_000_000}),
    ],
)
def test_one_figure_in_two_documents_shares_a_key(make: ClaimMaker, one: dict[str, Any], other: dict[str, Any]) -> None:
    assert keys(make, "a.txt", **one) & keys(make, "b.txt", **other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"value": 5}, {"value": 5, "unit": "EUR"}),
        ({"value": 5}, {"value": 7}),
        ({"kind": "count", "value": 5, "unit": "mile"}, {"kind": "measure", "value": 5, "unit": "mile"}),
        ({"kind": "percentage", "value": 5}, {"kind": "percentage_points", "value": 5, "unit": "pp"}),
    ],
)
def test_figures_that_are_two_share_none(make: ClaimMaker, one: dict[str, Any], other: dict[str, Any]) -> None:
    assert not keys(make, "a.txt", **one) & keys(make, "b.txt", **other)


def test_the_level_that_a_change_led_to_has_a_key(make: ClaimMaker, change: ChangeMaker) -> None:
    rise = keys(make, "a.txt", change=change("increase", from_=281_000, to=286_000))
    assert rise & keys(make, "b.txt", value=286_000)
    assert not rise & keys(make, "b.txt", value=281_000)


def test_the_claims_of_a_document_share_its_key(make: ClaimMaker) -> None:
    assert keys(make, value=3) & keys(make, value=900, unit="USD") == {("document", "a.txt")}


def test_blocks_come_in_the_order_of_their_first_owner() -> None:
    hashes, owners = [7, 3, 7, -5, 3, 11, 3], [0, 1, 2, 3, 4, 5, 4]
    assert list(blocks(hashes, owners)) == [[0, 2], [1, 4]]
