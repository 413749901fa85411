"""Common nouns that can head a source, each as the referent of its phrase: *the union*, *a Labour spokesman*."""

from __future__ import annotations

from claimx.attribution.parties import phrases
from claimx.attribution.parties.coreference import Referent
from claimx.attribution.parties.descriptions import Descriptions, type_of
from claimx.attribution.parties.identities import Identities
from claimx.attribution.parties.places import Places
from claimx.attribution.parties.vocabulary import Noun, Vocabulary
from claimx.nlp import Token
from claimx.nlp.annotation import end_of, start_of


class NounPhrases:
    """Reads the nouns of one document in text order. `descriptions`: finds the named party that a phrase means."""

    def __init__(
        self, text: str, vocabulary: Vocabulary, identities: Identities, descriptions: Descriptions, places: Places
    ) -> None:
        self._text = text
        self._vocabulary = vocabulary
        self._identities = identities
        self._descriptions = descriptions
        self._places = places

    def referent(self, token: Token) -> Referent | None:
        """The referent of a noun's phrase; None where the noun cannot head a source, or belongs to a name."""
        noun = self._descriptions.noun_of(token)
        if noun is None or phrases.is_modifier(token) or self._is_after_name(token) or self._names_somebody(token):
            return None
        return self._descriptions.read(token, noun, self._base(token, noun))

    def _is_after_name(self, token: Token) -> bool:
        """Is it letters after a name?"""
        spot_at = self._identities.spot_at
        return self._vocabulary.post_nominal(token.text) is not None and (id(token.doc), token.i - 1) in spot_at

    def _names_somebody(self, token: Token) -> bool:
        """Is the noun only the role before or after a name?"""
        doc, spot_at = id(token.doc), self._identities.spot_at
        partners = [child for child in token.rights if child.dep_ == "appos"]
        partners += [token.head] if token.dep_ == "appos" else []
        if any((doc, partner.i) in spot_at for partner in partners):
            return True
        after = spot_at.get((doc, token.i + 1))
        if after is None or after.first != token.i + 1:
            return False
        kind = self._identities.type_of(after)
        return kind == "person" or (kind == "organisation" and self._vocabulary.noun(token.text, "body") is not None)

    def _base(self, token: Token, noun: Noun) -> Referent:
        """The referent of a phrase by its own words."""
        doc = token.doc
        first, last = phrases.named(token)
        start, end = start_of(doc[first]), end_of(doc[last - 1])
        outer = start_of(doc[phrases.bounds(token)[0]])
        is_role = noun.kind == "role"
        base = Referent(
            start=outer if phrases.is_definite(token) else start,
            end=end,
            name=" ".join(self._text[start:end].split()),
            type=type_of(noun),
            sentence=0,
            plural=phrases.is_plural(token),
            named=False,
            gender=noun.gender,
            rules=(noun.rule,),
            role=token.lower_ if is_role else None,
            organisation=self._body_inside(token, first, last) if is_role else None,
        )
        return self._places.put(base, token, base.start, end)

    def _body_inside(self, head: Token, first: int, last: int) -> str | None:
        """The organisation that a phrase such as *a Labour spokesman* or *a spokesman for the Trust* names."""
        for i in (*range(head.i - 1, first - 1, -1), *range(head.i + 1, last)):
            spot = self._identities.spot_at.get((id(head.doc), i))
            if spot is not None and self._identities.type_of(spot) == "organisation":
                return self._identities.name_of(spot)
        named = (self._descriptions.body_named(head.doc[i], start_of(head)) for i in range(first, last) if i != head.i)
        return next((name for name in named if name is not None), None)
