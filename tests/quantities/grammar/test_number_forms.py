"""The many ways in which English writes one number, and the words that bound it."""

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[[str], dict[str, dict[str, Any]]]


def only(read: Read, text: str) -> dict[str, Any]:
    """The fields of the one candidate of a text."""
    (fields,) = read(text).values()
    return fields


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1'234'567 votes", "1234567"),
        ("1’234’567 votes", "1234567"),
        ("12 345 678 votes", "12345678"),
        ("10 000 votes", "10000"),
        ("12 345 km", "12345"),
        ("20 , 000 votes", "20000"),
        ("1 , 250 , 000 votes", "1250000"),
        ("59 . 2 votes", "59.2"),
        ("1.234.567 votes", "1234567"),
        ("1.2×10^6 cells", "1200000"),
        ("1.2 x 10^6 cells", "1200000"),
        ("3 × 10⁸ cells", "300000000"),
        ("10⁶ cells", "1000000"),
        ("5 x 10^-9 cells", "0.000000005"),
        ("2 ^ 10 cells", "1024"),
    ],
)
def test_separators_and_powers(read: Read, text: str, value: str) -> None:
    assert f"{float(only(read, text)['value']):g}" == f"{float(value):g}"


@pytest.mark.parametrize("text", ["rooms 101 , 102 and 103", "the 22,24 and 26 bus", "140 120 133"])
def test_lists_are_not_groups_of_one_number(read: Read, text: str) -> None:
    assert len(read(text)) > 1


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("fifty - two", "52"),
        ("2 million 300 thousand", "2300000"),
        ("5 thousand 2 hundred", "5200"),
        ("six point oh five", "6.05"),
        ("point five per cent", "0.5"),
        ("oh point seven per cent", "0.7"),
        ("fourscore", "80"),
        ("five sextillion", "5000000000000000000000"),
        ("2 and 1/2", "2.5"),
        ("5-1/2", "5.5"),
        ("− 12", "-12"),
        ("- 10 %", "-10"),
        ("minus $5 million", "-5000000"),
        ("half of one per cent", "0.5"),
        ("3 / 4 %", "0.75"),
        ("1.5B users", "1500000000"),
        ("$5MM", "5000000"),
        ("12 point 5", "12.5"),
        ("forty-point-five per cent", "40.5"),
        ("1 000 000,50 votes", "1000000.5"),
        ("3 kilos and a half", "3.5"),
        ("two dollars and a half", "2.5"),
        ("3 million two hundred thousand", "3200000"),
        ("a dozen and a half", "18"),
        ("2 million and 5 thousand", "2005000"),
        ("20 thousand and five hundred", "20500"),
        ("five doz", "60"),
        ("ninty", "90"),
        ("2 billion and a half million", "2000500000"),
        ("one billion and three quarters million", "1000750000"),
        ("three quarter million", "750000"),
        ("$ 60 - million", "60000000"),
        ("1 & 1/2", "1.5"),
        ("1 234.56", "1234.56"),
        ("1 234,56 €", "1234.56"),
        ("5 200 €", "5200"),
        ("minus point five", "-0.5"),
        ("7.2b", "7200000000"),
        ("7.2b users", "7200000000"),
        ("They have 3T users", "3000000000000"),
    ],
)
def test_numbers_in_words_and_figures(read: Read, text: str, value: str) -> None:
    assert only(read, text)["value"] == value


def test_what_is_taken_away_is_not_below_zero(read: Read) -> None:
    assert [fields["value"] for fields in read("twelve minus five").values()] == ["12", "5"]


def test_a_bullet_is_no_minus(read: Read) -> None:
    assert only(read, "- 10 shops in Leeds")["value"] == "10"


def test_a_point_of_time_is_no_decimal(read: Read) -> None:
    assert [fields["value"] for fields in read("At one point five people were in it.").values()] == ["1", "5"]


@pytest.mark.parametrize(
    ("text", "parts"),
    [("one over twenty", (1, 20)), ("It is ten over four.", (10, 4)), ("7/2", (7, 2)), ("- 3/4", (-3, 4))],
)
def test_a_fraction_with_nothing_beside_it(read: Read, text: str, parts: tuple[int, int]) -> None:
    fields = only(read, text)
    assert (fields["numerator"], fields["denominator"]) == parts


def test_over_with_more_around_it_is_a_bound(read: Read) -> None:
    assert read("They lost nine over 40 weeks.")["over 40 weeks"]["comparator"] == ">"


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("10 ~ 20", "10", "20"),
        ("10~20", "10", "20"),
        ("10..20", "10", "20"),
        ("less than 300 and more than 100", "100", "300"),
        ("over 100 but under 300", "100", "300"),
        ("100 or more but under 300", "100", "300"),
        ("100 or more and 300 or less", "100", "300"),
        ("300 or fewer, 100 or more", "100", "300"),
        ("between minus 5 and plus 5", "-5", "5"),
    ],
)
def test_ranges(read: Read, text: str, low: str, high: str) -> None:
    fields = only(read, text)
    assert (fields["low"], fields["high"]) == (low, high)


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("150 or larger", ">="),
        ("150 or even more", ">="),
        ("150 or even less", "<="),
        ("not larger than 150", "<="),
        ("never heavier than 150", "<="),
        ("does not exceed 150", "<="),
        ("not smaller than 150", ">="),
        ("equal to or more than 150", ">="),
        ("greater or equal to 150", ">="),
        ("less than or equal 150", "<="),
        ("lesser than 150", "<"),
    ],
)
def test_comparators_of_one_family(read: Read, text: str, sign: str) -> None:
    assert only(read, text)["comparator"] == sign


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("5, 10 and 15 per cent", ["%", "%", "%"]),
        ("10 by 12 feet", ["foot", "foot"]),
        ("They killed 12 and five minutes later left", [None, "minute"]),
    ],
)
def test_a_list_shares_the_unit_of_its_last_number(read: Read, text: str, units: list[str | None]) -> None:
    assert [fields.get("unit") for fields in read(text).values()] == units
