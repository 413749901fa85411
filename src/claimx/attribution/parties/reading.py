"""What a document mentions, as a reading of it leaves it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from claimx.attribution.parties.coreference import Referent, Salience
from claimx.attribution.parties.identities import TokenKey
from claimx.attribution.parties.sentences import SentenceNumbers
from claimx.attribution.parties.standing import Standing
from claimx.attribution.quoted import Quoted
from claimx.nlp import Token


@dataclass(frozen=True, slots=True)
class Reading:
    """What a document mentions."""

    mentioned: Sequence[Referent]
    """Names and resolved descriptions in text order, places and pronouns aside."""
    named: Sequence[Referent]
    """The proper names alone."""
    at: Mapping[TokenKey, Referent]
    """What each token of a name, and each head of a description, refers to."""
    salience: Salience
    standings: Mapping[str, Sequence[Standing]]
    """Roles and organisations of each person, in text order."""
    organisations: Mapping[str, str]
    """Keys of organisations' names to full names."""
    surfaces: Mapping[int, str]
    """Start of a name to its own words."""
    sentences: SentenceNumbers
    quoted: Quoted

    def of(self, token: Token) -> Referent | None:
        """What a token refers to."""
        return self.at.get((id(token.doc), token.i))
