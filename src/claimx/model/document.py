"""What a reader hands on, and what cleaning says about it."""

from typing import Literal

from msgspec import Struct

Span = tuple[int, int]
"""Start and end offset in code points, end-exclusive."""

Zone = Literal["main", "edge", "boilerplate"]
"""`main`: the article; `edge`: short figure lines, tables, captions, kept and flagged; `boilerplate`: furniture."""

Role = Literal[
    "title",
    "byline",
    "dateline",
    "heading",
    "paragraph",
    "list_item",
    "table_row",
    "caption",
    "navigation",
    "advert",
    "offer",
    "job_advert",
    "sign_up",
    "call_to_action",
    "share",
    "related",
    "tags",
    "event",
    "comments",
    "credit",
    "footer",
    "other",
]
"""What a block is. From `navigation` on the roles are furniture and stand in the `boilerplate` zone."""


class Metadata(Struct, frozen=True):
    """What a text, or the file that holds it, says about its origin; `published` is an ISO 8601 date."""

    title: str | None = None
    published: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    language: str | None = None


class Hint(Struct, frozen=True):
    """What a source's markup says of a stretch of its text. Hints are in text order and do not overlap."""

    start: int
    end: int
    element: str
    """What it is, by HTML's names whatever the format: p, h1 to h6, li, tr, figcaption, blockquote, ...; empty in plain
    text, of which only other documents can tell anything."""
    within: tuple[str, ...] = ()
    """Names of what it stands in, from the outermost inwards: elements, and words of their classes after a dot
    (`article`, `.share`, `.menu`)."""
    linked: float = 0.0
    """Share of its letters that lead elsewhere, 0 to 1."""
    verdict: bool | None = None
    """Whether an extractor of main content kept it; None where none was asked."""


class Document(Struct, frozen=True):
    """One source text, decoded and otherwise unchanged (a byte-order mark is not part of it). Of a format that is not
    plain text it is the text that the reader extracts; all offsets count that text's characters."""

    id: str
    text: str
    sha256: str
    """Of the source's bytes."""
    media_type: str = "text/plain"
    encoding: str = "utf-8"
    hints: tuple[Hint, ...] = ()
    """What the markup says, and what other documents of the run do (`claimx.readers.recurring`)."""
    metadata: Metadata | None = None
    """What the source says of its origin outside its text, in its own fields."""


class Problem(Struct, frozen=True):
    """An input that could not be read, and why, in words for the user; the run goes on without it."""

    document: str
    message: str


class LeftOut(Problem, frozen=True):
    """A document that could be read and is left out for what it is: each run would do so again."""


class Block(Struct, frozen=True):
    """A stretch of the text that is one thing. A document's blocks are in text order, do not overlap, and together hold
    every character that is not white space."""

    start: int
    end: int
    role: Role
    zone: Zone
    score: float
    """How sure it is content: 0 (furniture) to 1 (the article)."""
    rule: str | None = None
    """The rule that decided, where one did."""
    element: str | None = None
    """The element of the source's markup that it comes from, by HTML's names; null for plain text."""


class Cleaned(Struct, frozen=True):
    """The result of cleaning one document."""

    blocks: tuple[Block, ...]
    metadata: Metadata

    @property
    def content(self) -> tuple[Block, ...]:
        """The blocks that are not boilerplate."""
        return tuple(block for block in self.blocks if block.zone != "boilerplate")
