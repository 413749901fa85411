"""Pairs quotation marks over a document's content: straight and typographic, double and single, nested, and quotations
that open each paragraph and close once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from claimx.model import Span

_MARK = re.compile("''(?='\\w)|'(?='')|''|``|[\"“”„‟«»'‘’‚‛`]")
"""Of three straight strokes together the outer two are the double mark."""
_DOUBLE = frozenset({"''", "``", *'"“”„‟«»'})
_OPENING = frozenset({"``", *"“„‟«‘‚‛"})
_SINGLE_OPENING = frozenset("'‘")
_CLOSING = frozenset({*"”»"})
_BEFORE_OPENING = frozenset(" \t\n\r\f\v\N{NO-BREAK SPACE}([{-–—/:>,")
_AFTER_CLOSING = frozenset(" \t\n\r\f\v\N{NO-BREAK SPACE})]}-–—/:;,.!?<")
_SENTENCE_END = frozenset(".!?…")
_MAX_DEPTH = 3
_MAX_SINGLE = 2000
"""Characters: beyond this a lone apostrophe that looks like an opening mark is no quotation."""

Weight = Literal["double", "single"]


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch between quotation marks, marks included; one span a block that it runs through."""

    spans: tuple[Span, ...]
    depth: int
    """0 for a quotation that stands in no other."""
    closed: bool

    @property
    def start(self) -> int:
        """Offset of the opening mark."""
        return self.spans[0][0]

    @property
    def end(self) -> int:
        """Offset after the closing mark."""
        return self.spans[-1][1]


@dataclass(slots=True)
class _Open:
    weight: Weight
    start: int
    depth: int
    spans: list[Span]


def find_quotations(text: str, blocks: Sequence[Span]) -> tuple[Quotation, ...]:
    """The quotations of the text's blocks (spans in text order), by their start. A mark that has no partner ends with
    its block and never reaches past it, so that one slip does not turn the rest of the document inside out."""
    return tuple(sorted(_Pairing(text, blocks).run(), key=lambda q: (q.start, -q.end)))


