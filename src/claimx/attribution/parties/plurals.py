"""Whom plurals mean that a text has listed before: *both men*, *the charities*, *the researchers*."""

from __future__ import annotations

from collections.abc import Sequence

from claimx.attribution.parties import phrases
from claimx.attribution.parties.coreference import Referent
from claimx.attribution.parties.lists import Lists
from claimx.attribution.parties.reading import Reading
from claimx.attribution.parties.vocabulary import Vocabulary
from claimx.model import Speaker
from claimx.nlp import Token

_MAX_WORD = 20
"""Characters before a name in which the word before it stands."""


class Plurals:
    """The members of the groups that one document speaks of."""

    def __init__(self, text: str, reading: Reading, vocabulary: Vocabulary) -> None:
        self._text = text
        self._reading = reading
        self._vocabulary = vocabulary
        self.lists = Lists(reading.named, text)
        """The names that stand in a row."""

    def pair(self, head: Token, start: int) -> Sequence[Referent]:
        """The two whom *both* or *both men* means, where the phrase begins at `start`; none for another phrase."""
        if head.lower_ != "both" and not any(child.lower_ == "both" for child in head.lefts):
            return ()
        return self.lists.pair(start)

    def members(self, head: Token, referent: Referent) -> tuple[Speaker, ...]:
        """The organisations that a plural such as *the charities* stands for, where the text lists them; the scholars
        whom *the researchers* means."""
        start, end = referent.start, referent.end
        if not phrases.is_bare(head):
            return ()
        if self._vocabulary.noun(head.text, "organisations") is not None:
            listed = self.lists.organisations(start)
        else:
            listed = self.lists.people(start) if head.lemma_.lower() in self._vocabulary.makers else ()
            listed = listed if any(map(self._is_scholar, listed)) else ()
        return tuple(Speaker(name=member.name, type=member.type, start=start, end=end) for member in listed)

    def _is_scholar(self, referent: Referent) -> bool:
        """Whether somebody is one of those who make studies, as the word before the name or a role tells."""
        if referent.type != "person":
            return False
        role = next((one.role for one in self._reading.standings.get(referent.name, ()) if one.role), None)
        words = (role or self._text[max(0, referent.start - _MAX_WORD) : referent.start]).split()
        return bool(words) and words[-1].lower().removesuffix("s") in self._vocabulary.makers
