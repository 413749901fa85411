"""The poll or study that a text speaks of at a place, whose findings it may go on with."""

from __future__ import annotations

from dataclasses import dataclass

from claimx.attribution.parties import phrases
from claimx.attribution.statements.signs import SUBJECTS
from claimx.model import Span
from claimx.nlp import Token

_PATIENCE = 2
"""Sentences without a finding after which a run has ended."""
_MADE_BY = frozenset({"by", "from", "at", "published", "carried", "conducted", "done"})


@dataclass(slots=True)
class Poll:
    """The poll that the text speaks of at a place."""

    source: tuple[Span, ...]
    rules: tuple[str, ...]
    asks: bool
    again: bool = False
    """Whether it is spoken of as one that is known: *the study*."""
    quiet: int = 0
    """Sentences since its last finding."""
    broken: bool = False
    """True once somebody else has spoken since."""

    @property
    def runs(self) -> bool:
        """Whether one finding follows upon the other here."""
        return self.asks and not self.broken and self.quiet <= _PATIENCE

    @property
    def is_past(self) -> bool:
        """Whether the text has left a study that asked nobody."""
        return not self.asks and (self.broken or self.quiet > _PATIENCE)

    def found(self) -> None:
        """Takes note of a finding."""
        self.quiet, self.broken = 0, False


def is_one(study: Token) -> bool:
    """Whether a study is spoken of that the text tells apart (*a study*, *new research*, *research by …*), or one that
    says something, not study in general (*the body of research on masks*)."""
    noun = study.head if phrases.is_modifier(study) else study
    apart = any(one.dep_ in ("det", "poss", "amod", "nummod") for one in (*study.lefts, *noun.lefts))
    made = any(one.dep_ in ("prep", "acl", "agent") and one.lower_ in _MADE_BY for one in noun.rights)
    return apart or made or noun.dep_ in SUBJECTS
