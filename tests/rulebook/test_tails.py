"""What all matches of a pattern have."""

import re

import pytest

from claimx.rulebook.openings import FIGURE
from claimx.rulebook.tails import marks, refers_back


@pytest.mark.parametrize(
    ("pattern", "found", "missed"),
    [
        (r"\b[A-Z]\w+,\s(?P<age>\d\d)\b", ", 54", "54 of them"),
        (r"\b[a-z][\w-]{0,62}\.(?:com|org)\b", ".org", "to. Org"),
        (r"(?<!\d)['’][2-9]0s\b", "’90s", "the 90s"),
        (r"\(?0\d{2,5}\)?\s\d{3}", "020) 794", "in 2020 the"),
        (r"(?<=[.!])\s+(?P<number>\d{1,2}\.)(?=\s[A-Z])", "3. Then", "3.5 Then"),
        (r"\b[A-Z]{1,6}[-–]?\d", "x-7", "a 7"),
        (r"\b(?:a|the)\s(?:1[5-9]|2[01])\d\d\b", "1987", "1345"),
        (r"\b[a-z]{1,3}[A-Z]\w+\s\d\b", "Phone 6", "Phone six"),
    ],
)
def test_what_is_looked_for_first(pattern: str, found: str, missed: str) -> None:
    end = marks(pattern).tail
    assert end is not None
    assert end.search(found) is not None
    assert end.search(missed) is None


@pytest.mark.parametrize("pattern", [r"\d+", r"#\w+", r"(?m)^\d\.", r"\b\w+\b", r"(?i)\b[A-Z]\w+\b", r"(\w)-\1", ""])
def test_where_it_would_spare_nothing(pattern: str) -> None:
    assert marks(pattern).tail is None


@pytest.mark.parametrize("flags", [re.NOFLAG, re.IGNORECASE])
@pytest.mark.parametrize(
    "pattern", [r"\b[A-Z]\w+,\s\d\d", r"(?:[a-c]{1,3}|x)-?\d", r"\w\s?(?:\d{2}|\(\d)", r"\s(?i:no\.)\s\d{1,3}x"]
)
@pytest.mark.parametrize("text", ["Jo Bell, 54, ran", "ab-3 and X9", "a (7", "see No. 12x, no. 7x", "a٣"])
def test_no_match_is_without_it(pattern: str, flags: re.RegexFlag, text: str) -> None:
    told = marks(pattern, flags)
    if re.search(pattern, text, flags):
        assert told.tail is None or told.tail.search(text)
        assert not told.needed or told.needed & {FIGURE if char.isdecimal() else char for char in text}


@pytest.mark.parametrize(
    ("pattern", "needed"),
    [
        (r"\b\d{1,2}:\d\d\b", {":"}),
        (r"\(\d{1,3}[.,]\d\)", {"("}),
        (r"\d[-–]\d", {"-", "–"}),
        (r"[A-Z]\w+\s[2-9]\d?", {FIGURE}),
        (r"(?:#|No\.\s)\d\d", {FIGURE}),
        (r"\w+(?:,\s\d)?", set()),
        (r"(?<=\()\w+", set()),
    ],
)
def test_signs_that_no_match_is_without(pattern: str, needed: set[str]) -> None:
    assert marks(pattern).needed == needed


@pytest.mark.parametrize(
    ("pattern", "expected"), [(r"(?m)^\d", True), (r"^\d", True), (r"(?m)(?:^|x)\d", False), ("", False)]
)
def test_patterns_that_begin_with_a_line(pattern: str, expected: bool) -> None:
    assert marks(pattern).begins_line is expected


@pytest.mark.parametrize(
    ("pattern", "expected"), [(r"(a)\1", True), (r"(?P<x>a)(?P=x)", True), (r"\(?(?P<n>\d)", False)]
)
def test_patterns_that_refer_to_their_own_groups(pattern: str, expected: bool) -> None:
    assert refers_back(pattern) is expected
