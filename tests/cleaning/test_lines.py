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
        (
            "Rents\n\n•\nFlats: £900\n•\nHouses: £1,200\n•",
            [("Rents", True), ("•\nFlats: £900", True), ("•\nHouses: £1,200", False), ("•", False)],
        ),
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


WRAPPED = """\
Notes on the pool

The council said on Monday that it would spend nearly £3
million on the pool, up from £2 million in the year before
that, and that 400 people had asked for it in letters to
the mayor of the town.

The reasons:
- the roof, which lets in the rain and the gulls, would
cost £400,000 by itself to mend in the coming winter
- the boiler
"""


@pytest.mark.parametrize(("old", "new"), [("", ""), ("\n", "\r\n"), ("\nt", "\n  t")])
def test_paragraphs_of_broken_lines_are_put_together(old: str, new: str) -> None:
    text = WRAPPED.replace(old, new) if old else WRAPPED
    assert [" ".join(text[line.start : line.end].split())[:24] for line in split(text)] == [
        "Notes on the pool",
        "The council said on Mond",
        "The reasons:",
        "- the roof, which lets i",
        "- the boiler",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Kettleby Rovers 24 16 5 3 51 20 31 53 at home and away\nHarley United 24 15 4 5 48 27 21 49 at home and away\n"
        "Southmere City 23 13 6 4 40 25 15 45 at home and away\nCarrow Vale 24 11 4 9 35 33 2 37 at home and away",
        "The river rose by 2 metres and by 3 metres in the town.\nthe sea did not rise in that long winter\nEnd",
        "\n\n".join(("The council will spend nearly £3 on each of the pools,", "million on the pool in the year") * 4),
    ],
)
def test_rows_and_lines_of_their_own_stay_apart(text: str) -> None:
    assert len(split(text)) == len([line for line in text.splitlines() if line])
