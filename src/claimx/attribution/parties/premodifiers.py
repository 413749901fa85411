"""Roles before a name: *Harbour Pilots Association (HPA) chairman* James Reid, *the BBC's* Tara Finch."""

from __future__ import annotations

from claimx.attribution.parties.spots import Spot
from claimx.attribution.parties.standing import GENITIVE, BodyIndex, Standing, owner_before, role_text
from claimx.attribution.parties.vocabulary import Noun, Vocabulary
from claimx.nlp import Doc, Token

_NOT_INSIDE = frozenset({"VERB", "AUX", "SCONJ", "PRON", "DET", "ADP", "CCONJ", "SPACE"})
_AFFILIATING = frozenset({"of", "from", "at", "for", "with"})
_MAX_REACH = 14
"""Tokens; nobody's role is longer."""


class PremodifierReader:
    """Reads what stands directly before people's names."""

    def __init__(self, vocabulary: Vocabulary, bodies: BodyIndex) -> None:
        self._vocabulary = vocabulary
        self._bodies = bodies

    def read(self, spot: Spot) -> Standing:
        """The standing that the words before a name give the person."""
        doc, end = spot.doc, self.start_of_name(spot)
        noun = self._role(doc, end - 1)
        if noun is None:
            return self._owned(doc, end)
        begin = self._first_word(doc, end)
        body = self._bodies.before(doc, begin)
        organisation = self._bodies.full_name(body) if body is not None else None
        common = owner_before(doc, begin - 1, end, self._vocabulary) if body is None else None
        begin = common.i + 2 if common is not None else begin
        would_be = begin > 1 and doc[begin - 1].lower_ == "be" and doc[begin - 2].text == "-"
        role = None if would_be else role_text(doc, begin, end)
        return Standing(role, organisation, noun.gender, (noun.rule,), common)

    def start_of_name(self, spot: Spot) -> int:
        """The first token of a name with its courtesy titles; offices and ranks before it are roles."""
        first = spot.first
        while first and (spot.doc[first - 1].text == "." or self._vocabulary.title(spot.doc[first - 1].text)):
            title = self._vocabulary.title(spot.doc[first - 1].text)
            if title is not None and title.style in ("office", "rank") and self._role(spot.doc, first - 1):
                break
            first -= 1
        return first

    def _role(self, doc: Doc, index: int) -> Noun | None:
        if index < 0 or doc[index].pos_ not in ("NOUN", "PROPN", "ADJ"):
            return None
        return self._vocabulary.noun(doc[index].text, "role")

    def _first_word(self, doc: Doc, end: int) -> int:
        """The first token of the role that ends before `end`: back to the organisation, or to what no role holds."""
        begin = end - 1
        while begin > 0 and end - begin < _MAX_REACH:
            body = self._bodies.before(doc, begin)
            if body is not None and not self._is_portfolio(body, doc[begin]):
                break
            step = self._step(doc, begin)
            if not step:
                break
            begin -= step
        return begin

    def _step(self, doc: Doc, begin: int) -> int:
        """How many tokens the role reaches further back from its present first one; 0 where it ends."""
        before = doc[begin - 1]
        outer = doc[begin - 2] if begin > 1 else None
        if outer is not None:
            if before.text == "-" and not outer.whitespace_:
                return 2
            if before.text in GENITIVE and outer.pos_ == "NOUN" and self._bodies.at(doc, begin - 2) is None:
                return 2
            if before.lower_ == "and" and doc[begin].text[:1].isupper() and outer.text[:1].isupper():
                return 2
        return int(not (before.pos_ in _NOT_INSIDE or before.is_punct or before.text in GENITIVE))

    def _is_portfolio(self, body: Spot, role: Token) -> bool:
        """Is a capitalised word before a capitalised office part of it (*Education Secretary*)?"""
        plain = body.last - body.first == 1 and not body.words[0].isupper() and body.words not in self._vocabulary.known
        return plain and role.text[:1].isupper() and body.last == role.i

    def _owned(self, doc: Doc, at: int) -> Standing:
        """*The BBC's* Tara Finch; *the head of the Marsh Agency* Doug Reid; *ONS director of statistics* Ann Lowe."""
        body = self._bodies.before(doc, at)
        if body is not None and doc[at - 1].text in GENITIVE:
            return Standing(None, self._bodies.full_name(body))
        start = self._start_of_complement(doc, at)
        noun = self._role(doc, start - 1) if start is not None else None
        if start is None or noun is None:
            return Standing()
        begin = self._first_word(doc, start)
        if body is not None:
            return Standing(role_text(doc, begin, start), self._bodies.full_name(body), noun.gender, (noun.rule,))
        owner = self._bodies.before(doc, begin)
        organisation = self._bodies.full_name(owner) if owner is not None else None
        return Standing(role_text(doc, begin, at), organisation, noun.gender, (noun.rule,))

    def _start_of_complement(self, doc: Doc, end: int) -> int | None:
        """The preposition of the phrase that ends just before a name and belongs to a role before it."""
        start = end
        while start > 0 and end - start < _MAX_REACH:
            token = doc[start - 1]
            if token.lower_ in _AFFILIATING and self._bodies.at(doc, token.i) is None:
                return start - 1 if start < end else None
            inside = self._bodies.at(doc, token.i) is not None
            if not inside and token.pos_ not in ("NOUN", "PROPN", "ADJ", "DET", "CCONJ"):
                return None
            start -= 1
        return None
