"""Whom an opening means that names nobody yet: *An insurer has warned … Tallis Mutual said …*."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from claimx.attribution.parties import phrases
from claimx.attribution.parties.coreference import Referent
from claimx.attribution.parties.vocabulary import Noun
from claimx.nlp import Token

_OPENING = 3
"""Sentences, the headline included."""
_NEAR = 3
"""Sentences after the opening within which it is said who is meant."""
_INDEFINITE = frozenset({"a", "an"})


class Introductions:
    """The names of one document in text order, to look ahead in. `roles`: what the text says each person is."""

    def __init__(self, named: Sequence[Referent], roles: Mapping[str, Sequence[str]]) -> None:
        self._named = named
        self._starts = [referent.start for referent in named]
        self._roles = roles

    def meant(self, head: Token, noun: Noun, base: Referent) -> Referent | None:
        """Who the phrase of a noun in the document's opening turns out to be; None where it may be anybody."""
        first = head.doc[phrases.bounds(head)[0]]
        if base.sentence > _OPENING or first.lower_ not in _INDEFINITE or base.quoted:
            return None
        place = bisect_right(self._starts, base.end)
        known = {referent.name for referent in self._named[:place]}
        for referent in self._named[place:]:
            if referent.sentence > base.sentence + _NEAR:
                return None
            if referent.name not in known and not referent.place and self._fits(referent, head, noun):
                return referent
        return None

    def _fits(self, referent: Referent, head: Token, noun: Noun) -> bool:
        if noun.kind == "role":
            held = " ".join(self._roles.get(referent.name, ())).casefold().split()
            return referent.type == "person" and head.lower_ in held
        if referent.type != "organisation" or referent.quoted or not noun.generic:
            return False
        words = frozenset(referent.name.casefold().split())
        known = noun.only or noun.names
        fits = not set(noun.only).isdisjoint(referent.rules) or not noun.names.isdisjoint(words)
        return head.lower_ in referent.nouns or (referent.main and (fits or not known))
