"""The words that patterns can begin with."""

import re

import pytest

from claimx.rulebook.openings import openings


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (r"\bunder-\d{1,2}\b", {"under"}),
        (r"\b(?:Mon|Tues|Wednes)day\b", {"monday", "tuesday", "wednesday"}),
        (r"\b(?:early\s)?[Ss]pring\b", {"early", "spring"}),
        (r"\bpages?\s?\d+", {"page", "pages"}),
        (r"(?<![\d.])\b[01]?\d(?::\d\d)", {"0"}),
        (r"\b(?:the\s)?\d{1,4}(?:st|nd)\b", {"the", "0"}),
        (r"\bCO2\b", {"co"}),
        (r"(?i:\b(?:he['’]s|isn['’]t)\shere)", {"he", "isn"}),
        (r"(?:\bthe\s+)?(?<!x)\b[ab]\b", {"the", "a", "b"}),
        (r"\bNo\.\s", {"no"}),
        (r"(?<![\w.,])0\d{4}", {"0"}),
    ],
)
def test_openings(pattern: str, words: set[str]) -> None:
    assert set(openings(pattern) or ()) == words


@pytest.mark.parametrize(
    "pattern",
    [
        r"under-\d",  # may begin inside a word
        r"\b[A-Z]\w+\s",  # any word
        r"\b(?:ten|\(\d)",
        r"\bword",  # words that only begin so
        r"\b.x\b",
        r"\b[^x]\b",
        r"^\s*\d",
        r"(?:a|\bb)\s",
        r"\b[a-z]{3}\s",
        r"",
    ],
)
def test_what_has_no_certain_openings(pattern: str) -> None:
    assert openings(pattern) is None


def test_what_is_no_pattern_is_an_error() -> None:
    with pytest.raises(re.error):
        openings("(")
