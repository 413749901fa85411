"""A candidate number in its sentence, as the stages of refinement hand it on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claimx.model import Quantity
from claimx.model import Span as Offsets
from claimx.nlp import Annotation, Span, Token
from claimx.quantities.grammar.candidate import Candidate

if TYPE_CHECKING:
    from claimx.nlp.nounphrases import NounPhrase


@dataclass(frozen=True, slots=True)
class Reading:
    """What is known of one number so far; each refinement gives a new reading."""

    candidate: Candidate
    start: int
    end: int
    """The mention, which grows with the noun that is counted."""
    quantity: Quantity
    rules: tuple[str, ...]
    number: Span | None
    """The tokens of the number itself; None where the document was not parsed there."""
    mention: Span | None
    """The tokens of the candidate."""
    noun: NounPhrase | None = None
    """The noun phrase that is counted or measured right after the number."""
    partitive: bool = False
    """Whether *of* stands between the two: *a quarter of their value*."""

    @classmethod
    def of(cls, candidate: Candidate, annotation: Annotation) -> Reading:
        """A candidate with its tokens, before anything is refined."""
        core = candidate.cores[-1]
        return cls(
            candidate=candidate,
            start=candidate.start,
            end=candidate.end,
            quantity=candidate.quantity,
            rules=candidate.rules,
            number=annotation.tokens(*core),
            mention=annotation.tokens(candidate.start, candidate.end),
        )

    @property
    def root(self) -> Token | None:
        """The token through which the mention hangs in its sentence: the counted noun, or the mention's own head."""
        if self.noun is not None and not self.partitive:
            return self.noun.head
        return self.mention.root if self.mention is not None else None

    def refined(self, quantity: Quantity, *rules: str) -> Reading:
        """The same reading with another quantity, and the rules that made it so."""
        return replace(self, quantity=quantity, rules=(*self.rules, *rules))


def sentence_around(reading: Reading) -> Offsets:
    """Where the sentence around the reading begins and ends in the document; the mention itself where nothing is
    parsed, and more than one sentence where the parser ends one inside the mention."""
    if reading.mention is None:
        return reading.start, reading.end
    base = reading.candidate.start - reading.mention.start_char
    return base + reading.mention[0].sent.start_char, base + reading.mention[-1].sent.end_char
