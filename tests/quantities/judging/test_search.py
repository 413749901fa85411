"""A search finds what each pattern by itself would find."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimx.quantities.judging.search import Search, Sought

PATTERNS = (
    r"\b(?:in|by)\s\d{4}\b",
    r"\b\d{1,2}(?:st|nd)?\s(?:May|June)\b",
    r"\bone\son\sone\b",
    r"\bU-?\d\d\b",
    r"(?<=\()\d{1,3}(?=\))",
    r"\b[A-Z]\w+,\s\d\d",
    r"\b(?P<year>\d{4})\b",
    r"(?m)\b\d{1,4}$",
    r"(?m)^\d{1,2}(?=,|\s\d)",
    r"\b(\d)\1\b",
    r"(?<![\w(])\d\d?,",
)
PIECES = (
    "in",
    "IN",
    "by",
    " ",
    " ",
    "2004",
    "77",
    "\n",
    "7",
    "1st",
    "May",
    "june",
    "one",
    "on",
    "U",
    "-",
    "19",
    "(",
    ")",
    ",",
    "_",
)


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join), st.sampled_from((0, re.IGNORECASE)))
def test_same_as_pattern_by_pattern(text: str, flags: int) -> None:
    search = Search(enumerate(Sought(pattern, flags) for pattern in PATTERNS))
    found = sorted((number, match.span()) for number, match in search.find(text, 1, len(text)))
    compiled = (re.compile(pattern, flags) for pattern in PATTERNS)
    expected = [(i, match.span()) for i, one in enumerate(compiled) for match in one.finditer(text, 1, len(text))]
    assert found == expected


@pytest.mark.parametrize(("text", "spans"), [("One on one on one", [(0, 10)]), ("in 2004, by 2005", [(0, 7), (9, 16)])])
def test_matches_do_not_overlap(text: str, spans: list[tuple[int, int]]) -> None:
    search = Search(enumerate(Sought(pattern, re.IGNORECASE) for pattern in PATTERNS[:6]))
    assert [match.span() for _, match in search.find(text, 0, len(text))] == spans
