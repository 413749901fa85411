"""What numbers are of: money, percentages, durations, measures."""

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[[str], dict[str, dict[str, Any]]]


@pytest.mark.parametrize(
    ("text", "surface", "value", "unit"),
    [
        ("It cost £5m then.", "£5m", "5000000", "GBP"),
        ("It cost £ 5 million then.", "£ 5 million", "5000000", "GBP"),
        ("It cost five million pounds then.", "five million pounds", "5000000", "GBP"),
        ("It cost 68m euros then.", "68m euros", "68000000", "EUR"),
        ("It cost 1,200€ then.", "1,200€", "1200", "EUR"),
        ("It cost $3 then.", "$3", "3", "USD"),
        ("It cost US$3bn then.", "US$3bn", "3000000000", "USD"),
        ("It cost $US3bn then.", "$US3bn", "3000000000", "USD"),
        ("It cost A$3 then.", "A$3", "3", "AUD"),
        ("It cost $3 Canadian then.", "$3 Canadian", "3", "CAD"),
        ("It cost CHF5m then.", "CHF5m", "5000000", "CHF"),
        ("It cost 5m USD then.", "5m USD", "5000000", "USD"),
        ("It cost 120 MEUR then.", "120 MEUR", "120000000", "EUR"),
        ("It cost ¥5bn then.", "¥5bn", "5000000000", "JPY"),
        ("It cost Rs 5 crore then.", "Rs 5 crore", "50000000", "INR"),
        ("It cost 7.5 million Danish crowns then.", "7.5 million Danish crowns", "7500000", "DKK"),
        ("It cost 35p then.", "35p", "0.35", "GBP"),
        ("It cost ten pence then.", "ten pence", "0.1", "GBP"),
        ("It cost 63 cents then.", "63 cents", "0.63", "USD"),
        (
            "It cost six dollars and twenty cents then.",
            "six dollars and twenty cents",
            "6.2",
            "USD",
        ),
        ("It cost -£5m then.", "-£5m", "-5000000", "GBP"),
        ("It cost half a million pounds then.", "half a million pounds", "500000", "GBP"),
    ],
)
def test_money(read: Read, text: str, surface: str, value: str, unit: str) -> None:
    assert read(text) == {surface: {"kind": "money", "value": value, "unit": unit}}


@pytest.mark.parametrize(
    ("text", "surface", "kind", "value", "unit"),
    [
        ("It rose 5% then.", "5%", "percentage", "5", "%"),
        ("It rose five per cent then.", "five per cent", "percentage", "5", "%"),
        ("It rose 5pc then.", "5pc", "percentage", "5", "%"),
        ("It rose half a per cent then.", "half a per cent", "percentage", "0.5", "%"),
        ("It rose one percentage point then.", "one percentage point", "percentage_points", "1", "pp"),
        ("It rose 25 basis points then.", "25 basis points", "percentage_points", "0.25", "pp"),
        ("It took half an hour then.", "half an hour", "duration", "0.5", "hour"),
        ("It took an hour and a half then.", "an hour and a half", "duration", "1.5", "hour"),
        ("It took 30 working days then.", "30 working days", "duration", "30", "day"),
        ("It took 2 hours 15 minutes then.", "2 hours 15 minutes", "duration", "135", "minute"),
        ("It weighs 4.6kg now.", "4.6kg", "measure", "4.6", "kg"),
        ("It weighs forty pounds now.", "forty pounds", "measure", "40", "pound"),
        ("It is 3m high now.", "3m", "measure", "3", "metre"),
        ("It is 3m (10ft) across.", "3m", "measure", "3", "metre"),
        ("She won the 400m race.", "400m", "measure", "400", "metre"),
        ("It is 6ft 3in tall.", "6ft 3in", "measure", "6.25", "foot"),
        ("It is six foot three.", "six foot three", "measure", "6.25", "foot"),
        ("It is 10kW now.", "10kW", "measure", "10", "kW"),
        ("It is 10 sq m now.", "10 sq m", "measure", "10", "square metre"),
        ("It is 32m2 now.", "32m2", "measure", "32", "square metre"),
        ("It is -130 degrees Fahrenheit.", "-130 degrees Fahrenheit", "measure", "-130", "degree Fahrenheit"),
        ("It is up 1.2C now.", "1.2C", "measure", "1.2", "degree Celsius"),
    ],
)
def test_other_units(read: Read, text: str, surface: str, kind: str, value: str, unit: str) -> None:
    assert read(text)[surface] == {"kind": kind, "value": value, "unit": unit}


@pytest.mark.parametrize(
    ("text", "surface", "expected"),
    [
        ("A five-year plan.", "five-year", {"kind": "duration", "value": "5", "unit": "year"}),
        ("A 10-gallon hat.", "10-gallon", {"kind": "measure", "value": "10", "unit": "gallon"}),
        ("A two-and-a-half-year gap.", "two-and-a-half-year", {"kind": "duration", "value": "2.5", "unit": "year"}),
    ],
)
def test_units_after_a_hyphen(read: Read, text: str, surface: str, expected: dict[str, object]) -> None:
    assert read(text) == {surface: expected | {"hyphenated": True}}


def test_a_hyphen_holds_the_unit_over(read: Read) -> None:
    found = read("Pipes of five- and six-inch bore.")
    assert [found["five"]["unit"], found["six-inch"]["unit"]] == ["inch", "inch"]


@pytest.mark.parametrize("text", ["She is 25 years old.", "A 25-year-old driver.", "A 25 year-old driver."])
def test_ages(read: Read, text: str) -> None:
    (found,) = read(text).values()
    assert (found["unit"], found["value"], found["age"]) == ("year of age", "25", True)


@pytest.mark.parametrize(
    ("text", "surface", "per"),
    [
        ("It pays £18 per hour.", "£18 per hour", "hour"),
        ("It pays £18 an hour.", "£18 an hour", "hour"),
        ("It pays £18/hour.", "£18/hour", "hour"),
        ("It pays £18 a head.", "£18 a head", "person"),
        ("It pays £18m annually.", "£18m annually", "year"),
        ("It pays £18 a hole.", "£18 a hole", "hole"),
        ("It pays £18 a square metre.", "£18 a square metre", "square metre"),
        ("It hit 18 per 100,000 people.", "18 per 100,000 people", "100000 person"),
        ("It goes 60mph.", "60mph", "hour"),
        ("Gas costs $3 per mmBtu.", "$3 per mmBtu", "1000000 British thermal unit"),
        ("Gas costs $9 per 100 mcf.", "$9 per 100 mcf", "100000 cubic foot"),
        ("It pumps 500,000 barrels a day.", "500,000 barrels a day", "day"),
    ],
)
def test_rates(read: Read, text: str, surface: str, per: str) -> None:
    assert read(text)[surface]["per"] == per


@pytest.mark.parametrize("text", ["It paid £18 a year ago.", "It paid £18 a week earlier.", "It gave £18m a new home."])
def test_what_is_no_rate(read: Read, text: str) -> None:
    (found,) = read(text).values()
    assert "per" not in found


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("It drew 3m viewers.", "3m"),
        ("Of the ten won medals.", "ten"),
        ("It is in room 12 C today.", "12"),
        ("See p 35.", "35"),
    ],
)
def test_letters_and_words_that_are_no_units(read: Read, text: str, surface: str) -> None:
    assert "unit" not in read(text)[surface]
