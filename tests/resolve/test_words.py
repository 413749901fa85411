"""Content words in their base form, weighed by how rare they are."""

import pytest

from claimx.resolve.retelling import content_words
from claimx.resolve.words import stem


@pytest.mark.parametrize(
    ("words", "base"),
    [
        (("cut", "cuts", "cutting"), "cut"),
        (("child", "child's", "child’s"), "child"),
        (("authority", "authorities"), "authority"),
        (("spend", "spending", "spends"), "spend"),
        (("loss", "losses"), "loss"),
        (("service", "services"), "servic"),
        (("bus",), "bus"),
        (("vaccine", "vaccinate", "vaccinated", "vaccination"), "vaccin"),
        (("approve", "approved", "approval"), "approv"),
        (("settle", "settlement", "settlements"), "settl"),
        (("electric", "electricity"), "electric"),
        (("attend", "attendance"), "attend"),
        (("station",), "station"),
        (("community",), "community"),
    ],
)
def test_words_of_one_root_have_one_stem(words: tuple[str, ...], base: str) -> None:
    assert {stem(word) for word in words} == {base}


def test_only_telling_words_are_content() -> None:
    assert content_words("She said that the £5m would be spent on 12 schools in Leeds.") == {"spend", "school", "leed"}


@pytest.mark.parametrize("text", [None, "", "the of and", "£5m (12%)"])
def test_a_text_without_content(text: str | None) -> None:
    assert content_words(text) == frozenset()


def test_words_that_stand_for_each_other_are_one() -> None:
    assert content_words("bought 300 vessels") == content_words("the purchase of 300 ships")
