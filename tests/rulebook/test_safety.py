"""Patterns that can blow up are refused, and sane ones are not."""

import re

import pytest

from claimx.rulebook.safety import unsafe

EXPONENTIAL = [
    r"(a+)+b",
    r"(a*)*",
    r"(?:\w+\s*)+:",
    r"(?:\w+ ?){1,20}!",
    r"(?:ab|a|b)+c",
    r"(?:\d{1,3},?)*%",
    r"(?:a?b?)*c",
    r"(?:[^,]*,?)*$",
    r"(?:one|two|\w+)*[.]",
    r"x(?=(?:y+)+z)",
    r"(?:(?:\w{1,20}-?){1,10} ?)+",
    r"(?:.*,)*x",
    r"(?:ab|[a-c]b)+c",
    r"(?i)(?:ax|A[xy])+b",
    r"(?:\w\d|\d\w)*x",
]

POLYNOMIAL = [
    r"\s*,?\s*x",
    r"\d+\d+",
    r".*foo.*bar",
    r"\w+\w*\w?ing",
    r"[A-Z][a-z]+[a-z]*ly",
    r"(?:\w+ ?){1,3}!",
    r"\d+(?:,?\d)*%",
    r"\s+(?:of )?\s+the",
    r".+?-.+?-.+?x",
]

SANE = [
    r"\d+",
    r"\bmore than\b",
    r"\d{1,3}(?:,\d{3})+",
    r"\d+(?:,\d{3})*(?:\.\d+)?",
    r"(?:£|\$|€)\s?\d+(?:\.\d+)?\s?(?:m|bn|million|billion)?",
    r"\w+\s+\w+",
    r"(?:\w+\s+){0,5}said",
    r"(?:[A-Z][a-z]+ )+(?:Ltd|plc)",
    r"[A-Z][a-z]{0,20}(?: [A-Z][a-z]{0,20}){0,4}",
    r"(?:January|February|March) \d{1,2}, \d{4}",
    r"(?:Mon|Tues|Wednes)day",
    r"\(\s*\d+\s*\)",
    r"\"[^\"]*\"",
    r"“[^”]*”",
    r"\b(?:in|between) (?:19|20)\d\d(?:[-–]\d{2,4})?\b",
    r"(?:\d{2}:){1,2}\d{2}",
    r"(?:\d\d? ){2,5}",
    r"[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}",
    r"(?<!\w)\d+(?:st|nd|rd|th)(?!\w)",
    r"https?://\S+",
    r"[^\s@]+@[^\s@]+",
    r"(?:, \w+)*(?:,? and \w+)?",
    r"^\s*(?:\d+[.)]|[-*])\s",
    r"(?:a{2}|b{3})*c",
    r"(['\"])\w+\1",
    r"\s+,",
    r"(?:\s+|x)y",
    r"(?:\w++ ?)+!",
    r"(?>\d+)\d",
    # the parser itself joins these alternatives into one set of characters
    r"(?:a|a)+b",
    r"(?:\d|[0-9])*x",
    r"(?:\s|\n)+x",
    r"(?i)(?:a|A)+b",
]


@pytest.mark.parametrize("pattern", EXPONENTIAL)
def test_exponential_patterns_are_refused(pattern: str) -> None:
    danger = unsafe(pattern)
    assert danger is not None
    assert "exponentially" in danger


@pytest.mark.parametrize("pattern", POLYNOMIAL)
def test_polynomial_patterns_are_refused(pattern: str) -> None:
    danger = unsafe(pattern)
    assert danger is not None
    assert "many ways" in danger


@pytest.mark.parametrize("pattern", SANE)
def test_sane_patterns_pass(pattern: str) -> None:
    assert unsafe(pattern) is None


def test_a_back_reference_in_a_repeat_is_refused() -> None:
    assert "back-reference" in (unsafe(r"(\w+)(?: \1)+") or "")


def test_a_pattern_of_immoderate_length_is_refused() -> None:
    assert "list of phrases" in (unsafe("|".join(f"word{i}" for i in range(1500)) + "+") or "")


def test_the_danger_names_a_text_to_try() -> None:
    assert "'aaaa…'" in (unsafe(r"(a+)+b") or "")


def test_what_is_no_pattern_is_an_error() -> None:
    with pytest.raises(re.error):
        unsafe("(")
