"""Knows a site's furniture by its recurring: lines at the head or foot of a page that half of the site's pages have.

A first look at all documents of a run counts lines; a second marks, in each document, those that recur.
"""

import math
import re
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from hashlib import blake2b
from pathlib import PurePosixPath
from typing import NamedTuple
from urllib.parse import urlsplit

from msgspec.structs import replace

from claimx.model import Document, Hint, Span

MARK = ".recurring"
"""The name that a rule knows recurring lines by."""
_FEWEST = 3
"""Documents in which a line recurs that is furniture; two may print the same figures."""
_SHARE = 0.5
"""The same as a share of the site's documents in the run."""
_OUTER = 80
"""Lines at the head and at the foot of a document that can be furniture."""
_LONGEST = 250
"""Characters of the longest line that can."""
_PROSE = 12
"""Words of a document's own sentences, which end its head and begin its foot."""
_COPIED = 0.3
"""Share of a document's sentences that recur from which the documents are versions of one, and nothing is furniture."""
_LABELS = 2
"""Recurring lines one after another that are furniture if they are labels."""
_LINES = 6
"""The same where they are sentences or hold figures, since a few figures may stand in several articles of one topic."""
_MOST = 1_000_000
"""Lines that are remembered. Of more, those of the documents whose ids have low enough hashes: a sample that no order
changes, in which rows of lines stay whole."""
_AT_ONCE = 50_000
"""Lines that are counted together: a count takes many times the room of what is counted."""

_END = re.compile(r"[.!?][\"'”’)\]]{0,3}$")
_OWN = re.compile(r"[\"“”«»]|^(?:by|from|published|posted|updated)\b", re.IGNORECASE)
"""What quotations, bylines and datelines have, which stay the article's though they recur."""


class Recurring:
    """The lines of a run's documents by how many of a site's have them, in bounded memory."""

    def __init__(self) -> None:
        self._pages: list[_Page] = []
        self._size = 0
        self._below = 1 << 64

    def add(self, document: Document) -> None:
        """Learns the document's lines, each once. All are to be learned before one is marked."""
        number = _hash(document.id)
        if number >= self._below:
            return
        site = _site(document)
        lines = {line.hash for line in _lines(document, site) if line.hash is not None}
        self._pages.append(_Page(number, array("Q", (_hash(site), *lines))))
        self._size += len(lines)
        while self._size > _MOST:
            self._below //= 2
            self._pages = [page for page in self._pages if page.number < self._below]
            self._size = sum(len(page.hashes) - 1 for page in self._pages)

    @cached_property
    def _counts(self) -> Counter[int]:
        """Of how many documents each line is, and how many each site has, where these are enough."""
        counts: Counter[int] = Counter()
        parts = 1 + self._size // _AT_ONCE
        for part in range(parts):
            counted = Counter(number for page in self._pages for number in page.hashes if number % parts == part)
            counts.update({number: count for number, count in counted.items() if count >= _FEWEST})
        return counts

    def mark(self, document: Document) -> Document:
        """The document, with a hint for each line by which it is known to be of its site."""
        site = _site(document)
        needed = max(_FEWEST, math.ceil(_SHARE * self._counts[_hash(site)]))
        if self._counts[_hash(site)] < _FEWEST:
            return document
        lines = _lines(document, site)
        recurs = [line.hash is not None and self._counts[line.hash] >= needed for line in lines]
        if _is_copy(document.text, lines, recurs):
            return document
        spans = [lines[i].span for i in _furniture(document.text, lines, recurs)]
        return replace(document, hints=_hinted(document.hints, spans)) if spans else document


class _Page(NamedTuple):
    """What is remembered of a document."""

    number: int
    """The hash of its id, by which it is in the sample."""
    hashes: "array[int]"
    """Of its site, and of its lines."""


class _Line(NamedTuple):
    span: Span
    hash: int | None
    """None where it stands too far from the document's head and foot to be furniture."""