class _Pairing:
    """One pass over the marks with a stack of the quotations that are open."""

    def __init__(self, text: str, blocks: Sequence[Span]) -> None:
        self._text = text
        self._blocks = blocks
        self._stack: list[_Open] = []
        self._paragraphs: list[Span] = []
        """Blocks of one quotation in single marks that has not closed yet."""

    def run(self) -> Iterator[Quotation]:
        for number, (start, end) in enumerate(self._blocks):
            self._block_start = start
            singles = _single_closings(self._text, start, end)
            following = self._blocks[number + 1][0] if number + 1 < len(self._blocks) else None
            yield from self._paragraph(start, end, following, singles)
            for match in _MARK.finditer(self._text, start, end):
                yield from self._mark(match, end, singles)
            yield from self._end_of_block(end, following)

    def _paragraph(self, start: int, end: int, following: int | None, singles: dict[int, int]) -> Iterator[Quotation]:
        """The quotation in single marks that opens this block like the ones before it and closes in it or never; its
        marks are taken out of `singles`."""
        mark = self._text[start]
        opens = mark in _SINGLE_OPENING and self._text[start + 1 : start + 2] not in _SINGLE_OPENING
        if opens and start not in singles and following is not None and self._text[following] == mark:
            self._paragraphs.append((start, end))
            return
        if opens and self._paragraphs:
            close = singles.pop(start, None)
            last = (start, end if close is None else close + 1)
            yield Quotation((*self._paragraphs, last), 0, close is not None)
        self._paragraphs.clear()

    def _mark(self, match: re.Match[str], block_end: int, singles: dict[int, int]) -> Iterator[Quotation]:
        mark, at = match[0], match.start()
        if mark not in _DOUBLE:
            yield from self._single(at, singles)
            return
        if self._stack and self._stack[0].start == at:
            return
        before = self._text[at - 1] if at > self._block_start else " "
        after = self._text[match.end()] if match.end() < block_end else " "
        opens = _looks_opening(mark, before, after)
        held = next((n for n, one in enumerate(self._stack) if one.weight == "double"), None)
        if held is None:
            if opens and len(self._stack) < _MAX_DEPTH:
                self._open("double", at)
        elif not opens:
            yield from self._close(held, match.end())
        elif mark not in _OPENING or len(self._stack) > 1 or not self._is_nested(match, block_end):
            yield from self._reopen(held, at)
        else:
            self._open("double", at)

    def _is_nested(self, match: re.Match[str], block_end: int) -> bool:
        """Whether an opening mark inside a quotation has a closing mark of its own before the next opening."""
        found = _MARK.search(self._text, match.end(), block_end)
        while found is not None and found[0] not in _DOUBLE:
            found = _MARK.search(self._text, found.end(), block_end)
        if found is None or found[0] in _OPENING:
            return False
        later = _MARK.search(self._text, found.end(), block_end)
        while later is not None and later[0] not in _DOUBLE:
            later = _MARK.search(self._text, later.end(), block_end)
        return later is not None and later[0] not in _OPENING

    def _single(self, at: int, singles: dict[int, int]) -> Iterator[Quotation]:
        if at in singles and len(self._stack) < _MAX_DEPTH:
            yield Quotation(((at, singles[at] + 1),), len(self._stack), True)

    def _open(self, weight: Weight, at: int) -> None:
        self._stack.append(_Open(weight, at, len(self._stack), []))

    def _close(self, index: int, end: int) -> Iterator[Quotation]:
        index = max(n for n, one in enumerate(self._stack) if one.weight == self._stack[index].weight)
        while len(self._stack) > index + 1:
            self._stack.pop()
        one = self._stack.pop()
        if end - one.start > 2:
            yield Quotation((*one.spans, (one.start, end)), one.depth, True)

    def _reopen(self, index: int, at: int) -> Iterator[Quotation]:
        """An opening mark inside an open quotation: a new paragraph of it that was run into the line before, or else
        the sign that the first had lost its partner."""
        one = self._stack[index]
        before = self._text[one.start : at].rstrip()
        if before and before[-1] in _SENTENCE_END:
            one.spans.append((one.start, one.start + len(before)))
            one.start = at
            return
        del self._stack[index:]
        self._open("double", at)
        yield from ()

    def _end_of_block(self, end: int, following: int | None) -> Iterator[Quotation]:
        if not self._stack:
            return
        one = self._stack[0]
        self._stack.clear()
        continues = (
            following is not None
            and one.weight == "double"
            and self._text[following] in _DOUBLE
            and self._text[following] not in _CLOSING
            and self._text[end - 1] not in _CLOSING
        )
        if continues and following is not None:
            one.spans.append((one.start, end))
            self._stack.append(_Open("double", following, 0, one.spans))
        elif one.spans or _opens_statement(self._text, self._block_start, one.start):
            yield Quotation((*one.spans, (one.start, end)), 0, False)


def _opens_statement(text: str, block_start: int, at: int) -> bool:
    """Whether a mark that never closes stands where speech starts: at the head of a block or after a stop or comma."""
    before = text[block_start:at].rstrip()
    return not before or before[-1] in ":,.!?"


def _looks_opening(mark: str, before: str, after: str) -> bool:
    if after.isspace():
        return False
    if mark in _OPENING:
        return True
    if mark in _CLOSING:
        return before.isspace() and after.isalnum()
    return before in _BEFORE_OPENING or (before in "'‘" and not after.isspace())


def _single_closings(text: str, start: int, end: int) -> dict[int, int]:
    """For each single mark of the block that opens a quotation, the mark that closes it.

    Apostrophes are told apart by their neighbours; a plural possessive (*charities’ budgets*) is passed over as long
    as a later mark can close."""
    pairs: dict[int, int] = {}
    opened: int | None = None
    doubtful: int | None = None
    for match in re.finditer("['‘’‚‛`]", text[start:end]):
        at = start + match.start()
        if text[at : at + 2] == "''" or (at > start and text[at - 1 : at + 1] == "''"):
            continue
        before = text[at - 1] if at > start else " "
        after = text[at + 1] if at + 1 < end else " "
        if opened is not None and at - opened > _MAX_SINGLE:
            opened = doubtful = None
        if (before in _BEFORE_OPENING or before in '"“') and not after.isspace() and match[0] != "’":
            if opened is not None and doubtful is not None:
                pairs[opened] = doubtful
            opened, doubtful = at, None
        elif opened is not None and not before.isspace() and (after in _AFTER_CLOSING or after in '"”'):
            if before == "s" and after.isspace() and at + 2 < end and text[at + 2].islower():
                doubtful = doubtful or at
            elif at - opened > 1:
                pairs[opened] = at
                opened = doubtful = None
    if opened is not None and doubtful is not None:
        pairs[opened] = doubtful
    return pairs
