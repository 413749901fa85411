"""Markdown keeps every character of its text; its marks say what the lines are."""

from pathlib import Path

import pytest

from claimx.model import Document, Metadata
from claimx.pipeline import Pipeline
from claimx.readers import find, read

TEXT = """---
title: "Rents"
date: 2024-03-05
author: Jane Marsh, Tom Lee
---

# Rents rise by 8%

Average rents rose by **8%** last year, the [Harbour Trust](https://example.org/2024) said on Tuesday.

- About 40 boats were counted.

| Town    | Rent |
|---------|------|
| Seaford | £950 |

[1]: https://example.org/99
"""


def made(text: str, folder: Path) -> Document:
    (folder / "a.md").write_text(text, encoding="utf-8", newline="")
    [found] = read(find([folder]).sources)
    assert isinstance(found, Document)
    return found


def test_claims_point_into_the_file(pipeline: Pipeline, tmp_path: Path) -> None:
    document = made(TEXT, tmp_path)
    assert document.text == TEXT
    extract = pipeline.extract(document)
    assert all(TEXT[claim.start : claim.end] == claim.surface for claim in extract.claims)
    assert {"8%", "About 40 boats", "£950"} <= {claim.surface for claim in extract.claims}
    assert {number.reason for number in extract.excluded} <= {"boilerplate", "reference", "date"}


def test_metadata_come_from_the_fields_above_the_text(tmp_path: Path) -> None:
    assert made(TEXT, tmp_path).metadata == Metadata("Rents", "2024-03-05", ("Jane Marsh", "Tom Lee"))
    assert made("# Rents\n\nText.\n", tmp_path).metadata == Metadata(title="Rents")
    assert made("Text.\n", tmp_path).metadata is None


@pytest.mark.parametrize(
    ("text", "elements"),
    [
        ("# A\n## B\ntext", ["h1", "h2", "p"]),
        ("A\n===\nB\n---\n", ["h1", "unshown", "h2", "unshown"]),
        ("- a\n  - b\n1. c\n* d", ["li"] * 4),
        ("<!-- a -->\nb\n<!--\nc\n\n```\n# d -->\ne", ["unshown", "p", *["unshown"] * 4, "p"]),
        ("```\n<!--\n```\na", ["pre"] * 3 + ["p"]),
        ("```\n# no\n- no\n```\n~~~x\n```\n~~~\nyes", ["pre"] * 7 + ["p"]),
        (
            "> quoted\n[^1]: note\n[x]: http://a\n<!-- b -->",
            ["blockquote", "footnote", "unshown", "unshown"],
        ),
        ("| a | b |\n|---|---|\n| 1 | 2 |", ["tr", "unshown", "tr"]),
        ("---\ntext without an end", ["unshown", "p"]),
        ("5 * 3 is 15\r\n\r\n-5% in May\r\n", ["p", "p"]),
    ],
)
def test_elements_of_lines(tmp_path: Path, text: str, elements: list[str]) -> None:
    document = made(text, tmp_path)
    assert document.text == text
    assert [hint.element for hint in document.hints] == elements


@pytest.mark.parametrize(
    ("text", "elements"),
    [
        ("The board spent £3.5\nbillion on\nKettleby roads\n\nand more", ["p", "p"]),
        ("The board spent £3.5\r\nbillion", ["p"]),
        ("- the board spent £3.5\n  billion\n- a", ["li", "li"]),
        ("[^1]: the board spent £3.5\nbillion", ["footnote"]),
        ("Harbour Lane 12  \nKettleby", ["p", "p"]),
        ("Harbour Lane 12\\\nKettleby", ["p", "p"]),
        ("The board met.\nIt spent £3.5", ["p", "p"]),
        ("Profit: £3\nRevenue: £5", ["p", "p"]),
        ("Profit | £3\nRevenue | £5", ["p", "p"]),
        ("The board\n<b>spent</b>", ["p", "p"]),
        ("The board\n# spent", ["p", "h1"]),
        ("# The board\nspent", ["h1", "p"]),
    ],
)
def test_lines_of_a_paragraph_belong_together(tmp_path: Path, text: str, elements: list[str]) -> None:
    assert [hint.element for hint in made(text, tmp_path).hints] == elements


def test_line_breaks_in_a_paragraph_break_no_figure(pipeline: Pipeline, tmp_path: Path) -> None:
    extract = pipeline.extract(made("The council spent £3.5\nbillion on roads, and 12\nmiles of pipes.\n", tmp_path))
    assert [(str(claim.value), claim.unit) for claim in extract.claims][:1] == [("3500000000", "GBP")]


def test_line_of_links_is_a_menu(tmp_path: Path) -> None:
    [hint] = made("[Home](/) [About us](/about)", tmp_path).hints
    assert hint.linked >= 0.8
