"""Divides a text into lines, and lines that are too long for later stages into pieces."""

import re
from collections.abc import Iterator
from typing import NamedTuple

LONGEST = 20_000
"""Characters of the longest piece: what a parser can take in at once without harm."""

_LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?|[©@|•»›→▼>]")
_SENTENCE_END = re.compile(r"[.!?][\"'”’)\]]{0,3}\s")


class Line(NamedTuple):
    """A stretch of one line, without the white space around it."""

    start: int
    end: int
    blank: bool
    """Whether a blank line, or the start of the text, stands before it."""


def split(text: str) -> list[Line]:
    """The text's lines that hold more than white space, none of them longer than LONGEST."""
    found: list[Line] = []
    after = 0
    blank = True
    for match in _LINE.finditer(text):
        start, end = stripped(text, match.start(), match.end())
        blank = blank or text.count("\n", after, match.start()) > 1
        if start == end:
            blank = True
            continue
        for piece in _pieces(text, start, end):
            found.append(Line(*piece, blank))
            blank = False
        after = match.end()
    return found


def stripped(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without the white space at its ends; empty at `end` where it holds nothing else."""
    body = text[start:end]
    return end - len(body.lstrip()), start + len(body.rstrip()) if body.strip() else end


def words(text: str) -> list[str]:
    """The words of a text and the signs that menus are made of, in lower case, with straight apostrophes. A word that
    begins with a figure becomes `#`."""
    return ["#" if word[0].isdigit() else word for word in _WORD.findall(text.lower().replace("’", "'"))]


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST:
        limit = _last_break(text, start, start + LONGEST)
        piece = stripped(text, start, limit)
        if piece[0] < piece[1]:
            yield piece
        start = limit
    piece = stripped(text, start, end)
    if piece[0] < piece[1]:
        yield piece


def _last_break(text: str, start: int, limit: int) -> int:
    """Where to cut before `limit`: after the last sentence of the second half, else its last word, else anywhere."""
    half = (start + limit) // 2
    end = 0
    for match in _SENTENCE_END.finditer(text, half, limit):
        end = match.end()
    return end or max(text.rfind(" ", half, limit), text.rfind("\t", half, limit)) + 1 or limit
