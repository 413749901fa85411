"""spaCy's analysis of a document's content blocks, addressed by offsets into the document."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from claimx.model import Span as Offsets

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_START = "claimx_start"
"""Key in `Doc.user_data`: the offset of the Doc's first character in the document."""


class Annotation:
    """One spaCy `Doc` a content block (several, where it is very long), in text order. Tokens and spans know only their
    own Doc; this gives and takes offsets into the whole document."""

    __slots__ = ("_ends", "_starts", "docs")

    def __init__(self, docs: Sequence[Doc], starts: Sequence[int]) -> None:
        self.docs = tuple(docs)
        self._starts = tuple(starts)
        # `Doc.text` joins all its tokens anew at every look
        self._ends = tuple(start + len(doc.text) for doc, start in zip(docs, starts, strict=True))
        for doc, start in zip(docs, starts, strict=True):
            doc.user_data[_START] = start

    def token_at(self, offset: int) -> Token | None:
        """The token that holds the character (or the one before it, on white space), or None outside the content."""
        span = self.tokens(offset, offset + 1)
        return span[0] if span else None

    def tokens(self, start: int, end: int) -> Span | None:
        """The tokens that overlap the stretch, as one span; None outside the content or on white space alone."""
        index = bisect_right(self._starts, start) - 1
        if index < 0 or start >= self._ends[index]:
            return None
        base, limit = self._starts[index], self._ends[index]
        span = self.docs[index].char_span(start - base, min(end, limit) - base, alignment_mode="expand")
        return span if span is not None and len(span) else None

    def sentences(self) -> Iterator[Span]:
        """All sentences, in text order."""
        for doc in self.docs:
            yield from doc.sents

    def sentence_at(self, offset: int) -> Span | None:
        """The sentence that holds the character."""
        token = self.token_at(offset)
        return token.sent if token is not None else None


def start_of(item: Token | Span) -> int:
    """Offset in the document of a token's or span's first character."""
    return int(item.doc.user_data[_START]) + int(item.idx if hasattr(item, "idx") else item.start_char)


def end_of(item: Token | Span) -> int:
    """Offset in the document just after a token's or span's last character."""
    return int(item.doc.user_data[_START]) + int(item.idx + len(item) if hasattr(item, "idx") else item.end_char)


def offsets(item: Token | Span) -> Offsets:
    """Start and end of a token or span in the document."""
    return start_of(item), end_of(item)
