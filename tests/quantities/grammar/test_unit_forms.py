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
        ("a 68 - ounce - deep can", "ounce"),
        ("68 [kg]", "kg"),
        ("68 sq. yds", "square yard"),
        ("68 (km/h)", "km"),
        ("The ring weighs 3 drachmas", "dram"),
        ("5 acre-feet", "acre foot"),
        ("30 fps", "frame"),
        ("The oven reached 350 f", "degree Fahrenheit"),
        ("a phone with 12 MP", "megapixel"),
        ("It was 30C in Leeds", "degree Celsius"),
        ("A tyre pressure of 2.2 bar", "bar"),
        ("6.5 on the Richter scale", "magnitude"),
        ("9.8 m/s2", "metre"),
        ("50 cm/s", "cm"),
        ("144mcg/100ml", "microgram"),
        ("3 petawatt-hours", "petawatt hour"),
        ("20 micrograys", "microgray"),
        ("3 gibibytes", "gibibyte"),
        ("4 dioptres", "dioptre"),
        ("80 gsm", "gram"),
        ("20 <kg>", "kg"),
        ("a percentage of 54.3", "%"),
        ("twenty percentages", "%"),
        ("3 %age points", "pp"),
        ("50 Malaysian sen", "MYR"),
        ("five mao", "CNY"),
        ("30 Swedish öre", "SEK"),
    ],
)
def test_units(read: Read, text: str, unit: str) -> None:
    assert unit_of(read, text)[1] == unit


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("5 bcm", "5000000000", "cubic metre"),
        ("2.1 mmbpd", "2100000", "barrel"),
        ("SR20 million", "20000000", "SAR"),
        ("three tenners", "30", "GBP"),
        ("10 below zero", "-10", "degree"),
        ("minus a hundred", "-100", None),
        ("6'2\"", "6.166666666666666666666666667", "foot"),
        ("6' 3\" tall", "6.25", "foot"),
        ('12" across', "12", "inch"),
        ("10 stone 7 pounds", "10.5", "stone"),
        ("3 euros and 50 cents", "3.5", "EUR"),
        ("1 metre 80 centimetres", "1.8", "metre"),
        ("500 kr", "500", "SEK"),
        ("6-foot-3 guards", "6.25", "foot"),
        ("a 6-foot-3-inch guard", "6.25", "foot"),
        ("6ft3 tall", "6.25", "foot"),
        ("6ft3in tall", "6.25", "foot"),
        ("a race of one mile and four furlongs", "1.5", "mile"),
        ("35 degrees below zero", "-35", "degree"),
        ("2h 30m", "150", "minute"),
        ("5 roubles and 20 kopecks", "5.2", "RUB"),
        ("5 yuan 8 jiao", "5.8", "CNY"),
        ("5 Canadian dollars and 25 cents", "5.25", "CAD"),
        ("five pounds fifty a week", "5.5", "GBP"),
        ("15 USD 50 more", "15.5", "USD"),
        ("75 USD million", "75000000", "USD"),
        ("5 € bn", "5000000000", "EUR"),
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


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("it sent the yen 2.5 million lower", [None]),
        ("Of 200 won medals ten were gold", [None, None]),
        ("12 (c) of it", [None]),
        ("15 USD 50 people", ["USD", None]),
    ],
)
def test_words_and_letters_that_are_no_money_and_no_unit(read: Read, text: str, units: list[str | None]) -> None:
    assert [fields.get("unit") for fields in read(text).values()] == units


def test_multi_before_a_scale_word_leaves_the_figure_open(read: Read) -> None:
    assert read("a multi-million dollar deal")["multi-million dollar"]["vague"] == "multi-million"


def test_a_rate_from_another_sum_is_no_time(read: Read) -> None:
    assert [fields.get("per") for fields in read("It rose to £18 a week from £15").values()] == ["week"]


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
        ("Pounds 5m", "5000000", "GBP"),
        ("euro 20 million", "20000000", "EUR"),
        ("500 won", "500", "KRW"),
        ("two hundred marks", "200", "DEM"),
        ("500 satoshis", "0.000005", "BTC"),
        ("a 10 - cent rise", "0.1", "USD"),
        ("a 25 - cents - a - share payout", "0.25", "USD"),
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
