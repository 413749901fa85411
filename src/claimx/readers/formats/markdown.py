"""Markdown, one document a file: its text unchanged, with what its marks say of each line (CommonMark, and tables)."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from typing import BinaryIO, NamedTuple

from claimx.model import Document, Hint, Metadata, Problem
from claimx.readers.dates import iso_date
from claimx.readers.decoding import decode
from claimx.readers.interface import Reader, Source
from claimx.readers.stream import whole

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]|$)")
_UNDERLINE = re.compile(r" {0,3}(=+|-+)[ \t]*$")
_ITEM = re.compile(r"[ \t]{0,12}(?:[-*+]|\d{1,9}[.)])[ \t]+\S")
_QUOTE = re.compile(r" {0,3}>")
_DEFINITION = re.compile(r" {0,3}\[(?!\^)[^\]\n]{1,200}\]:[ \t]")
_NOTE = re.compile(r" {0,3}\[\^[^\]\n]{1,200}\]:[ \t]")
_RULER = re.compile(r"[ \t|:+*_=-]+$")
_COMMENT = re.compile(r" {0,3}<!--")
_COMMENT_END = "-->"
_LINK = re.compile(r"\[([^\]\n]{1,300})\]\([^)\s]{1,1000}")
_FIELD = re.compile(r"(title|date|author|authors|publisher|lang|language)[ \t]*:[ \t]*[\"']?(.{1,300}?)[\"']?[ \t]*$")
_FRONT = re.compile(r"---[ \t]*$")
_BROKEN = re.compile(r"(?:  |\\|[.!?:;][\"'”’)*_]{0,4})$")
"""The end of a line that is meant to end there, or with which a sentence ends."""
_LABEL = re.compile(r"[ \t]*(?:<|[*_]{0,3}[A-Z][\w /&()’'-]{1,38}[*_]{0,3}:)")
_LONGEST_FRONT = 200
"""Lines in which front matter has to end."""


class _Line(NamedTuple):
    start: int
    text: str
    """Without the line break."""


def _read(source: Source, stream: BinaryIO, limit: int) -> Iterator[Document | Problem]:
    data = whole(source, stream, limit)
    text, encoding = decode(data)
    lines = [_Line(match.start(), match[0].rstrip("\r\n")) for match in _LINE.finditer(text)]
    body = _front_matter(lines)
    yield Document(
        source.id,
        text,
        hashlib.sha256(data).hexdigest(),
        media_type="text/markdown",
        encoding=encoding,
        hints=tuple(_paragraphs(text, _hints(lines, body))),
        metadata=_metadata(lines[:body], lines[body:]),
    )


def _front_matter(lines: list[_Line]) -> int:
    """How many lines of fields stand above the text, with the rulers around them."""
    if lines and _FRONT.match(lines[0].text):
        for number, line in enumerate(lines[1:_LONGEST_FRONT], start=2):
            if _FRONT.match(line.text) or line.text.rstrip() == "...":
                return number
    return 0


def _hints(lines: list[_Line], body: int) -> Iterator[Hint]:
    fence = None
    comment = False
    for number, line in enumerate(lines):
        text = line.text
        if not text.strip():
            continue
        mark = _FENCE.match(text)
        if number < body:
            element = "front-matter"
        elif comment or (not fence and _COMMENT.match(text)):
            element, comment = "unshown", _COMMENT_END not in text
        elif fence:
            element = "pre"
            fence = None if mark and mark[1].startswith(fence) else fence
        elif mark:
            element, fence = "pre", mark[1]
        else:
            following = lines[number + 1].text if number + 1 < len(lines) else ""
            element = _element(text, following)
        yield Hint(line.start, line.start + len(text), element, linked=_linked(text))


def _paragraphs(text: str, hints: Iterable[Hint]) -> list[Hint]:
    """The hints, one for the lines of a paragraph: a line break in it is a blank, unless the line before it ends in
    two blanks or a backslash."""
    found: list[Hint] = []
    for hint in hints:
        if found and hint.element == "p" and _goes_on(text, found[-1], hint):
            start = found[-1].start
            found[-1] = Hint(start, hint.end, found[-1].element, linked=_linked(text[start : hint.end]))
        else:
            found.append(hint)
    return found


def _goes_on(text: str, last: Hint, hint: Hint) -> bool:
    """Whether a line goes on with what the last one holds: rows, labels and sentences that begin there stay lines."""
    line, next_ = text[max(last.start, text.rfind("\n", 0, last.end) + 1) : last.end], text[hint.start : hint.end]
    return (
        last.element in ("p", "li", "footnote")
        and text.count("\n", last.end, hint.start) == 1
        and "|" not in line + next_
        and not _BROKEN.search(line)
        and not _LABEL.match(next_)
    )


def _element(text: str, following: str) -> str:
    """What a line outside code is; `following` is the line after it."""
    if heading := _HEADING.match(text):
        return f"h{len(heading[1])}"
    if _DEFINITION.match(text) or _RULER.match(text):
        return "unshown"
    if _ITEM.match(text):
        return "li"
    if _NOTE.match(text):
        return "footnote"
    if _QUOTE.match(text):
        return "blockquote"
    if text.lstrip().startswith("|"):
        return "tr"
    if underline := _UNDERLINE.match(following):
        return "h1" if underline[1].startswith("=") else "h2"
    return "p"


def _linked(text: str) -> float:
    letters = sum(len(match[1]) for match in _LINK.finditer(text)) if "](" in text else 0
    return round(letters / max(len(_LINK.sub(r"\1", text).strip()), 1), 2) if letters else 0.0


def _metadata(front: list[_Line], body: list[_Line]) -> Metadata | None:
    """What the fields above the text say; the title may also be its first heading's."""
    fields = {match[1]: match[2] for line in front if (match := _FIELD.match(line.text))}
    headings = (line.text.strip("# \t") for line in body[:50] if re.match(r" {0,3}# ", line.text))
    authors = (fields.get("author") or fields.get("authors") or "").strip("[]")
    found = Metadata(
        title=fields.get("title") or next(headings, None),
        published=iso_date(fields.get("date", "")),
        authors=tuple(name.strip(" \"'") for name in authors.split(",") if name.strip(" \"'")),
        publisher=fields.get("publisher"),
        language=(fields.get("lang") or fields.get("language") or "")[:2].lower() or None,
    )
    return None if found == Metadata() else found


READER = Reader(suffixes=(".md", ".markdown"), recognises=lambda head: False, read=_read)
