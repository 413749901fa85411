"""Speech set out in paragraphs of its own without quotation marks."""

from collections.abc import Callable

import pytest

from claimx.attribution import attribution_of
from claimx.model import Attributions, Document
from claimx.pipeline import Pipeline
from claimx.settings import Options

Attribute = Callable[[str], Attributions]

HALE = "Ferries minister Ann Hale, speaking in Hull, said:"
DAY = "Tom Day, chief executive of the Harbour Trust, added:"


@pytest.mark.parametrize(
    ("paragraphs", "speaker"),
    [
        ((HALE, "The quay will take 40 boats."), "Ann Hale"),
        ((HALE, "The quay is a wonder.", "It will take 40 boats and we are proud of it."), "Ann Hale"),
        ((HALE, "The quay is a wonder.", "It will take 40 boats.", "I am proud of it."), "Ann Hale"),
        ((HALE, "The quay is a wonder.", "It will take 40 boats.", DAY, "The trust is glad."), "Ann Hale"),
        ((HALE, "The quay is a wonder.", DAY, "The trust has 40 boats."), "Tom Day"),
        # the text goes on by itself
        ((HALE, "The quay is a wonder.", "The council bought it with 40 boats last year."), None),
        ((HALE, "The quay is a wonder.", "Notes to editors", "The trust owns 40 boats."), None),
        ((HALE, "“The quay is a wonder.”", "The trust owns 40 boats."), None),
        (("Our quay opens today.", HALE, "The quay is a wonder.", "We have 40 boats for you."), None),
        # no speech
        (("Ann Hale said she had three aims:", "The first cost of 40 boats was met by the trust."), None),
        (("The trust has three quays:", "The first quay was made for 40 boats."), None),
    ],
)
def test_who_says_what_is_set_out(attribute: Attribute, paragraphs: tuple[str, ...], speaker: str | None) -> None:
    text = "\n\n".join(paragraphs)
    start = text.index("40 boats")
    found = attribution_of(attribute(text), (start, start + 8))
    assert [one.name for one in found.speakers] == ([speaker] if speaker else [])
    assert found.mode == ("direct" if speaker else "document")


def test_quotations_inside_are_of_the_same_speaker(attribute: Attribute) -> None:
    text = f"{HALE}\n\nThe quay is what my father called “a home for 40 boats” and we agree."
    start = text.index("40 boats")
    assert attribution_of(attribute(text), (start, start + 8)).speakers[0].name == "Ann Hale"


def test_the_introduction_is_read_where_only_figures_are_sought(document: Callable[[str], Document]) -> None:
    calm = "The quay is a wonder to us all."
    text = f"The quay opens today.\n\n{HALE}\n\n{calm}\n\n{calm}\n\nWe have 40 boats."
    [claim] = Pipeline(Options(clean=False, figures_only=True)).extract(document(text)).claims
    assert [one.name for one in claim.attribution.speakers] == ["Ann Hale"]


LONG = (
    "The quay was built in a year of storms, by men who had come down from the hills to earn a wage, and it took "
    "40 boats from the first day on, more than any quay in the north."
)


@pytest.mark.parametrize(
    ("introduction", "speaker"),
    [
        ("A study from the Halden Institute looked into this:", "study from the Halden Institute"),
        ("The New York Times takes a look back at the story of the quay:", "New York Times"),
        ("From the Halden Institute on the quay:", "Halden Institute"),
        ("The Halden Institute has three quays:", None),
        ("The Halden Institute made the following plans:", None),
        ("The story of the quay goes like this:", None),
    ],
)
def test_whose_a_passage_is(attribute: Attribute, introduction: str, speaker: str | None) -> None:
    text = f"{introduction}\n\n{LONG}"
    start = text.index("40 boats")
    found = attribution_of(attribute(text), (start, start + 8))
    assert (found.mode, [one.name for one in found.speakers]) == (
        ("indirect", [speaker]) if speaker else ("document", [])
    )
