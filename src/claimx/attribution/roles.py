"""What stands around a person's name: role and organisation, from premodifiers, appositions and short phrases."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimx.attribution.spotting import Spot
from claimx.attribution.vocabulary import Vocabulary
from claimx.rulebook.kinds.party import Gender

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_AFFILIATING = frozenset({"of", "from", "at", "for", "with"})
_STOPS = frozenset({"VERB", "AUX", "SCONJ", "PRON", "DET", "ADP", "CCONJ"})
_MAX_REACH = 14
"""Tokens; a role that is still unfinished by then is none."""
_DASHES = frozenset({"-", "–", "—"})


@dataclass(frozen=True, slots=True)
class Standing:
    """A person's role and organisation as one place states them."""

    role: str | None = None
    organisation: str | None = None
    gender: Gender | None = None
    rules: tuple[str, ...] = ()


class RoleReader:
    """Reads roles in one document. `bodies` maps the token index of each organisation's name, by Doc, to its spot."""

    def __init__(
        self, vocabulary: Vocabulary, bodies: Mapping[tuple[int, int], Spot], names: Mapping[str, str]
    ) -> None:
        self._vocabulary = vocabulary
        self._bodies = bodies
        self._names = names

    def read(self, spot: Spot) -> Standing:
        """The standing of the person at a spot; empty where the text states none there."""
        before, after = self._before(spot), self._after(spot)
        title = spot.title if spot.title is not None and spot.title.style in ("office", "rank") else None
        role = before.role or after.role or (self._title(spot) if title else None)
        return Standing(
            role,
            before.organisation or after.organisation,
            before.gender or after.gender,
            (*before.rules, *after.rules),
        )

    def _title(self, spot: Spot) -> str:
        words: list[str] = []
        at = spot.first - 1
        while at >= 0 and (spot.doc[at].text == "." or self._vocabulary.title(spot.doc[at].text)):
            title = self._vocabulary.title(spot.doc[at].text)
            if title is not None and title.style in ("office", "rank"):
                words.insert(0, spot.doc[at].text)
            at -= 1
        return " ".join(words)

    def _before(self, spot: Spot) -> Standing:
        """*Local Government Association chairman* James Jamieson; *her lawyer,* David Kendall."""
        doc = spot.doc
        first = spot.first
        while first and (self._vocabulary.title(doc[first - 1].text) or doc[first - 1].text == "."):
            title = self._vocabulary.title(doc[first - 1].text)
            if (
                title is not None
                and self._vocabulary.noun(doc[first - 1].text, "role")
                and title.style in ("office", "rank")
            ):
                break
            first -= 1
        if first and doc[first - 1].text == ",":
            return self._apposed_before(doc, first - 1)
        end, at = first, first - 1
        noun = self._vocabulary.noun(doc[at].text, "role") if at >= 0 else None
        if noun is None:
            return self._owned(doc, at)
        if doc[at].pos_ not in ("NOUN", "PROPN", "ADJ"):
            return Standing()
        organisation, begin = None, at
        while begin > 0 and first - begin < _MAX_REACH:
            body = self._body_ending(doc, begin)
            if body is not None and not self._is_portfolio(body, doc[begin]):
                organisation = self._names.get(body.key, body.name)
                break
            before = doc[begin - 1]
            if before.text in ("'s", "'") and self._is_common_genitive(doc, begin - 2):
                begin -= 2
                continue
            if (
                before.lower_ == "and"
                and begin > 1
                and doc[begin].text[:1].isupper()
                and doc[begin - 2].text[:1].isupper()
            ):
                begin -= 2
                continue
            if before.pos_ in _STOPS or before.is_punct or before.text in ("'s", "'") or before.is_space:
                organisation = self._through_bracket(doc, begin)
                break
            begin -= 1
        return Standing(_text(doc, begin, end), organisation, noun.gender, (noun.rule,))

    def _is_portfolio(self, body: Spot, role: Token) -> bool:
        """Is a capitalised word before a capitalised office part of it (*Education Secretary*)?"""
        plain = body.last - body.first == 1 and not body.words[0].isupper() and body.words not in self._vocabulary.known
        return plain and role.text[:1].isupper() and body.last == role.i

    def _is_common_genitive(self, doc: Doc, at: int) -> bool:
        """Is it the genitive of a role (*children's minister*), and not of whoever employs somebody?"""
        return at >= 0 and doc[at].pos_ == "NOUN" and (id(doc), at) not in self._bodies

    def _through_bracket(self, doc: Doc, at: int) -> str | None:
        """The organisation whose possessive or bracketed acronym ends just before a token."""
        before = at - 1
        body = self._bodies.get((id(doc), before - 1)) if doc[before].text in ("'s", "'", ")") else None
        return self._names.get(body.key, body.name) if body is not None else None

    def _body_ending(self, doc: Doc, at: int) -> Spot | None:
        """The organisation whose name ends just before a token (a genitive between them aside)."""
        before = at - 1
        if doc[before].text in ("'s", "'") and before > 0:
            own = self._bodies.get((id(doc), before))
            return own or self._bodies.get((id(doc), before - 1))
        return self._bodies.get((id(doc), before))

    def _owned(self, doc: Doc, at: int) -> Standing:
        """*The BBC's* Tara Finch; *the head of the Child Support Agency* Doug Smith."""
        if at < 1:
            return Standing()
        if doc[at].text in ("'s", "'"):
            body = self._bodies.get((id(doc), at - 1))
            return Standing(None, self._names.get(body.key, body.name)) if body is not None else Standing()
        body = self._bodies.get((id(doc), at))
        if body is None:
            return Standing()
        start = body.first
        while start > 0 and doc[start - 1].pos_ in ("DET", "ADJ"):
            start -= 1
        if start > 1 and doc[start - 1].lower_ in _AFFILIATING:
            noun = self._vocabulary.noun(doc[start - 2].text, "role")
            if noun is not None:
                begin = self._start_of_role(doc, start - 2)
                return Standing(
                    _text(doc, begin, start - 1), self._names.get(body.key, body.name), noun.gender, (noun.rule,)
                )
        return Standing()

    def _apposed_before(self, doc: Doc, comma: int) -> Standing:
        """*The chairman of the Joint Chiefs,* Gen. Dunford; *her lawyer,* David Kendall."""
        start = comma
        while start > 0 and comma - start < _MAX_REACH:
            token = doc[start - 1]
            if token.is_punct or token.pos_ in ("VERB", "AUX", "SCONJ") or (token.is_sent_start and start < comma):
                start -= bool(token.is_sent_start and not token.is_punct)
                break
            start -= 1
        opener = doc[start]
        if opener.pos_ not in ("DET", "PRON", "ADJ", "NOUN", "PROPN"):
            return Standing()
        standing = self._phrase(doc, start, comma)
        return standing if standing.role else Standing()

    def _start_of_role(self, doc: Doc, at: int) -> int:
        while at > 0 and doc[at - 1].pos_ in ("NOUN", "PROPN", "ADJ") and (id(doc), at - 1) not in self._bodies:
            at -= 1
        return at

    def _after(self, spot: Spot) -> Standing:
        """James Jamieson*, chair of the LGA,*; Keith Glazier *of the Network*; Tara Finch*, BBC correspondent,*."""
        doc, at = spot.doc, spot.last
        if at < len(doc) and doc[at].text == "(":
            while at < len(doc) and doc[at].text != ")" and at - spot.last < 8:
                at += 1
            at += 1
        if at + 1 >= len(doc):
            return Standing()
        if doc[at].text == "," and doc[at + 1].is_digit and at + 3 < len(doc):
            at += 2
        if doc[at].text == "," or (doc[at].text in _DASHES and doc[at].nbor(-1).whitespace_):
            end = self._end_of_apposition(doc, at + 1)
            closed = end >= len(doc) or doc[end].is_punct or doc[end].lower_ in ("who", "which", "and")
            return self._phrase(doc, at + 1, end) if closed else Standing()
        if doc[at].lower_ in _AFFILIATING:
            return self._phrase(doc, at, self._end_of_apposition(doc, at))
        return Standing()

    def _end_of_apposition(self, doc: Doc, start: int) -> int:
        end = start
        while end < len(doc) and end - start < _MAX_REACH:
            token = doc[end]
            if token.text in (",", ";", ":", ".", "(", '"') or (token.text in _DASHES and doc[end - 1].whitespace_):
                break
            if token.pos_ in ("VERB", "AUX") or token.lower_ in ("who", "which", "that"):
                break
            if token.lower_ == "and" and (id(doc), end) not in self._bodies:
                if (
                    end + 1 < len(doc)
                    and (id(doc), end - 1) not in self._bodies
                    and not doc[end - 1].is_punct
                    and doc[end + 1].text[:1].isupper()
                ):
                    end += 1
                    continue
                break
            if token.is_sent_start and end > start:
                break
            end += 1
        return end

    def _phrase(self, doc: Doc, start: int, end: int) -> Standing:
        """Role and organisation in a phrase such as *chair of the Commission* or *from the Institute*."""
        bodies = self._bodies_in(doc, start, end)
        if start < end and doc[start].lower_ in _AFFILIATING:
            near = bodies and bodies[0].first - start <= 3
            return Standing(None, self._full(bodies[0])) if near else Standing()
        if start < end and doc[start].lower_ in ("a", "an", "the", "its", "his", "her", "our", "their"):
            start += 1
        head = self._role_head(doc, start, end)
        if head is None:
            return Standing()
        noun = self._vocabulary.noun(doc[head].text, "role")
        assert noun is not None
        owner = [body for body in bodies if body.last <= head]
        after = [body for body in bodies if body.first > head]
        begin, stop = start, head + 1
        if owner:
            begin = owner[-1].last + (doc[owner[-1].last].text in ("'s", "'"))
        chosen = after[0] if after else (owner[-1] if owner else None)
        if stop < end and doc[stop].lower_ in ("of", "for"):
            reach = self._prepositional_end(doc, stop, end, chosen)
            stop = reach
        role = _text(doc, begin, stop)
        return Standing(role or None, self._full(chosen) if chosen else None, noun.gender, (noun.rule,))

    def _role_head(self, doc: Doc, start: int, end: int) -> int | None:
        """The token of the role noun: the last of those before the first preposition."""
        found = None
        for i in range(start, end):
            if doc[i].pos_ == "ADP" or doc[i].is_punct:
                break
            if doc[i].pos_ in ("NOUN", "PROPN", "ADJ") and (id(doc), i) not in self._bodies:
                found = i if self._vocabulary.noun(doc[i].text, "role") else found
        return found

    def _prepositional_end(self, doc: Doc, at: int, end: int, body: Spot | None) -> int:
        """Where *of ...* ends that belongs to the role: nothing of it where it names the organisation."""
        stop = at
        while stop < end:
            if body is not None and stop >= body.first:
                break
            stop += 1
        if body is None:
            return end
        while stop > at and doc[stop - 1].pos_ in ("DET", "ADP", "ADJ"):
            stop -= 1
        return stop

    def _bodies_in(self, doc: Doc, start: int, end: int) -> list[Spot]:
        found = {id(body): body for i in range(start, end) if (body := self._bodies.get((id(doc), i))) is not None}
        return list(found.values())

    def _full(self, body: Spot) -> str:
        return self._names.get(body.key, body.name)


def _text(doc: Doc, start: int, end: int) -> str:
    """The words of a role, without what only joins them to others."""
    while start < end and _is_loose(doc[start]):
        start += 1
    return " ".join(doc[start:end].text.split()) if start < end else ""


def _is_loose(token: Token) -> bool:
    return token.is_punct or token.pos_ in ("DET", "CCONJ", "ADP") or token.text in ("'s", "'")
