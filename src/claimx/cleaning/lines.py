"""Divides a text into lines, and lines that are too long for later stages into pieces."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

LONGEST = 20_000
"""Characters of the longest piece: what a parser can take in at once without harm."""

_LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?|[@|•»›→▼>]|(?<!\w)©")
_SENTENCE_END = re.compile(r"[.!?][\"'”’)\]]{0,3}\s")


_ITEM = re.compile(r"[-*•·–—>]|\(?(?:\d{1,3}|[a-zA-Z])[.)]\s")
_BULLETS = frozenset("•◦▪●‣·∙")
_WIDTHS = range(50, 131)
"""Characters of the lines that a text can be broken into."""
_OUTLIERS = 50
"""One line in so many may be longer, such as an address that cannot be broken."""
_LOWER = 0.6
"""Share of the lines after full ones that begin in lower case, where these are broken sentences and not rows."""


class Line(NamedTuple):
    """A stretch of one line, without the white space around it."""

    start: int
    end: int
    blank: bool
    """Whether a blank line, or the start of the text, stands before it."""


def split(text: str) -> list[Line]:
    """The text's lines that hold more than white space, none of them longer than LONGEST. In a text whose paragraphs
    are broken into lines of one width, the paragraphs."""
    return _unwrapped(text, _lines(text))


def _lines(text: str) -> list[Line]:
    found: list[Line] = []
    after = 0
    blank = True
    for match in _LINE.finditer(text):
        begin, close = match.span()
        blank = blank or (begin - after > 1 and text.count("\n", after, begin) > 1)
        start, end = stripped(text, begin, close)
        if start == end:
            blank = True
            continue
        if found and found[-1].end - found[-1].start == 1 < end - start and text[found[-1].start] in _BULLETS:
            start, _, blank = found.pop()  # the sign of the item that stands here
        if end - start <= LONGEST:
            found.append(Line(start, end, blank))
        else:
            found.extend(_pieces(text, start, end, blank))
        blank = False
        after = close
    return found


def _unwrapped(text: str, lines: list[Line]) -> list[Line]:
    """The lines, those put together that were broken only because the next word did not fit in."""
    lengths = sorted(line.end - line.start for line in lines)
    width = lengths[len(lengths) - 1 - len(lengths) // _OUTLIERS] if lengths else 0
    if width not in _WIDTHS:
        return lines
    full = [_is_full(text, line, next_, width) for line, next_ in pairwise(lines)]
    begun = [text[next_.start] for flag, next_ in zip(full, lines[1:], strict=True) if flag]
    if len(begun) < 2 or sum(map(str.islower, begun)) < _LOWER * len(begun):
        return lines
    found = lines[:1]
    for flag, line in zip(full, lines[1:], strict=True):
        if flag and line.end - found[-1].start <= LONGEST:
            found[-1] = found[-1]._replace(end=line.end)
        else:
            found.append(line)
    return found


def _is_full(text: str, line: Line, next_: Line, width: int) -> bool:
    """Whether the first word of the next line would not have fitted in."""
    if next_.blank or _ITEM.match(text, next_.start, next_.end):
        return False
    word = text.find(" ", next_.start, next_.end)
    return line.end - line.start + 1 + (word if word > 0 else next_.end) - next_.start > width


def stripped(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without the white space at its ends; empty at `end` where it holds nothing else."""
    if start < end and not text[start].isspace() and not text[end - 1].isspace():
        return start, end
    body = text[start:end]
    return end - len(body.lstrip()), start + len(body.rstrip()) if body.strip() else end


def words(text: str) -> list[str]:
    """The words of a text and the signs that menus are made of, in lower case, with straight apostrophes. A word that
    begins with a figure becomes `#`."""
    return ["#" if word[0].isdigit() else word for word in _WORD.findall(text.lower().replace("’", "'"))]


def _pieces(text: str, start: int, end: int, blank: bool) -> Iterator[Line]:
    while start < end:
        limit = _last_break(text, start, start + LONGEST) if end - start > LONGEST else end
        piece = stripped(text, start, limit)
        if piece[0] < piece[1]:
            yield Line(*piece, blank)
            blank = False
        start = limit


def _last_break(text: str, start: int, limit: int) -> int:
    """Where to cut before `limit`: after the last sentence of the second half, else its last word, else anywhere."""
    half = (start + limit) // 2
    end = 0
    for match in _SENTENCE_END.finditer(text, half, limit):
        end = match.end()
    return end or max(text.rfind(" ", half, limit), text.rfind("\t", half, limit)) + 1 or limit
