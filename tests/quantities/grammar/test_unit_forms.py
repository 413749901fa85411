"""Units and currencies in the forms in which they are written."""

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[[str], dict[str, dict[str, Any]]]


def unit_of(read: Read, text: str) -> tuple[str, str | None, str | None]:
    (fields,) = read(text).values()
    return fields["value"], fields.get("unit"), fields.get("per")


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("10 kPa", "kilopascal"),
        ("10 hPa", "hectopascal"),
        ("10 kV", "kilovolt"),
        ("10 mW", "milliwatt"),
        ("10 MW", "MW"),
        ("10 V", "volt"),
        ("10 keV", "kiloelectronvolt"),
        ("10 kN", "kilonewton"),
        ("10 µs", "microsecond"),
        ("10 sq. ft.", "square foot"),
        ("10 m^2", "square metre"),
        ("10 cm³", "millilitre"),
        ("10 metres squared", "square metre"),
        ("10 fl. oz.", "fluid ounce"),
        ("10 m", "metre"),
        ("10 g", "gram"),
        ("10 s", "second"),
        ("10 in. wide", "inch"),
        ("10 in wide", "inch"),
        ("10 gals", "gallon"),
        ("10 cwt", "hundredweight"),
        ("10 millennia", "millennium"),
        ("a 68 - ounce can", "ounce"),
    ],
)
def test_units(read: Read, text: str, unit: str) -> None:
    assert unit_of(read, text)[1] == unit


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("6'2\"", "6.166666666666666666666666667", "foot"),
        ("6' 3\" tall", "6.25", "foot"),
        ('12" across', "12", "inch"),
        ("10 stone 7 pounds", "10.5", "stone"),
        ("3 euros and 50 cents", "3.5", "EUR"),
        ("1 metre 80 centimetres", "1.8", "metre"),
        ("500 kr", "500", "SEK"),
        ("TL 500", "500", "TRY"),
    ],
)
def test_marks_and_parts(read: Read, text: str, value: str, unit: str) -> None:
    assert unit_of(read, text)[:2] == (value, unit)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("5 A grades", None),
        ('He said "about 12" and left', None),
        ("model vx-17 m", None),
        ("3m viewers", None),
        ("a 75m tower", "metre"),
        ("The river rose 5.2m in a day", "metre"),
    ],
)
def test_letters_that_may_be_units(read: Read, text: str, unit: str | None) -> None:
    assert [fields.get("unit") for fields in read(text).values()] == [unit]


def test_a_stop_that_ends_the_sentence_is_no_part_of_a_unit(read: Read) -> None:
    assert list(read("It weighs 25 kg. Lift it.")) == ["25 kg"]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("J$500", "500", "JMD"),
        ("500 Jamaican dollars", "500", "JMD"),
        ("500 Trinidad and Tobago dollars", "500", "TTD"),
        ("500 Zambian kwacha", "500", "ZMW"),
        ("500 Polish zloty", "500", "PLN"),
        ("500 Omani rials", "500", "OMR"),
        ("RM500", "500", "MYR"),
        ("Rp500", "500", "IDR"),
        ("DM 500 million", "500000000", "DEM"),
        ("KWD 5", "5", "KWD"),
        ("gbp 75", "75", "GBP"),
        ("50 kopecks", "0.5", "RUB"),
        ("8 jiao", "0.8", "CNY"),
        ("A mill in Oslo cost 5 million kroner", "5000000", "NOK"),
        ("A mill in Lahore cost 5 million rupees", "5000000", "PKR"),
        ("A mill in Kent cost 5 million rupees", "5000000", "INR"),
        ("The road near Durban cost R2.5 billion", "2500000000", "ZAR"),
    ],
)
def test_currencies(read: Read, text: str, value: str, unit: str) -> None:
    assert unit_of(read, text)[:2] == (value, unit)
