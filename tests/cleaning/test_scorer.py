"""What the learned scorer promises, and the tables and captions that are kept beside it."""

from collections.abc import Callable

import msgspec
import pytest

from claimx.cleaning import Cleaner
from claimx.cleaning.features import Features
from claimx.cleaning.scorer import WEIGHTS, Weights
from claimx.model import Document
from claimx.rulebook import Rulebook

AREAS = (
    "Bay Area",
    "Boat Trips",
    "City Council",
    "Ferry Times",
    "Football",
    "Health",
    "Rowing",
    "Schools",
    "Your Money",
)
EDITIONS = ("East Bay", "North Bay", "Old Town", "Riverside", "Sandhaven", "South Bay", "Upper Town", "West Bay")
MENU = "\n".join(
    f"{place} {area}" if place else area for place in ("", *EDITIONS) for area in ("Skip to content", *AREAS, "Log in")
)
STORY = """

Two more ferries a day

The ferry company is to add two more sailings a day from May, its director said on Monday.

The company carried 41,000 people last winter, a tenth more than in the year before.

{}
She said that the fares would stay as they were until the new boat comes in the autumn of next year.
"""
FOOT = "\nRelated\nFerry runs aground\n\nPrivacy policy\n© 2021 Harbour Media Ltd\n"


@pytest.fixture(scope="module")
def zones(rulebook: Rulebook, document: Callable[[str], Document]) -> Callable[[str], dict[str, str]]:
    cleaner = Cleaner(rulebook)

    def by_line(text: str) -> dict[str, str]:
        return {text[block.start : block.end]: block.zone for block in cleaner.clean(document(text)).blocks}

    return by_line


def test_weights_fit_the_features(rulebook: Rulebook) -> None:
    """The file has a weight for every feature, so that a cue is not added without fitting it."""
    fitted = msgspec.json.decode(WEIGHTS.read_bytes(), type=Weights)
    assert set(fitted.weights) == set(Features(rulebook).names)


def test_labels_of_a_menu_are_dropped(zones: Callable[[str], dict[str, str]]) -> None:
    found = zones(MENU + STORY.format("") + FOOT)
    dropped = [label for label in MENU.splitlines() if found[label] == "boilerplate"]
    assert len(dropped) > 0.9 * len(MENU.splitlines())
    assert found["Two more ferries a day"] == "main"
    assert {zone for line, zone in found.items() if line.endswith(".")} == {"main"}


@pytest.mark.parametrize(
    "rows",
    [
        "Average fares:\n\nAdults: £8.40\nChildren: £4.20\nDogs: £1.00\n",
        "A boat at the pier, where fares rose by 12%\n",
    ],
)
def test_figures_amid_the_text_are_kept(zones: Callable[[str], dict[str, str]], rows: str) -> None:
    found = zones(MENU + STORY.format(rows) + FOOT)
    assert {found[row] for row in rows.split("\n") if any(char.isdigit() for char in row)} <= {"main", "edge"}


def test_sentences_under_the_headline_are_kept(zones: Callable[[str], dict[str, str]]) -> None:
    """Menus above them make them score less than those in the middle of the text."""
    lead = "A new boat will carry 300 people."
    found = zones(MENU + STORY.replace("Two more ferries a day\n", f"Two more ferries a day\n\n{lead}\n") + FOOT)
    assert found[lead] == "main"


POST = """\
{name}
Senior Member
Join Date: Apr 2006
Posts: 1,{n}00
#{n}
We had {n} of these lamps fail on our boat.
The new ones cost £{n}4 each at the chandler's on the quay, which is what you paid for three of them last year.
Reply With Quote
"""


def test_posts_of_a_forum_are_kept(zones: Callable[[str], dict[str, str]]) -> None:
    names = ("oldsalt", "Kim", "quayside", "tarpot", "Moss", "mate")
    found = zones(MENU + "".join(POST.format(name=name, n=n) for n, name in enumerate(names, 2)) + FOOT)
    assert {zone for line, zone in found.items() if "£" in line} == {"main"}
    assert {zone for line, zone in found.items() if line.startswith(("Posts", "Join", "#"))} == {"boilerplate"}


@pytest.mark.parametrize(
    "facts",
    [
        "Crossings\nSummer 14\nWinter 6\nPassengers: 41,000\nDogs carried 312\nCancelled 3%",
        "The new boat\nLength 62 m\nCars 48\nSeats\n300\nTop speed 17 knots",
        "The new boat\nLength: 62 m\nBuilder: Pell, Moss & Sons\nSpeed (loaded): 17 knots\nCars, at most: 48",
        "The new boat\nLength\t62 m\nBuilder\tPell, Moss & Sons\nSpeed\t17 knots (loaded)\nCars\t48",
        "Berth | Length | Rate |\n---|---|---|\n1 | 12 m | £340 |\n2 | 14 m | £410 |",
    ],
)
def test_facts_beside_the_article_are_kept(zones: Callable[[str], dict[str, str]], facts: str) -> None:
    found = zones(MENU + STORY.replace("{}", f"\n{facts}\n") + FOOT)
    assert not [line for line, zone in found.items() if zone == "boilerplate" and line in facts and line[-1].isdigit()]


def test_numbered_lists_of_pages_are_not_facts(zones: Callable[[str], dict[str, str]]) -> None:
    pages = [f"{n}. Boat {name}" for n, name in enumerate(("Trips", "Hire", "Names", "Builders", "Shows"), 1)]
    found = zones(MENU + STORY.format("") + "\nSearch\n" + "\n".join(pages) + "\nSearch\n" + FOOT)
    assert {found[line] for line in pages} == {"boilerplate"}


def test_figures_behind_bullets_are_kept(zones: Callable[[str], dict[str, str]]) -> None:
    """A bullet on a line of its own belongs to the item below it."""
    items = ["•\nFares up 4% to £8.40 from May", "•\nDogs travel for £2"]
    found = zones(MENU + STORY.replace("{}", "\n".join(items) + "\n") + FOOT)
    assert "boilerplate" not in {found[item] for item in items}
