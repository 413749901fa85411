"""Content words in their base form, weighed by how rare they are."""

import pytest

from claimx.resolve.words import Weights, content_words, names, stem


@pytest.mark.parametrize(
    ("words", "base"),
    [
        (("cut", "cuts", "cutting"), "cut"),
        (("child", "children", "children's", "children’s"), "child"),
        (("authority", "authorities"), "authority"),
        (("die", "died", "dies"), "die"),
        (("spend", "spending", "spends"), "spend"),
        (("loss", "losses"), "loss"),
        (("service", "services"), "servic"),
        (("bus",), "bus"),
    ],
)
def test_inflected_words_have_one_stem(words: tuple[str, ...], base: str) -> None:
    assert {stem(word) for word in words} == {base}


def test_only_telling_words_are_content() -> None:
    assert content_words("She said that the £5m would be spent on 12 schools in Leeds.") == {"spent", "school", "leed"}


@pytest.mark.parametrize("text", [None, "", "the of and", "£5m (12%)"])
def test_a_text_without_content(text: str | None) -> None:
    assert content_words(text) == frozenset()


def test_names_are_capitalised_words() -> None:
    assert names("roads in North Leeds") == {"north", "leed"}
    assert names("roads") == names(None) == frozenset()


def test_rare_words_weigh_more() -> None:
    weights = Weights([frozenset(("school", f"word{n}")) for n in range(200)])
    assert weights.of("school") < 0.4 < weights.of("word7")
    assert weights.overlap(frozenset(("school", "word7")), frozenset(("word7", "word8", "school"))) == 1.0
    assert weights.likeness(frozenset(("school", "word7")), frozenset(("school", "word8"))) < 0.4
    assert weights.overlap(frozenset(), frozenset(("school",))) == 0.0


def test_in_a_small_run_no_word_is_common() -> None:
    weights = Weights([frozenset(("shortfall",)), frozenset(("shortfall",))])
    assert weights.of("shortfall") > 0.7
