"""Statements that no verb of saying with a subject introduces: hearsay, and what somebody is sure or glad of."""

from collections.abc import Callable

import pytest

from claimx.model import Attributions, Span

Attribute = Callable[[str], Attributions]


def surfaces(text: str, spans: tuple[Span, ...]) -> list[str]:
    """The stretches of the text."""
    return [text[start:end] for start, end in spans]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Prices appear to have fallen by 3% last year.", ["Prices", "to have fallen by 3% last year"]),
        (
            "The council is expected to cut 27 posts this week -- the first of many -- as it moves to Leeds.",
            ["The council", "to cut 27 posts this week"],
        ),
        ("The firm was said to have lost £3m.", ["The firm", "to have lost £3m"]),
        ("Hale is accused of taking £3m.", ["Hale", "of taking £3m"]),
        ("He is remembered as a champion of the poor.", ["He", "as a champion of the poor"]),
    ],
)
def test_hearsay_is_said_by_nobody(attribute: Attribute, text: str, content: list[str]) -> None:
    (found,) = attribute(text).statements
    assert (found.source, found.speakers) == ((), ())
    assert surfaces(text, found.content) == content


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The deal was seen by critics as a waste.", "critics", ["The deal", "as a waste"]),
        (
            "The speech was viewed as a win by some in the party.",
            "some in the party",
            ["The speech", "as a win"],
        ),
    ],
)
def test_what_somebody_holds_of_a_subject(attribute: Attribute, text: str, source: str, content: list[str]) -> None:
    (found,) = attribute(text).statements
    assert surfaces(text, found.source) == [source]
    assert surfaces(text, found.content) == content


@pytest.mark.parametrize(
    "text",
    [
        "The band appeared in 3 towns.",
        "The council expects to cut 27 posts.",
        "The road is not expected to open in May.",
        "The play was seen by 300 people.",
    ],
)
def test_what_happens_is_no_hearsay(attribute: Attribute, text: str) -> None:
    assert all(one.source for one in attribute(text).statements)


@pytest.mark.parametrize(
    ("text", "source", "content", "kind"),
    [
        ("Ann Hale is convinced that 40 homes will go.", "Ann Hale", "that 40 homes will go", "assertion"),
        ("They remain hopeful that the delay will be short.", "They", "that the delay will be short", "assertion"),
        ("She was surprised the bill had passed.", "She", "the bill had passed", "assertion"),
        ("The coach, who is confident that they will win, left.", "The coach", "that they will win", "assertion"),
        ("The union was critical of the closure.", "The union", "the closure", "stance"),
        ("The ministry is open to changing the law.", "The ministry", "changing the law", "stance"),
    ],
)
def test_an_adjective_may_introduce_a_statement(
    attribute: Attribute, text: str, source: str, content: str, kind: str
) -> None:
    (found,) = attribute(text).statements
    assert (*surfaces(text, (*found.source, *found.content)), found.kind) == (source, content, kind)


@pytest.mark.parametrize(
    "text",
    [
        "It is clear that the bill failed.",
        "Ministers are not certain that it works.",
        "He is making sure that firms pay their share.",
        "Nobody is sure that it works.",
    ],
)
def test_an_adjective_of_nobody_introduces_none(attribute: Attribute, text: str) -> None:
    assert not attribute(text).statements
