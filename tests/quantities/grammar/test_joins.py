"""Two numbers that make one quantity, and two that do not."""

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[[str], dict[str, dict[str, Any]]]


@pytest.mark.parametrize(
    ("surface", "low", "high", "unit"),
    [
        ("between 5% and 10%", "5", "10", "%"),
        ("between 5 and 10 per cent", "5", "10", "%"),
        ("5 to 10%", "5", "10", "%"),
        ("5-10%", "5", "10", "%"),
        ("5%-10%", "5", "10", "%"),
        ("£20 to £30 million", "20000000", "30000000", "GBP"),
        ("$1.3 to $1.5bn", "1300000000", "1500000000", "USD"),
        ("$200 to $4 million", "200", "4000000", "USD"),
        ("£50m-£55m", "50000000", "55000000", "GBP"),
        ("£18.0900 - £19.9600", "18.09", "19.96", "GBP"),
        ("£1-2m", "1000000", "2000000", "GBP"),
        ("10-15p", "0.1", "0.15", "GBP"),
        ("£3-4,000", "3000", "4000", "GBP"),
        ("two or three years", "2", "3", "year"),
        ("three or four hundred weeks", "300", "400", "week"),
        ("from five to ten days", "5", "10", "day"),
        ("more than 10% and less than 30%", "10", "30", "%"),
        ("2- to 3-year", "2", "3", "year"),
        ("between minus 5% and minus 10%", "-10", "-5", "%"),
        ("between £5 (small) and £9", "5", "9", "GBP"),
        ("30 nm to 12 nm", "12", "30", "nm"),
        ("1.3 A/cm2 to 0.03 A/cm2", "0.03", "1.3", "ampere"),
    ],
)
def test_ranges(read: Read, surface: str, low: str, high: str, unit: str) -> None:
    found = read(f"It was {surface} then.")[surface]
    assert (found["low"], found["high"], found["unit"]) == (low, high, unit)


@pytest.mark.parametrize(
    ("surface", "direction", "old", "new"),
    [
        ("from £4bn to £5.6bn", "increase", "4000000000", "5600000000"),
        ("from 446 a year to 1,089", "increase", "446", "1089"),
        ("from 90,000 products to fewer than 30,000", "decrease", "90000", "30000"),
        ("from 23rd place to ninth", "increase", "23", "9"),
        ("18th place, up from 26th", "increase", "26", "18"),
        ("ninth, down from fourth", "decrease", "4", "9"),
        ("90,000 boats on inland waters, up from 60,000", "increase", "60000", "90000"),
        ("£180,226, down from £180,444", "decrease", "180444", "180226"),
        ("£7.36bn from £6.78bn", "increase", "6780000000", "7360000000"),
        ("7.1% from 7%", "increase", "7", "7.1"),
        ("£450, up from the current £390", "increase", "390", "450"),
        ("from 5% (in May) to 9%", "increase", "5", "9"),
        ("4%, down from last year's 6%", "decrease", "6", "4"),
    ],
)
def test_changes_of_level(read: Read, surface: str, direction: str, old: str, new: str) -> None:
    assert read(f"It moved {surface} then.")[surface]["change"] == (direction, None, old, new)


@pytest.mark.parametrize(
    ("text", "surface", "low", "high"),
    [
        ("Rates will fall by 25 to 50 basis points.", "25 to 50 basis points", "0.25", "0.5"),
        ("Output rose by 3 to 4 per cent.", "3 to 4 per cent", "3", "4"),
    ],
)
def test_the_size_of_a_change_may_be_a_range(read: Read, text: str, surface: str, low: str, high: str) -> None:
    assert (read(text)[surface]["low"], read(text)[surface]["high"]) == (low, high)


def test_a_size_and_its_level_are_no_range(read: Read) -> None:
    assert set(read("Rates rose by 0.25 to 5.25 per cent.")) == {"0.25", "5.25 per cent"}


def test_outnumbered_by_a_ratio(read: Read) -> None:
    assert read("Rooks outnumber crows by two to one.")["two to one"]["kind"] == "ratio"


