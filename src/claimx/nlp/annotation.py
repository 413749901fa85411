"""The analysis of a document's content blocks, addressed by offsets into the document."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from claimx.model import Span as Offsets
from claimx.nlp.tokens import Doc, Span, Token


class Annotation:
    """One `Doc` a content block (several, where it is very long), in text order. Tokens and spans know only their own
    Doc; this gives and takes offsets into the whole document."""

    __slots__ = ("_starts", "docs")

    def __init__(self, docs: Sequence[Doc], starts: Sequence[int]) -> None:
        self.docs = tuple(docs)
        self._starts = tuple(starts)
        for doc, start in zip(docs, starts, strict=True):
            doc.start = start

    def __add__(self, other: Annotation) -> Annotation:
        """Both, of other blocks of the same document, in text order."""
        docs = sorted((*self.docs, *other.docs), key=lambda doc: doc.start)
        return Annotation(docs, [doc.start for doc in docs])

    def token_at(self, offset: int) -> Token | None:
        """The token that holds the character (or the one before it, on white space), or None outside the content."""
        span = self.tokens(offset, offset + 1)
        return span[0] if span else None

    def tokens(self, start: int, end: int) -> Span | None:
        """The tokens that overlap the stretch, as one span; None outside the content or on white space alone."""
        index = bisect_right(self._starts, start) - 1
        if index < 0:
            return None
        doc = self.docs[index]
        if start - doc.start >= len(doc.text):
            return None
        first = bisect_right(doc.tokens, start - doc.start, key=_behind)
        last = bisect_left(doc.tokens, end - doc.start, lo=first, key=_offset)
        return doc[first:last] if first < last else None

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
    return item.doc.start + (item.idx if isinstance(item, Token) else item.start_char)


def end_of(item: Token | Span) -> int:
    """Offset in the document just after a token's or span's last character."""
    return item.doc.start + (_behind(item) if isinstance(item, Token) else item.end_char)


def offsets(item: Token | Span) -> Offsets:
    """Start and end of a token or span in the document."""
    return start_of(item), end_of(item)


def _offset(token: Token) -> int:
    return token.idx


def _behind(token: Token) -> int:
    return token.idx + len(token.text)
