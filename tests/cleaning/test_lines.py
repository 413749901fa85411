"""Lines, pieces of over-long lines, and words."""

import textwrap

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
    ("text", "lines"),
    [
        ("Costs at the hospital rose by 40\nper cent in the year.\nThe end", 2),
        ("Of the patients most (60\nper cent) came by bus.", 1),
        ("The town spent £3.5\nbillion.", 1),
        ("40\nper cent", 2),
        ("Buses 12\nTrams 14", 2),
        ("Costs rose by 40\n\nper cent", 2),
        ("Costs rose by 40.\nper cent", 2),
        ("The council said on Monday that it would spend one\nin five of its pounds on the pool.", 1),
    ],
)
def test_sentences_go_on_behind_a_figure(text: str, lines: int) -> None:
    assert len(split(text)) == lines


def test_paragraphs_are_put_together_as_told() -> None:
    text = "One pool\nof two\n\nThree pools\nFour"
    assert [text[line.start : line.end] for line in split(text, [(0, 15), (17, 28)])] == [
        "One pool\nof two",
        "Three pools",
        "Four",
    ]


@pytest.mark.parametrize("width", range(41, 50))
def test_narrow_paragraphs_are_put_together(width: int) -> None:
    said = "The council said on Monday that it would spend nearly £3 million on the pool, and one in five of the town's"
    lines = textwrap.wrap(
        f"{said} homes got 12 miles of pipes in the year after the roof of the old one fell in.", width
    )
    assert len(split("\n".join(lines))) == 1


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