def test_up_to_a_level_from_another_is_no_bound(read: Read) -> None:
    assert "comparator" not in read("It is up to 5% from 3%.")["5% from 3%"]


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("It cut its forecast from 5 to 7 per cent to 3 to 5 per cent.", "5 to 7 per cent", "3 to 5 per cent"),
        ("Guidance went from $2 to $3 a share to $4-$5 a share.", "$2 to $3 a share", "$4-$5 a share"),
        ("The age went from 30 to 40 miles to 50 to 60 miles.", "30 to 40 miles", "50 to 60 miles"),
    ],
)
def test_a_range_takes_the_place_of_a_range(read: Read, text: str, first: str, second: str) -> None:
    found = read(text)
    assert list(found) == [first, second]
    assert all("low" in fields and "change" not in fields for fields in found.values())


def test_a_third_level_makes_no_range_of_two(read: Read) -> None:
    assert "change" in read("It rose from 5% to 7% to 9%.")["from 5% to 7%"]


def test_the_new_level_keeps_its_comparator(read: Read) -> None:
    assert read("It rose from £2,900 to over £4,000.")["from £2,900 to over £4,000"]["comparator"] == ">"


@pytest.mark.parametrize(
    ("text", "delta", "level"),
    [
        ("It rose 7,000 to 4.464 million.", "7,000", "4.464 million"),
        ("It rose by 5% to 10%.", "5%", "10%"),
        ("It was up 5% to £10m.", "5%", "£10m"),
    ],
)
def test_a_size_of_change_and_its_level_are_two(read: Read, text: str, delta: str, level: str) -> None:
    found = read(text)
    assert (found[delta]["part"], found[level]["part"]) == ("delta", "level")


@pytest.mark.parametrize(
    ("surface", "kind", "numerator", "denominator"),
    [
        ("one in five", "fraction", 1, 5),
        ("nine out of ten", "fraction", 9, 10),
        ("nine times out of ten", "fraction", 9, 10),
        ("one flight in nine", "fraction", 1, 9),
        ("3 in every 10", "fraction", 3, 10),
        ("£6 in every £10", "fraction", 6, 10),
        ("three to one", "ratio", 3, 1),
        ("3:1", "ratio", 3, 1),
        ("one for every 1,400", "ratio", 1, 1400),
    ],
)
def test_shares_and_ratios(read: Read, surface: str, kind: str, numerator: int, denominator: int) -> None:
    found = read(f"It was {surface} then.")[surface]
    assert (found["kind"], found["numerator"], found["denominator"]) == (kind, numerator, denominator)


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("£2m for schools and £3m for clinics", ["£2m", "£3m"]),
        ("by 310 votes to 297", ["310", "297"]),
        ("$3bn (£1.58bn)", ["$3bn", "£1.58bn"]),
        ("two in four years", ["two", "four years"]),
        ("10 to 5 and 7", ["10", "5", "7"]),
        ("12 out of 10", ["12", "10"]),
        ("five days and ten weeks", ["five days", "ten weeks"]),
        ("scored 20 from 12 games", ["20", "12"]),
        ("51 days, compared with 33", ["51 days", "33"]),
        ("won one point in six games", ["one", "six"]),
        ("5%\n\n10%", ["5%", "10%"]),
        ("one in four, or 25%", ["one in four", "25%"]),
        ("two out of ten, or 20 per cent", ["two out of ten", "20 per cent"]),
        ("a debt of £980m, 2.1 times earnings", ["£980m", "2.1 times"]),
        ("the trip took two hours, 20 minutes longer than usual", ["two hours", "20 minutes"]),
        ("waits of more than 65 weeks, up from 12,793 in May", ["more than 65 weeks", "12,793"]),
        ("an average of two hours, 42 minutes and 28 seconds", ["an average of two hours, 42 minutes and 28 seconds"]),
    ],
)
def test_numbers_that_stay_apart(read: Read, text: str, surfaces: list[str]) -> None:
    assert list(read(text)) == surfaces


@pytest.mark.parametrize(("surface", "low", "high"), [("3-1", "1", "3"), ("89-89", "89", "89")])
def test_pairs_that_do_not_ascend(read: Read, surface: str, low: str, high: str) -> None:
    assert read(f"It was {surface} then.") == {surface: {"low": low, "high": high}}


def test_a_chain_of_dashes_is_a_reference(read: Read) -> None:
    assert read("Ring 222-2222-2222 now.") == {"222-2222-2222": {}}
