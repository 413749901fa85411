"""People's names that stand between commas after a role (*its spokeswoman, Waseem Yaqub, said*), whatever a recogniser
makes of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimx.attribution.parties.spots import PARTICLES, is_capital, is_name_word
from claimx.attribution.parties.vocabulary import Noun, Vocabulary
from claimx.nlp import Token

_MAX_NAME = 4
"""Tokens."""
_MAX_ROLE = 7
"""Tokens from a role's noun to the comma after its phrase."""


class RoleNames:
    """Finds such names by the rules of one vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary

    def find(self, doc: Sequence[Token]) -> Iterator[tuple[int, int]]:
        """First and last token (exclusive) of each such name."""
        for comma in doc:
            role = self._role_before(doc, comma.i) if comma.text == "," else None
            if role is None:
                continue
            first = last = comma.i + 1
            while last < len(doc) and (is_name_word(doc[last]) or (last > first and doc[last].lower_ in PARTICLES)):
                last += 1
            name = doc[first:last]
            whole = 2 <= len(name) <= _MAX_NAME and last < len(doc) and doc[last].text == ","
            sure = role.gender is not None or all(token.ent_type_ != "ORG" for token in name)
            if whole and sure and is_capital(name[-1]) and not any(map(self._is_no_persons, name)):
                yield first, last

    def _role_before(self, doc: Sequence[Token], at: int) -> Noun | None:
        """The role whose noun phrase ends before a token: *chairman*, *president of Malawi*."""
        for i in range(at - 1, max(-1, at - _MAX_ROLE), -1):
            role = self._vocabulary.noun(doc[i].text, "role")
            if role is not None:
                return role if i + 1 == at or doc[i + 1].lower_ in ("of", "at", "for", "in") else None
            if doc[i].is_punct or doc[i].pos_ in ("VERB", "AUX", "CCONJ"):
                return None
        return None

    def _is_no_persons(self, token: Token) -> bool:
        """Is it a word of other names than people's?"""
        vocabulary = self._vocabulary
        other = token.text in vocabulary.organisation_words or vocabulary.title(token.text) is not None
        return other or vocabulary.noun(token.text, "role") is not None
