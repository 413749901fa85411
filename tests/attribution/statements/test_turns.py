"""Sentences in which one source says two things, or what is said ends where another cue takes over."""

from collections.abc import Callable

import pytest

from claimx.model import Attributions

Attribute = Callable[[str], Attributions]


@pytest.mark.parametrize(
    ("text", "source", "contents"),
    [
        (
            "Party leader Ann Hale said the note showed that the minister did not know, and accused the board "
            "of hiding £3m.",
            "Party leader Ann Hale",
            ["the board of hiding £3m", "the note showed that the minister did not know"],
        ),
        (
            "She said that an official had told her of the leak, and questioned why he would do so.",
            "She",
            ["that an official had told her of the leak", "why he would do so"],
        ),
        (
            "He said the firm cut 30 jobs and warned of more.",
            "He",
            ["the firm cut 30 jobs and warned of more"],
        ),
    ],
)
def test_who_goes_on_after_what_is_said(attribute: Attribute, text: str, source: str, contents: list[str]) -> None:
    found = attribute(text).statements
    assert sorted(text[s:e] for one in found for s, e in one.content) == contents
    assert {text[s:e] for one in found for s, e in one.source} == {source}


def test_to_find_oneself_somewhere_is_no_finding(attribute: Attribute) -> None:
    assert not attribute("On tax, he found himself in trouble two weeks ago.").statements


def test_what_something_is_called_is_not_what_it_is(attribute: Attribute) -> None:
    text = "She boasts a 45-point lead, which her campaign refers to as a firewall."
    (found,) = attribute(text).statements
    assert [text[s:e] for s, e in found.content] == ["as a firewall"]


def test_an_aside_between_dashes_is_no_dateline(attribute: Attribute) -> None:
    text = "A spokesman for the brand - a firm with 12 staff - noted that it offers leave."
    (found,) = attribute(text).statements
    assert text[slice(*found.source[0])].startswith("A spokesman")
