"""Pairs of text and statements whose clause or quotation the parser does not hang on the cue."""

from collections.abc import Callable

import pytest

from claimx.model import Attributions

Attribute = Callable[[str], Attributions]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "Researchers said by 2050, rising seas would displace 3 million people.",
            "Researchers",
            "rising seas would displace 3 million people",
        ),
        ("Ann Hale, who brags she has held 100 meetings, left.", "Ann Hale", "she has held 100 meetings"),
        (
            "The governor freed up $26 million and on Monday announced $5 million more was being sent to the county.",
            "The governor",
            "$5 million more was being sent to the county",
        ),
        (
            "In an Eastlake/Post poll released Sunday, three of four Americans disapproved of the way it was handled.",
            "an Eastlake/Post poll released Sunday",
            "three of four Americans disapproved of the way it was handled",
        ),
        (
            'Sam Lowe, a director of the party, said in a statement. "There are no ballots to recount."',
            "Sam Lowe, a director of the party",
            '"There are no ballots to recount."',
        ),
        (
            "In a statement to the Observer, her senior policy adviser, Jake Stone, said: “Ann believes it.”",
            "Jake Stone",
            "“Ann believes it.”",
        ),
        ('The mayor tweeted a warning. "Stay away from the river."', "The mayor", '"Stay away from the river."'),
        (
            'The campaign worded it more carefully: "In fact, more than 90% of them were kept."',
            "The campaign",
            '"In fact, more than 90% of them were kept."',
        ),
    ],
)
def test_the_words_behind_a_cue_are_its_content(attribute: Attribute, text: str, source: str, content: str) -> None:
    found = [[text[s:e] for s, e in (*one.source, *one.content)] for one in attribute(text).statements]
    assert [source, content] in found


@pytest.mark.parametrize(
    "text",
    [
        'Hale spoke in a hall. "The Kelpies" was sung by 300 people.',
        "The man she told yesterday was her uncle.",
        "Those he warned on Monday were late.",
    ],
)
def test_what_follows_otherwise_is_not(attribute: Attribute, text: str) -> None:
    assert not attribute(text).statements
