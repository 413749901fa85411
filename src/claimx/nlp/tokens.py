"""Analysed text: documents' stretches, their tokens, and spans of tokens.

Names and meanings of what they offer are spaCy's. There each look at a token makes a new object of it, and decodes what
is asked; here every token is made once, with all that is asked often."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, overload

if TYPE_CHECKING:
    from spacy.lexeme import Lexeme


class Token:
    """A word or mark of a Doc, with its place in the parse."""

    __slots__ = (
        *("children", "dep_", "doc", "ent_iob_", "ent_type_", "head", "i", "idx", "lemma_", "lexeme", "lower_"),
        *("pos_", "sent", "tag_", "text", "whitespace_"),
    )

    doc: Doc
    i: int
    """Its place among the Doc's tokens."""
    idx: int
    """Offset of its first character in the Doc's text."""
    text: str
    lower_: str
    whitespace_: str
    """The blank behind it, if there is one."""
    lexeme: Lexeme
    """What the vocabulary says of the word."""
    tag_: str
    pos_: str
    lemma_: str
    dep_: str
    """Its relation to its head."""
    head: Token
    """The token that it depends on; itself for the root of a sentence."""
    children: Sequence[Token]
    """The tokens that depend on it, in text order."""
    sent: Span
    """Its sentence."""
    ent_iob_: str
    """B at the first token of an entity, I inside one, O outside."""
    ent_type_: str

    def __len__(self) -> int:
        return len(self.text)

    def __repr__(self) -> str:
        return self.text

    @property
    def lefts(self) -> list[Token]:
        """The dependents before it."""
        return [one for one in self.children if one.i < self.i]

    @property
    def rights(self) -> list[Token]:
        """The dependents behind it."""
        return [one for one in self.children if one.i > self.i]

    @property
    def left_edge(self) -> Token:
        """The first token of its phrase."""
        return self.doc.tokens[self.doc.edges[0][self.i]]

    @property
    def right_edge(self) -> Token:
        """The last token of its phrase."""
        return self.doc.tokens[self.doc.edges[1][self.i]]

    @property
    def ancestors(self) -> Iterator[Token]:
        """Its governors from the nearest up to the root."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    @property
    def subtree(self) -> Iterator[Token]:
        """The token and all that depends on it, directly or not, in text order."""
        todo: list[tuple[Token, bool]] = [(self, False)]
        while todo:  # not by recursion: what is hostile may be deep
            token, opened = todo.pop()
            if opened or not token.children:
                yield token
                continue
            todo.extend((one, False) for one in reversed(token.rights))
            todo.append((token, True))
            todo.extend((one, False) for one in reversed(token.lefts))

    @property
    def conjuncts(self) -> tuple[Token, ...]:
        """The tokens that it is coordinated with."""
        first = self
        while first.dep_ == "conj" and first.head is not first:
            first = first.head
        found = [first]
        for one in found:
            found.extend(right for right in one.rights if right.dep_ == "conj")
        return tuple(one for one in found if one is not self)

    def nbor(self, distance: int = 1) -> Token:
        """The token so far to the right (to the left, where negative). Raises IndexError beyond the Doc."""
        at = self.i + distance
        if at < 0:
            raise IndexError(at)
        return self.doc[at]

    @property
    def is_sent_start(self) -> bool:
        """Whether it begins its sentence."""
        return self.sent.start == self.i

    @property
    def is_punct(self) -> bool:
        """Whether it is a mark."""
        return self.lexeme.is_punct

    @property
    def is_space(self) -> bool:
        """Whether it is white space."""
        return self.lexeme.is_space

    @property
    def is_quote(self) -> bool:
        """Whether it is a quotation mark."""
        return self.lexeme.is_quote

    @property
    def is_currency(self) -> bool:
        """Whether it is the sign of a currency."""
        return self.lexeme.is_currency

    @property
    def is_lower(self) -> bool:
        """Whether it has small letters and no other."""
        return self.text.islower()

    @property
    def is_upper(self) -> bool:
        """Whether it has capitals and no other letters."""
        return self.text.isupper()

    @property
    def is_alpha(self) -> bool:
        """Whether it has letters alone."""
        return self.text.isalpha()

    @property
    def is_digit(self) -> bool:
        """Whether it has digits alone."""
        return self.text.isdigit()

    @property
    def is_stop(self) -> bool:
        """Whether it is one of the words that are everywhere."""
        return self.lexeme.is_stop

    @property
    def like_num(self) -> bool:
        """Whether it is a number in digits or words."""
        return self.lexeme.like_num


class Span:
    """Neighbouring tokens of a Doc: a sentence, an entity, or any others."""

    __slots__ = ("doc", "end", "label_", "start")

    def __init__(self, doc: Doc, start: int, end: int, label: str = "") -> None:
        self.doc = doc
        self.start = start
        self.end = end
        self.label_ = label

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc.tokens[self.start : self.end])

    @overload
    def __getitem__(self, index: int) -> Token: ...
    @overload
    def __getitem__(self, index: slice) -> Span: ...
    def __getitem__(self, index: int | slice) -> Token | Span:
        if isinstance(index, int):
            return self.doc.tokens[range(self.start, self.end)[index]]
        start, end, _ = index.indices(len(self))
        return Span(self.doc, self.start + start, self.start + max(start, end))

    @property
    def start_char(self) -> int:
        """Offset of its first character in the Doc's text."""
        return self.doc.tokens[self.start].idx if self.start < len(self.doc) else len(self.doc.text)

    @property
    def end_char(self) -> int:
        """Offset behind its last character in the Doc's text."""
        return self.doc.tokens[self.end - 1].idx + len(self.doc.tokens[self.end - 1].text) if self.end else 0

    @property
    def text(self) -> str:
        """Its words as they are written."""
        return self.doc.text[self.start_char : self.end_char] if self.start < self.end else ""

    @property
    def root(self) -> Token:
        """The token nearest to the root of its sentence, the first one of several."""
        outward: list[Token] = []
        for token in self:
            if token.head is token:
                return token
            if not self.start <= token.head.i < self.end:
                outward.append(token)
        return outward[0] if len(outward) == 1 else min(outward, key=_way_up, default=self.doc[self.start])


def _way_up(token: Token) -> int:
    """How far the token is from the root; marks and blanks by themselves are farthest."""
    if not token.children and (token.is_punct or token.is_space):
        return len(token.doc)
    return sum(1 for _ in token.ancestors)


class Doc:
    """A stretch of a document that was analysed by itself."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.start = 0
        """Offset of its first character in the document."""
        self.tokens: list[Token] = []
        self.sents: Sequence[Span] = ()
        """Its sentences."""
        self.ents: Sequence[Span] = ()
        """Its named entities."""

    def __len__(self) -> int:
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    @overload
    def __getitem__(self, index: int) -> Token: ...
    @overload
    def __getitem__(self, index: slice) -> Span: ...
    def __getitem__(self, index: int | slice) -> Token | Span:
        if isinstance(index, int):
            return self.tokens[index]
        start, end, _ = index.indices(len(self.tokens))
        return Span(self, start, max(start, end))

    @cached_property
    def edges(self) -> tuple[Sequence[int], Sequence[int]]:
        """For each token the first and the last of those that depend on it, or itself."""
        first = list(range(len(self.tokens)))
        last = first[:]
        arcs = [(token.i, token.head.i) for token in self.tokens]
        for order in (arcs, reversed(arcs)):
            for at, over in order:
                if first[at] < first[over]:
                    first[over] = first[at]
                if last[at] > last[over]:
                    last[over] = last[at]
        return first, last