def _lines(document: Document, site: str) -> list[_Line]:
    """The document's lines; only those at its head and foot have a hash."""
    spans = list(_spans(document.text))
    found: list[_Line] = []
    for i, (start, end) in enumerate(spans):
        number = None
        if min(i, len(spans) - 1 - i) < _OUTER:
            number = _hash(f"{site}\n{' '.join(document.text[start:end].lower().split())}")
        found.append(_Line((start, end), number))
    return found


def _spans(text: str) -> Iterator[Span]:
    """The lines that hold more than white space, without the white space around them."""
    at = 0
    for line in text.splitlines(keepends=True):
        body = line.strip()
        if body:
            start = at + line.index(body)
            yield start, start + len(body)
        at += len(line)


def _hash(words: str) -> int:
    return int.from_bytes(blake2b(words.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


def _site(document: Document) -> str:
    """What the document shares with others of its site: the host of its address, its publisher, or its folder."""
    if document.id.startswith(("http://", "https://")):
        return urlsplit(document.id).netloc.lower()
    publisher = document.metadata.publisher if document.metadata else None
    return publisher or str(PurePosixPath(document.id).parent)


def _is_copy(text: str, lines: Sequence[_Line], recurs: Sequence[bool]) -> bool:
    """Whether many of a document's sentences stand in the others too."""
    sentences = [
        (line.span[1] - line.span[0], flag)
        for line, flag in zip(lines, recurs, strict=True)
        if _is_sentence(text, line)
    ]
    return sum(size for size, flag in sentences if flag) > _COPIED * sum(size for size, _ in sentences)


def _furniture(text: str, lines: Sequence[_Line], found: Sequence[bool]) -> Iterator[int]:
    """The lines, by number, that recur above the document's own sentences or below them, enough in a row. Where it has
    none, they must reach to its first or last line. `found`: of each line, whether it was found in enough others."""
    recurs = [
        flag and line.span[1] - line.span[0] <= _LONGEST and not _OWN.search(_of(text, line))
        for line, flag in zip(lines, found, strict=True)
    ]
    own = [i for i, line in enumerate(lines) if not recurs[i] and _is_sentence(text, line)]
    head = own[0] if own else next((i for i, flag in enumerate(recurs) if not flag), 0)
    foot = own[-1] if own else next((i for i in range(len(recurs) - 1, -1, -1) if not recurs[i]), len(recurs))
    for run in _runs(recurs):
        if run.stop <= head or run.start > foot:
            yield from (i for i in run if _is_site(text, lines[i], len(run)))


def _is_site(text: str, line: _Line, row: int) -> bool:
    """Whether a line that recurs is the site's, in a row of so many that do."""
    words = _of(text, line)
    label = not _END.search(words) and not any(map(str.isdigit, words))
    return row >= (_LABELS if label else _LINES)


def _is_sentence(text: str, line: _Line) -> bool:
    start, end = line.span
    return bool(_END.search(text, max(start, end - 4), end)) and text.count(" ", start, end) + 1 >= _PROSE


def _of(text: str, line: _Line) -> str:
    return text[slice(*line.span)]


def _runs(flags: Sequence[bool]) -> Iterator[range]:
    """The stretches of true flags."""
    start = None
    for i, flag in enumerate((*flags, False)):
        if flag and start is None:
            start = i
        elif not flag and start is not None:
            yield range(start, i)
            start = None


def _hinted(hints: Sequence[Hint], spans: Sequence[Span]) -> tuple[Hint, ...]:
    """The hints, those that stand in a span with the mark; for a text without hints, one a span."""
    if not hints:
        return tuple(Hint(start, end, "", (MARK,)) for start, end in spans)
    starts = [start for start, _ in spans]

    def covered(hint: Hint) -> bool:
        i = bisect_left(starts, hint.start + 1) - 1
        return i >= 0 and hint.end <= spans[i][1]

    return tuple(replace(hint, within=(*hint.within, MARK)) if covered(hint) else hint for hint in hints)
