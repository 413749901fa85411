"""Statements (source, cue, content, in the terms of the attribution corpora) and the parties that make them."""

from typing import Literal

from msgspec import Struct

from claimx.model.document import Span

Mode = Literal["direct", "indirect", "document"]
"""`direct`: inside quotation marks; `indirect`: reported; `document`: nobody else is named."""

StatementKind = Literal["assertion", "stance"]
"""`stance`: a demand, offer, agreement or other act (*called for*, *agreed to*), no assertion."""

SpeakerType = Literal["person", "organisation", "group", "document"]
"""`group`: *the charities*, *MPs*; `document`: a report, letter, strategy or survey."""


class Speaker(Struct, frozen=True, kw_only=True):
    """Who asserts something, by the fullest name that the document gives, and where this mention of it stands."""

    name: str
    type: SpeakerType
    role: str | None = None
    organisation: str | None = None
    start: int | None = None
    end: int | None = None


class Continuation(Struct, frozen=True):
    """A later stretch that goes on with a statement, and the rules by which it does."""

    start: int
    end: int
    rules: tuple[str, ...] = ()


class Statement(Struct, frozen=True, kw_only=True):
    """One attributed statement; spans may be several (an interrupted quotation)."""

    id: str
    document: str
    mode: Mode
    start: int
    end: int
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    quoted: tuple[Span, ...] = ()
    """The parts of the content that stand in quotation marks."""
    speaker: str | None = None
    """The first of the speakers' names."""
    speakers: tuple[Speaker, ...] = ()
    via: tuple[Speaker, ...] = ()
    """Outer sources, from the inside out: *the charity said research by X found ...* has the charity."""
    cue_lemma: str | None = None
    kind: StatementKind = "assertion"
    demand: bool = False
    """True for a stance on what should be: its figures are asserted by whoever demands it."""
    same_as: str | None = None
    rules: tuple[str, ...] = ()
    continued: tuple[Continuation, ...] = ()
    """Later stretches without a cue or quotation marks: no content, but put down to the same source."""


class Attribution(Struct, frozen=True, kw_only=True):
    """Who asserts a claim."""

    mode: Mode = "document"
    cue: str | None = None
    speakers: tuple[Speaker, ...] = ()
    via: tuple[Speaker, ...] = ()


class Party(Struct, frozen=True, kw_only=True):
    """A person, organisation, group or document under one name."""

    name: str
    type: SpeakerType
    roles: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    mentions: int = 0


class PartyMention(Struct, frozen=True):
    """Where a party stands in the text, under its full name."""

    start: int
    end: int
    name: str
    type: SpeakerType
    rules: tuple[str, ...] = ()


class Attributions(Struct, frozen=True, kw_only=True):
    """Everything that attribution says of one document."""

    statements: tuple[Statement, ...] = ()
    speakers: tuple[Party, ...] = ()
    organisations: tuple[Party, ...] = ()
    mentions: tuple[PartyMention, ...] = ()
    publisher: str | None = None
