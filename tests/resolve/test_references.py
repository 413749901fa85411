"""Figures that stand in a text as ones that it has told already."""

import pytest

from claimx.resolve.references import refers_back, taken_as_known
from tests.resolve.conftest import ClaimMaker


@pytest.mark.parametrize(
    ("sentence", "surface", "known"),
    [
        ("Most of the £60m will go on trams.", "£60m", True),
        ("They asked what would become of their £60m.", "£60m", True),
        ("The sum of £60m has been spent.", "£60m", True),
        ("The proposed £60m tramway was dropped.", "£60m", True),
        ("She asked for a loan of £60m.", "£60m", False),
        ("A further £60m was found.", "£60m", False),
        ("The second £60m grant came in May.", "£60m", False),
        ("£60m was spent on trams.", "£60m", False),
    ],
)
def test_words_before_a_figure_that_point_back(make: ClaimMaker, sentence: str, surface: str, known: bool) -> None:
    assert refers_back(make(surface, sentence)) == known


@pytest.mark.parametrize(
    ("subject", "known"),
    [
        ("chance of this happening", True),
        ("cost of that", True),
        ("chance of rain", False),
        ("share of this year's harvest", False),
        ("chance of thistles", False),
    ],
)
def test_a_subject_whose_thing_is_known(make: ClaimMaker, subject: str, known: bool) -> None:
    sentence = f"There is a 5% {subject}, she said."
    assert refers_back(make("5%", sentence, kind="percentage", value=5, subject=subject)) == known


@pytest.mark.parametrize(
    ("sentence", "surface", "known"),
    [
        ('"Four per cent is an insult," said the union.', "Four per cent", True),
        ("The mayor said £90 was too much.", "£90", True),
        ("The mayor said £90 was “less than a tank of petrol”.", "£90", True),
        ("Twelve years is not enough.", "Twelve years", True),
        ("But £3m isn't enough.", "£3m", True),
        ("Ten years would be a long time.", "Ten years", True),
        ("Four per cent were late.", "Four per cent", False),
        ("£90 was spent on paint.", "£90", False),
        ("£4m is needed for the roof.", "£4m", False),
        ("A rent of £90 was the lowest in town.", "£90", False),
        ("Six men are in hospital.", "Six men", False),
        ("£4m is being raised.", "£4m", False),
    ],
)
def test_a_figure_that_stands_for_itself(make: ClaimMaker, sentence: str, surface: str, known: bool) -> None:
    assert taken_as_known(make(surface, sentence)) == known
