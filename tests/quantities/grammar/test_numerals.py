"""Numbers in words and figures."""

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[[str], dict[str, dict[str, Any]]]


@pytest.mark.parametrize(
    ("text", "surface", "value"),
    [
        ("They sold forty-two of them.", "forty-two", "42"),
        ("They sold forty two of them.", "forty two", "42"),
        ("They sold a hundred of them.", "a hundred", "100"),
        ("They sold two hundred and five of them.", "two hundred and five", "205"),
        ("They sold nineteen hundred of them.", "nineteen hundred", "1900"),
        ("They sold two hundred and fifty thousand of them.", "two hundred and fifty thousand", "250000"),
        ("They sold 3 hundred and one of them.", "3 hundred and one", "301"),
        ("They sold half a million of them.", "half a million", "500000"),
        ("They sold half-a-million of them.", "half-a-million", "500000"),
        ("They sold one and a half million of them.", "one and a half million", "1500000"),
        ("They sold three million and a half of them.", "three million and a half", "3500000"),
        ("They sold a quarter of a million of them.", "a quarter of a million", "250000"),
        ("They sold three quarters of a billion of them.", "three quarters of a billion", "750000000"),
        ("They sold half a dozen of them.", "half a dozen", "6"),
        ("They sold two dozen of them.", "two dozen", "24"),
        ("They sold 2½ million of them.", "2½ million", "2500000"),
        ("They sold 35 lakh of them.", "35 lakh", "3500000"),
        ("They sold 4mn of them.", "4mn", "4000000"),
        ("They sold 1.2bn of them.", "1.2bn", "1200000000"),
        ("They sold 3m of them.", "3m", "3000000"),
        ("They sold three and a half of them.", "three and a half", "3.5"),
        ("They sold two and three quarters of them.", "two and three quarters", "2.75"),
        ("They sold 10 1/2 of them.", "10 1/2", "10.5"),
        ("They sold two point seventy-one of them.", "two point seventy-one", "2.71"),
        ("They sold minus five of them.", "minus five", "-5"),
        ("They sold -5 of them.", "-5", "-5"),
    ],
)
def test_whole_and_mixed_numbers(read: Read, text: str, surface: str, value: str) -> None:
    assert read(text) == {surface: {"value": value}}


@pytest.mark.parametrize(
    ("text", "surface", "numerator", "denominator"),
    [
        ("Two-thirds of them agree.", "Two-thirds", 2, 3),
        ("A third of them agree.", "A third", 1, 3),
        ("Only a third thought so.", "a third", 1, 3),
        ("One fifth agree.", "One fifth", 1, 5),
        ("Nine-tenths of them agree.", "Nine-tenths", 9, 10),
        ("Half of them agree.", "Half", 1, 2),
        ("Three quarters of them agree.", "Three quarters", 3, 4),
        ("Three twenty-firsts of it are gone.", "Three twenty-firsts", 3, 21),
        ("One hundred thirty fifths of it.", "One hundred thirty fifths", 100, 35),
        ("One hundred and thirty fifths of it.", "One hundred and thirty fifths", 130, 5),
        ("A ten-thousandth of it.", "A ten-thousandth", 1, 10000),
        ("Three one-hundredths of it.", "Three one-hundredths", 3, 100),
        ("Three ten thousandths of it.", "Three ten thousandths", 3, 10000),
        ("Three hundred-thousandths of it.", "Three hundred-thousandths", 3, 100000),
        ("Three hundred thousandths of it.", "Three hundred thousandths", 300, 1000),
        ("One - fourth of them agree .", "One - fourth", 1, 4),
        ("Two - thirds of them agree .", "Two - thirds", 2, 3),
        ("Two third of them agree.", "Two third", 2, 3),
        ("The scale is 1/16 of the real thing.", "1/16", 1, 16),
        ("About ⅔ agree.", "About ⅔", 2, 3),
    ],
)
def test_fractions(read: Read, text: str, surface: str, numerator: int, denominator: int) -> None:
    found = read(text)[surface]
    assert (found["kind"], found["numerator"], found["denominator"]) == ("fraction", numerator, denominator)


@pytest.mark.parametrize(
    ("text", "surface", "value"),
    [
        ("Their third win came late.", "third", "3"),
        ("A third man came in.", "third", "3"),
        ("The ten-thousandth of them.", "ten-thousandth", "10000"),
        ("The twenty-first of them.", "twenty-first", "21"),
        ("The one hundred and fifth of them.", "one hundred and fifth", "105"),
        ("They came 11th of all.", "11th", "11"),
        ("The 22nd of them.", "22nd", "22"),
    ],
)
def test_ordinals_rank(read: Read, text: str, surface: str, value: str) -> None:
    assert read(text) == {surface: {"kind": "rank", "value": value, "ordinal": True}}


@pytest.mark.parametrize(
    ("text", "surface", "vague"),
    [
        ("Thousands came.", "Thousands", "thousands"),
        ("Tens of thousands came.", "Tens of thousands", "tens of thousands"),
        ("Several hundred came.", "Several hundred", "several hundred"),
        ("Only a few dozen came.", "a few dozen", "a few dozen"),
        ("Scores of them came.", "Scores", "scores"),
        ("1,000s of them came.", "1,000s", "1,000s"),
    ],
)
def test_magnitudes_have_words_and_no_value(read: Read, text: str, surface: str, vague: str) -> None:
    assert read(text) == {surface: {"vague": vague}}


@pytest.mark.parametrize("text", ["He scores often.", "It tens to be late.", "Someone phoned.", "A weighty point."])
def test_words_that_are_no_numbers(read: Read, text: str) -> None:
    assert read(text) == {}


@pytest.mark.parametrize(
    ("text", "surface", "expected"),
    [
        ("Profits doubled.", "doubled", {"value": "2", "change": ("increase", None, None, None)}),
        ("Queues were halved.", "halved", {"value": "0.5", "change": ("decrease", None, None, None)}),
        ("It pays double the rate.", "double", {"value": "2"}),
        ("They are half as likely to go.", "half", {"value": "0.5", "change": ("decrease", None, None, None)}),
        ("It is three times as high.", "three times", {"value": "3", "change": ("increase", None, None, None)}),
        ("It is three times less likely.", "three times", {"value": "3", "change": ("decrease", None, None, None)}),
        ("It costs three times the average.", "three times", {"value": "3"}),
        ("It costs three times what it did.", "three times", {"value": "3", "change": ("increase", None, None, None)}),
        ("Debt is 1.3 times earnings.", "1.3 times", {"value": "1.3"}),
        ("There was a tenfold rise.", "tenfold", {"value": "10", "change": ("increase", None, None, None)}),
        ("It ran 3x faster.", "3x", {"value": "3"}),
    ],
)
def test_multiples(read: Read, text: str, surface: str, expected: dict[str, object]) -> None:
    assert read(text) == {surface: {"kind": "multiple"} | expected}


@pytest.mark.parametrize(
    ("text", "surface", "expected"),
    [
        ("They meet three times a week.", "three times a week", {"value": "3", "unit": "time", "per": "week"}),
        ("They met twice.", "twice", {"value": "2", "unit": "time"}),
    ],
)
def test_times_that_are_counted(read: Read, text: str, surface: str, expected: dict[str, object]) -> None:
    assert read(text) == {surface: expected}


@pytest.mark.parametrize(
    ("text", "surface"),
    [("An H5N8 case.", "H5N8"), ("A 3D film.", "3D"), ("The PS5 sold out.", "PS5"), ("They flew 747s.", "747s")],
)
def test_codes(read: Read, text: str, surface: str) -> None:
    assert read(text)[surface]["code"]
