"""Lines, pieces of over-long lines, and words."""

import pytest

from claimx.cleaning.lines import LONGEST, split, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\t\n", []),
        ("Rents rose.\nWages fell.", [("Rents rose.", True), ("Wages fell.", False)]),
        ("Rents rose.\n\n  Wages fell. \n", [("Rents rose.", True), ("Wages fell.", True)]),
        ("Rents rose.\r\nWages fell.\r\n\r\nEnd", [("Rents rose.", True), ("Wages fell.", False), ("End", True)]),
        ("Page 1\fPage 2", [("Page 1", True), ("Page 2", False)]),
    ],
)
def test_lines(text: str, expected: list[tuple[str, bool]]) -> None:
    assert [(text[line.start : line.end], line.blank) for line in split(text)] == expected


@pytest.mark.parametrize("unit", ["The river rose by 2 metres. ", "river ", "x"])
def test_long_lines_become_pieces(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    pieces = [text[line.start : line.end] for line in split(text)]
    assert max(map(len, pieces)) <= LONGEST
    assert "".join(pieces).replace(" ", "") == text.replace(" ", "")


def test_pieces_end_with_sentences() -> None:
    text = "The river rose by 2 metres. " * 2000
    assert {text[line.start : line.end][-7:] for line in split(text)} == {"metres."}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The council’s 24 homes", ["the", "council's", "#", "homes"]),
        ("© 2020 | A & B", ["©", "#", "|", "a", "b"]),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected
