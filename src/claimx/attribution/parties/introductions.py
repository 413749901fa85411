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
        new = [one for one in self._named[place:] if one.sentence <= base.sentence + _NEAR and one.name not in known]
        if noun.kind == "role":
            return next((one for one in new if self._holds(one, head)), None)
        fitting = [one for one in new if _fits(one, head, noun)]
        told = next((one for one in fitting if one.main or head.lower_ in one.nouns), None)
        return fitting[0] if told is None and len({one.name for one in fitting}) == 1 else told

    def _holds(self, referent: Referent, head: Token) -> bool:
        """Whether the text says that a person has the role."""
        held = " ".join(self._roles.get(referent.name, ())).casefold().split()
        return referent.type == "person" and head.lower_ in held


def _fits(referent: Referent, head: Token, noun: Noun) -> bool:
    """Whether an organisation may be what the noun says."""
    if referent.type != "organisation" or referent.place or referent.quoted or not noun.generic:
        return False
    named = noun.names.isdisjoint(referent.name.casefold().split()) and set(noun.only).isdisjoint(referent.rules)
    return head.lower_ in referent.nouns or not (named and (noun.only or noun.names))
