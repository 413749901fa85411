"""Signs and names of money that several countries share are read by what the whole text is about."""

from collections.abc import Callable

import pytest

from claimx.model import Document
from claimx.pipeline import Pipeline

Make = Callable[[str], Document]
Units = list[str | None]


def units(pipeline: Pipeline, make: Make, text: str) -> Units:
    return [claim.unit for claim in pipeline.extract(make(text)).claims]


CANADIAN = "The Ontario mill shut in May, its owner said in Toronto."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{CANADIAN}\n\nIt owes the bank $40 million.", ["CAD"]),
        (f"{CANADIAN}\n\nIt owes the bank 40 million dollars. The bank asks 35 cents a share.", ["CAD", "CAD"]),
        (f"{CANADIAN}\n\nIt owes the bank $40 million, and steel costs $90 an ounce.", ["CAD", "USD"]),
        (f"{CANADIAN}\n\nIt owes the bank $40 million, or C$55 million.", ["USD", "CAD"]),
        (f"{CANADIAN}\n\nIt owes the bank US$40 million.", ["USD"]),
        (f"{CANADIAN}\n\nIt owes a bank in Ohio $40 million.", ["USD"]),
        (f"{CANADIAN}\n\nIt owes a bank £40 million and another $9 million.", ["GBP", "USD"]),
        (f"{CANADIAN}\n\nIt owes a bank in Sydney and one in Perth $40 million.", ["USD"]),
        ("Swimmers from Perth, Hobart and Sydney, with an American, won $5,000 in Wodonga.", ["AUD"]),
        ("An American swam for Sydney and Perth and won $5,000.", ["USD"]),
        (f"{CANADIAN}\n\nIt owes a bank in Ohio US$40 million and the town $9 million.", ["USD", "CAD"]),
        ("The Ontario mill shut in May. It owes the bank $40 million.", ["USD"]),
        ("The mill shut in May. It owes the bank $40 million.", ["USD"]),
    ],
)
def test_dollars_are_those_of_the_only_country_that_a_text_is_about(
    pipeline: Pipeline, document: Make, text: str, expected: Units
) -> None:
    assert units(pipeline, document, text) == expected


def test_furniture_says_nothing_of_whose_money_it_is(pipeline: Pipeline, document: Make) -> None:
    menu = "Home | Canada | Toronto | Ontario | Sport | Weather\n\n"
    assert units(pipeline, document, f"{menu}The mill shut in May. It owes the bank $40 million.") == ["USD"]
