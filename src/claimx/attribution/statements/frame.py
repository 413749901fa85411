"""A statement as it is found, before its source is resolved to a speaker."""

from __future__ import annotations

from dataclasses import dataclass

from claimx.model import Span, StatementKind
from claimx.nlp import Doc
from claimx.nlp.annotation import offsets
from claimx.nlp.syntax import Range

MAGNITUDES = frozenset({"m", "bn", "tn", "k", "b", "p"})
"""What the tokeniser may cut off a figure."""

SELF = frozenset({"i", "you", "we"})
"""The voices of a text or conversation itself."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Source, cue and content as spans of the document; source and cue may be absent."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    lemma: str | None = None
    kind: StatementKind = "assertion"
    demand: bool = False
    """True for a stance that says what others should do, give or get."""
    quoted: tuple[Span, ...] = ()
    """The parts of the content that stand in quotation marks."""
    rules: tuple[str, ...] = ()
    turn: int | None = None
    """Where the clause of the cue begins, if what another source says ends there."""
    shared: bool = False
    """True for a participle, which has no subject of its own."""
    independent: bool = True
    """False where it is no statement of its own inside another: its source is a pronoun or absent, or it only hopes."""
    own: bool = False
    """True where the text, or whoever talks in it, speaks of itself: *I think …*, *you said …*."""
    survey: bool = False
    """True where the source is a poll or study."""
    finding: bool = False
    """True for what somebody finds or shows, as a poll does."""
    respondents: Span | None = None
    """Where the source is a share of the people whom a poll asked: their clause, which is what the poll found."""

    @property
    def start(self) -> int:
        """Offset of the first character of the content."""
        return self.content[0][0]

    @property
    def end(self) -> int:
        """Offset after the last character of the content."""
        return self.content[-1][1]

    @property
    def anchor(self) -> int:
        """Offset of the cue, or of the content where there is none."""
        return self.cue[0][0] if self.cue else self.start

    @property
    def reach(self) -> Span:
        """From the first to the last character of source, cue and content."""
        spans = (*self.source, *self.cue, *self.content)
        return min(start for start, _ in spans), max(end for _, end in spans)


def span_of(doc: Doc, tokens: Range) -> Span:
    """Offsets in the document of a token range, without a full stop that the tokeniser left on a figure (*£2m.*)."""
    start, end = offsets(doc[tokens[0] : tokens[1]])
    last = doc[tokens[1] - 1].text
    return (start, end - 1) if last.endswith(".") and last[:-1].lower() in MAGNITUDES else (start, end)
