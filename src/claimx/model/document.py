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


class Document(Struct, frozen=True):
    """One source text, decoded and otherwise unchanged (a byte-order mark is not part of it)."""

    id: str
    text: str
    sha256: str
    media_type: str = "text/plain"
    encoding: str = "utf-8"


class Problem(Struct, frozen=True):
    """An input that could not be read, and why, in words for the user; the run goes on without it."""

    document: str
    message: str


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


class Metadata(Struct, frozen=True):
    """What the text itself says about its origin; `published` is an ISO 8601 date."""

    title: str | None = None
    published: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    language: str | None = None


class Cleaned(Struct, frozen=True):
    """The result of cleaning one document."""

    blocks: tuple[Block, ...]
    metadata: Metadata

    @property
    def content(self) -> tuple[Block, ...]:
        """The blocks that are not boilerplate."""
        return tuple(block for block in self.blocks if block.zone != "boilerplate")
