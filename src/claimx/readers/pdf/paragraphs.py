"""Puts lines together to paragraphs: by their distances, indents and sizes, and across the pages."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from claimx.readers.pdf.lines import Line

_END = re.compile(r"[.!?:;][\"'”’)\]]{0,3}$")
_ITEM = re.compile(r"(?:[-•·–—▪●◦‣*]|\(?(?:\d{1,2}|[a-z])[.)])\s")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_HYPHEN = re.compile(r"([^\W_]*)[\ufffe\u00ad\x02]([^\W_]*)")
_LINE_END = re.compile(r"[^\W_]+-$")
_LEADERS = re.compile(r"(?:\. ?){5,}[ .]{0,200}(?:\d{1,4}|[ivxl]{1,6})$")
_LOOSE = 1.35
"""How many times the usual distance of lines makes a gap."""
_SIZES = 1.15
_INDENT = 0.8
"""Letter sizes by which a first line is indented."""
_SHORT = 0.85
"""Share of the page's breadth that a line that is not a paragraph's last one fills."""
_HEADING = 1.15
"""How much larger than most of the text's letters a heading's are."""
_KEPT = frozenset(
    (
        "all", "anti", "cross", "ex", "first", "full", "half", "high", "large", "long", "low", "mid", "multi", "non",
        "one", "part", "post", "pre", "pro", "second", "self", "semi", "short", "single", "small", "so", "two", "three",
        "third", "well", "year", "medium", "follow", "on", "off", "in", "up", "old", "new", "decision", "co",
    )
)  # fmt: skip
"""First parts of compounds that keep their hyphen."""


class Paragraph(NamedTuple):
    """Some lines that belong together, or one line that turns the pages."""

    text: str
    element: str
    within: tuple[str, ...]
    page: int


def paragraphs(pages: Sequence[Sequence[Line]], furniture: Mapping[Line, str]) -> Iterator[Paragraph]:
    """The paragraphs in order. What turns the pages comes after the paragraph that runs past it."""
    lines = [line for page in pages for line in page if line not in furniture]
    layout = _Layout(lines)
    waiting: list[Line] = []
    open_: list[Line] = []
    for page in pages:
        for line in page:
            if line in furniture:
                waiting.append(line)
            elif open_ and layout.joins(open_, line):
                open_.append(line)
            else:
                yield from _closed(open_, layout)
                yield from _turning(waiting, furniture)
                waiting, open_ = [], [line]
    yield from _closed(open_, layout)
    yield from _turning(waiting, furniture)


def _turning(lines: Iterable[Line], furniture: Mapping[Line, str]) -> Iterator[Paragraph]:
    for line in lines:
        yield Paragraph(line.text, furniture[line], (), line.page)


def _closed(lines: Sequence[Line], layout: "_Layout") -> Iterator[Paragraph]:
    if lines:
        text = layout.joined(lines)
        yield Paragraph(text, _element(text, lines, layout), (), lines[0].page)


def _element(text: str, lines: Sequence[Line], layout: "_Layout") -> str:
    if _LEADERS.search(text):
        return "contents-line"
    if _ITEM.match(text):
        return "li"
    return "h2" if layout.is_heading(lines) else "p"


class _Layout:
    """How the lines of one document are set."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._words = frozenset(word.lower() for line in lines for word in _WORD.findall(line.text))
        sizes: Counter[float] = Counter()
        for line in lines:
            sizes[round(line.size, 1)] += len(line.text)
        self._size = max(sizes, key=lambda size: (sizes[size], size), default=0.0)
        gaps: dict[float, Counter[float]] = {}
        for before, line in pairwise(lines):
            if before.page == line.page and 0 < before.bottom - line.begins < 4 * max(line.size, 1):
                gaps.setdefault(round(line.size, 1), Counter())[round(before.bottom - line.begins)] += 1
        self._gaps = {size: min(found, key=lambda gap: (-found[gap], gap)) for size, found in gaps.items()}
        self._left = _commonest(lines, "left")
        self._right: dict[int, float] = {}
        for line in lines:
            self._right[line.page] = max(self._right.get(line.page, 0.0), line.right)

    def joins(self, before: Sequence[Line], line: Line) -> bool:
        """Whether a line goes on with the paragraph of the lines before it."""
        last = before[-1]
        if _LEADERS.search(last.text):
            return False
        if not last.size or not line.size:
            return not _END.search(last.text) and not _ITEM.match(line.text)
        if max(last.size, line.size) > _SIZES * min(last.size, line.size) or _ITEM.match(line.text):
            return False
        runs_on = not _END.search(last.text)
        if last.page != line.page or last.bottom <= line.begins:
            return runs_on and not line.text[0].isupper()
        gap = self._gaps.get(round(line.size, 1), 1.5 * line.size)
        if last.bottom - line.begins > _LOOSE * gap + 1:
            return False
        if line.left - last.left > _INDENT * line.size and not _ITEM.match(last.text):
            return False
        return runs_on and not line.text[0].isupper() if self._is_short(last) else True

    def _is_short(self, line: Line) -> bool:
        return line.right < self._left + _SHORT * (self._right[line.page] - self._left)

    def is_heading(self, lines: Sequence[Line]) -> bool:
        """Whether the lines are set larger than most of the text."""
        return lines[0].size > _HEADING * self._size and len(lines) <= 4

    def joined(self, lines: Sequence[Line]) -> str:
        """The lines' text on one line, words that were divided put together."""
        text = ""
        for line in lines:
            if _LINE_END.search(text) and line.text[0].islower():
                text = text[:-1] + "\ufffe" + line.text
            else:
                text = f"{text} {line.text}" if text else line.text
        return " ".join(_HYPHEN.sub(self._word, text).split())

    def _word(self, match: re.Match[str]) -> str:
        """The word that a line's end divides; the hyphen stays where the word has one elsewhere in the text."""
        first, second = match[1], match[2]
        whole, compound = f"{first}{second}", f"{first}-{second}"
        if whole.lower() in self._words:
            return whole
        kept = first.lower() in _KEPT or first.isdigit() or second[:1].isupper() or compound.lower() in self._words
        return compound if kept else whole


def _commonest(lines: Sequence[Line], side: str) -> float:
    places = Counter(round(getattr(line, side)) for line in lines)
    return float(min(places, key=lambda place: (-places[place], place), default=0))
