"""Furniture that shows by its series, and what must stand around it."""

import pytest

from tests.cleaning.conftest import Dropped

MENU = "Log in\nSkip to content\nShare this\n"
STORY = (
    "The lamp is cast from brass in one piece and burns for 14 hours on a single filling, which is more than any other "
    "that is made on the coast, and it has hung in the harbours of the north for more than a hundred years.\n"
    "Each is tested for leaks at a pressure of 2 bar before it leaves the foundry, where 40 people work, and carries "
    "the number of the man or woman who poured it on the inside of its foot.\n"
    "The glass can be taken out for cleaning without tools, and spare panes are sold in boxes of six by the makers.\n"
)
CARDS = "".join(
    f"{name}\n£{price}\nAdd to basket\n" for name, price in (("Wick", 4), ("Oil", 9), ("Pane", 6), ("Hook", 3))
)


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        pytest.param(STORY + CARDS, ["£4", "£9", "£6", "£3"], id="prices of other goods beside a text"),
        pytest.param(CARDS, [], id="but not those that a page is for"),
        pytest.param(STORY + CARDS.replace("Add to basket\n", ""), [], id="nor those without a shop's buttons"),
        pytest.param(STORY + "£4\nAdd to basket\n", [], id="nor a single one, which is the thing's own"),
        pytest.param(
            MENU + STORY + "Wick\n£5.00 £4.00\nOil\n£9.00£8.50\nPane\n£7 £6\n",
            ["£5.00 £4.00", "£9.00£8.50", "£7 £6"],
            id="old and new prices need no buttons",
        ),
        pytest.param(MENU + "1\n2\n3\n4\n5\n", ["1", "2", "3", "4", "5"], id="what a form offers counts"),
        pytest.param(MENU + "10\n8\n6\n4\n2\n", ["10", "8", "6", "4", "2"], id="also down and by two"),
        pytest.param(MENU + "1\n2\n4\n8\n16\n", [], id="figures of a table do not"),
        pytest.param(MENU + "1\n2\n3\n4\nBoats\n5\n6\n7\n", [], id="nor do short runs"),
        pytest.param(
            MENU + "5 stars\n83\n4 stars\n22\n3 stars\n",
            ["5 stars", "83", "4 stars", "22", "3 stars"],
            id="buyers' stars stand with their numbers",
        ),
        pytest.param(
            MENU + "Kelp 50 1,214.60 -0.42%\nHerring £84.90 +0.61%\nCod £9.10 +1.20%\n" + STORY,
            ["Kelp 50 1,214.60 -0.42%", "Herring £84.90 +0.61%", "Cod £9.10 +1.20%"],
            id="what markets stand at above a text",
        ),
        pytest.param(
            MENU + STORY + "Kelp 50 1,214.60 -0.42%\nHerring £84.90 +0.61%\nCod £9.10 +1.20%\n" + STORY,
            [],
            id="amid it, it is the text's",
        ),
    ],
)
def test_series(dropped: Dropped, text: str, figures: list[str]) -> None:
    assert [line for line in dropped(text) if any(char.isdigit() for char in line)] == figures


@pytest.mark.parametrize(
    ("box", "kept"),
    [
        (
            ["Your support helps us report", "From 12 harbours our people write home.", "Your gift makes it possible."],
            [],
        ),
        (["Your support helps us report", "The pier shut on Monday."], ["The pier shut on Monday."]),
    ],
)
def test_pleas_bridge_what_stands_between_them(dropped: Dropped, box: list[str], kept: list[str]) -> None:
    lost = dropped(MENU + STORY + "\n".join(box) + "\n" + STORY)
    assert [line for line in box if line not in lost] == kept


def test_headline_ends_a_list_above_it(dropped: Dropped) -> None:
    headline = "A lamp from the north has burned for a century"
    menu = f"Hot topics\nPiers\nBoats\n{headline}\nBy Ada Pell\n"
    assert dropped(f"{headline} | Bay Courier\n{menu}{STORY}") == ["Hot topics", "Piers", "Boats"]
