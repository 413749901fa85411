"""Divides a text into lines, and lines that are too long for later stages into pieces."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

LONGEST = 20_000
"""Characters of the longest piece: what a parser can take in at once without harm."""

_LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?|[@|•»›→▼>]|(?<!\w)©")
_SENTENCE_END = re.compile(r"[.!?][\"'”’)\]]{0,3}\s")


_ITEM = re.compile(r"[-*•·–—>]|\(?(?:\d{1,3}|[a-zA-Z])[.)]\s")
_BULLETS = frozenset("•◦▪●‣·∙")
_WIDTHS = range(40, 131)
"""Characters of the lines that a text can be broken into."""
_OUTLIERS = 50
"""One line in so many may be longer, such as an address that cannot be broken."""
_LOWER = 0.6
"""Share of the lines after full ones that begin in lower case, where these are broken sentences and not rows."""
_LAST = 200
"""Characters at the end of a line that tell whether it is a sentence's beginning."""
_FEWEST = 4
"""Words of the shortest beginning."""
_GOES_ON = re.compile(r"[a-z]+\b(?!:)|%")


class Line(NamedTuple):
    """A stretch of one line, without the white space around it."""

    start: int
    end: int
    blank: bool
    """Whether a blank line, or the start of the text, stands before it."""


def split(text: str, paragraphs: Sequence[tuple[int, int]] = ()) -> list[Line]:
    """The text's lines that hold more than white space, none of them longer than LONGEST. In a text whose paragraphs
    are broken into lines of one width, the paragraphs; elsewhere those that are told, which are in text order, and
    sentences that a line break cuts behind a figure."""
    lines = _lines(text)
    return _joined(text, _told(lines, paragraphs) if paragraphs else _unwrapped(text, lines))


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
    if not begun or (len(begun) == 1 and len(lines) > 2) or sum(map(str.islower, begun)) < _LOWER * len(begun):
        return lines
    return _put_together(lines, full)


def _told(lines: list[Line], paragraphs: Sequence[tuple[int, int]]) -> list[Line]:
    """The lines, those of one paragraph put together."""
    starts = [start for start, _ in paragraphs]
    numbers = [bisect_right(starts, line.start) - 1 for line in lines]
    same = [
        a == b >= 0 and second.start < paragraphs[b][1]
        for (a, b), second in zip(pairwise(numbers), lines[1:], strict=True)
    ]
    return _put_together(lines, same)


def _joined(text: str, lines: list[Line]) -> list[Line]:
    """The lines, those put together of which the first breaks off behind a figure and the next goes on."""
    return _put_together(
        lines,
        [
            not next_.blank
            and text[line.end - 1].isdigit()
            and _GOES_ON.match(text, next_.start) is not None
            and _breaks_off(text, line)
            for line, next_ in pairwise(lines)
        ],
    )


def _breaks_off(text: str, line: Line) -> bool:
    """Whether a line that ends with a figure is a sentence's beginning rather than a name, a title or a date."""
    said = text[max(line.start, line.end - _LAST) : line.end].split("\n")[-1].split()
    return len(said) >= _FEWEST and 2 * sum(map(str.islower, said)) >= len(said)


def _put_together(lines: list[Line], goes_on: Sequence[bool]) -> list[Line]:
    """The lines, each with the next one where it goes on there and the two are not too long."""
    found = lines[:1]
    for flag, line in zip(goes_on, lines[1:], strict=True):
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
