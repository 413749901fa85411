"""Figures as they are written, and the decimals they stand for."""

from decimal import Decimal

import pytest

from claimx.quantities.grammar.figures import figure, vulgar_parts


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("7", "7"),
        ("007", "7"),
        ("1,234.56", "1234.56"),
        ("12,34,567", "1234567"),
        ("1\u2009234\u2009567", "1234567"),
        ("1.234.567,89", "1234567.89"),
        ("2,5", "2.5"),
        (".5", "0.5"),
        ("18.0900", "18.09"),
        ("1.5e3", "1500"),
        ("10^6", "1000000"),
        ("10^−3", "0.001"),
        ("1.5e−3", "0.0015"),
        ("9.1×10−3", "0.0091"),
        ("9.1 x 10-3", "0.0091"),
        ("9.1 × 10^ -3", "0.0091"),
        ("½", "0.5"),
        ("2¾", "2.75"),
        ("٣٤", "34"),
    ],
)
def test_the_value_of_a_figure(text: str, value: str) -> None:
    assert figure(text) == Decimal(value)


@pytest.mark.parametrize("text", ["1.2.3", "192.168.1.1", "9" * 41, "0^0"])
def test_figures_without_a_value(text: str) -> None:
    assert figure(text) is None


@pytest.mark.parametrize(("char", "parts"), [("½", (1, 2)), ("¾", (3, 4)), ("⅞", (7, 8))])
def test_the_parts_of_a_fraction_sign(char: str, parts: tuple[int, int]) -> None:
    assert vulgar_parts(char) == parts
