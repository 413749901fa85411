"""Strings that a text must hold for a pattern to be found in it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimx.rulebook.literals import literals


@pytest.mark.parametrize(
    ("pattern", "strings"),
    [
        (r"(?i)^sign up for our \w+ letter$", {"sign up for our "}),
        (r"\b(?:Read|See) (?:more|also)\b", {"read more", "read also", "see more", "see also"}),
        (r"\d+ comments?", {" comment"}),
        (r"colou?r of\s", {"color of", "colour of"}),
        (r"(?=.*\bcookies\b).{3,90}", {"cookies"}),
        (r"(?:\w+ (?:daily|weekly) ?){1,3}", {" daily", " weekly"}),
        (r"[Aa]dvert|spon[sz]ored", {"advert", "sponsored", "sponzored"}),
        (r"^\{\s?\w", {"{"}),
        (r"(?:\w+ay)?\w", set()),
        (r"(?:our|\d) ", set()),
        (r"(?!never)\w+", set()),
        (r"a|an|the", set()),
        ("", set()),
    ],
)
def test_what_a_text_must_hold(pattern: str, strings: set[str]) -> None:
    assert literals(pattern) == strings


PATTERNS = (
    r"(?i)(?:by|from) ann\b",
    r"s+ay?s (?:it|no)+",
    r"(ann|bob), \1",
    r"[Bb]ob(?=, a)|no{2,3} \d",
    r"(?i:IT) (?:is|was)",
)
PIECES = (
    "ann",
    "Ann",
    "BOB",
    "bob",
    "by ",
    "From ",
    ", ",
    "says ",
    "ssay",
    "it",
    "IT ",
    "no",
    "noo ",
    "is",
    "was",
    "3",
    "a",
)


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join), st.sampled_from(PATTERNS))
def test_nothing_is_found_without(text: str, pattern: str) -> None:
    strings = literals(pattern)
    if re.search(pattern, text):
        assert not strings or any(string in text.lower() for string in strings)
