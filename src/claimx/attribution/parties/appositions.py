"""Roles beside a name: James Reid*, chair of the LGA,*; Keith Marsh *of the Network*; *her lawyer,* David Kendall."""

from __future__ import annotations

from claimx.attribution.parties.forms import after_letters
from claimx.attribution.parties.spots import Spot
from claimx.attribution.parties.standing import GENITIVE, BodyIndex, Standing, owner_before, role_text
from claimx.attribution.parties.vocabulary import Vocabulary
from claimx.nlp import Doc, Token

_AFFILIATING = frozenset({"of", "from", "at", "for", "with"})
_DETERMINERS = frozenset({"a", "an", "the", "its", "his", "her", "our", "their", "my"})
_DASHES = frozenset({"-", "–", "—"})
_ENDS = frozenset({",", ";", ":", ".", "(", ")", '"'})
_RELATIVE = frozenset({"who", "which", "that", "whose"})
_MAX_REACH = 14
"""Tokens; an apposition that has not ended by then is none."""
_NEAR = 3
"""Tokens between *of* and the organisation that it introduces."""


class AppositionReader:
    """Reads the appositions and short phrases beside people's names."""

    def __init__(self, vocabulary: Vocabulary, bodies: BodyIndex) -> None:
        self._vocabulary = vocabulary
        self._bodies = bodies

    def after(self, spot: Spot) -> Standing:
        """The standing that the words after a name give the person."""
        doc = spot.doc
        at = _past_bracket(doc, after_letters(doc, spot.last, self._vocabulary))
        if at + 1 >= len(doc):
            return Standing()
        if doc[at].text == "," and doc[at + 1].is_digit and at + 3 < len(doc):
            at += 2
        if doc[at].text == "," or _is_dash(doc, at):
            end = self._end(doc, at + 1)
            closed = end >= len(doc) or doc[end].is_punct or doc[end].lower_ in _RELATIVE or doc[end].lower_ == "and"
            closed = closed or (_is_reported(spot) and self._opens_clause(doc, end))
            return self.phrase(doc, at + 1, end) if closed else Standing()
        if doc[at].lower_ in _AFFILIATING:
            return self.phrase(doc, at, self._end(doc, at))
        if doc[at].lemma_ == "be" and doc[spot.last - 1].dep_ == "nsubj":
            found = self.phrase(doc, at + 1, self._end(doc, at + 1))
            return found if found.role else Standing()
        return Standing()

    def before(self, doc: Doc, first: int) -> Standing:
        """The standing that an apposition before a name gives; `first` is the name's first token."""
        comma = first - 1
        if comma < 1 or doc[comma].text != ",":
            return Standing()
        start = comma
        while start > 0 and comma - start < _MAX_REACH and not _ends_before(doc[start - 1]):
            start -= 1
            if doc[start].is_sent_start:
                break
        found = self.phrase(doc, start, comma)
        return found if found.role and doc[comma - 1].pos_ in ("NOUN", "PROPN") else Standing()

    def phrase(self, doc: Doc, start: int, end: int) -> Standing:
        """Role and organisation in a phrase such as *chair of the Commission* or *from the Institute*."""
        bodies = self._bodies.within(doc, start, end)
        if start < end and doc[start].lower_ in _AFFILIATING:
            near = bodies and bodies[0].first - start <= _NEAR
            return Standing(None, self._bodies.full_name(bodies[0])) if near else Standing()
        if start < end and doc[start].lower_ in _DETERMINERS:
            start += 1
        head = self._head(doc, start, end)
        noun = self._vocabulary.noun(doc[head].text, "role") if head is not None else None
        if head is None or noun is None:
            return Standing()
        owner = next((body for body in reversed(bodies) if body.last <= head), None)
        within = next((body for body in bodies if body.first > head), None)
        chosen = within or owner
        begin = start if owner is None else owner.last + (doc[owner.last].text in GENITIVE)
        stop = head + 1
        if stop < end and doc[stop].lower_ in ("of", "for"):
            stop = _end_of_complement(doc, stop, end, within)
        organisation = self._bodies.full_name(chosen) if chosen is not None else None
        common = owner_before(doc, start, head, self._vocabulary) if chosen is None else None
        begin = common.i + 2 if common is not None else begin
        return Standing(role_text(doc, begin, stop), organisation, noun.gender, (noun.rule,), common)

    def _head(self, doc: Doc, start: int, end: int) -> int | None:
        """The role noun: the last one before the first preposition; words of organisations' names are none."""
        found = None
        for token in doc[start:end]:
            if self._bodies.at(doc, token.i) is not None:
                continue
            if token.pos_ == "ADP" or (token.is_punct and token.text not in ("-", "'")):
                break
            if token.pos_ in ("NOUN", "PROPN", "ADJ") and self._vocabulary.noun(token.text, "role"):
                found = token.i
        return found

    def _end(self, doc: Doc, start: int) -> int:
        """Where the apposition that begins at a token ends."""
        end = start
        while end < len(doc) and end - start < _MAX_REACH:
            token = doc[end]
            inside = self._bodies.at(doc, end) is not None
            if end > start and (token.is_sent_start or _is_dash(doc, end) or self._opens_clause(doc, end)):
                break
            if not inside and (token.text in _ENDS or token.pos_ in ("VERB", "AUX") or token.lower_ in _RELATIVE):
                break
            if not inside and token.lower_ in ("and", "&") and not self._joins(doc, end):
                break
            end += 1
        return end

    def _opens_clause(self, doc: Doc, at: int) -> bool:
        """Does a name begin here that is the subject of the verb after it, without a stop before: a headline that runs
        into the text?"""
        body = self._bodies.at(doc, at)
        if body is None or body.first != at or body.last >= len(doc) or doc[body.last].pos_ not in ("AUX", "VERB"):
            return False
        return at > 0 and doc[at - 1].pos_ in ("NOUN", "PROPN") and doc[at - 1].text not in GENITIVE

    def _joins(self, doc: Doc, conjunction: int) -> bool:
        """Does an *and* stand inside a title (*Head of Policy and Research*), and not between two roles?"""
        if conjunction + 1 >= len(doc) or self._bodies.at(doc, conjunction - 1) is not None:
            return False
        return doc[conjunction - 1].text[:1].isupper() and doc[conjunction + 1].text[:1].isupper()


def _is_reported(spot: Spot) -> bool:
    """Does a verb stand right before the name (*writes Ann Lowe*)?"""
    return spot.first > 0 and spot.doc[spot.first - 1].pos_ == "VERB"


def _past_bracket(doc: Doc, at: int) -> int:
    """The token after a short bracket (*(R-Iowa)*), where one begins."""
    if at < len(doc) and doc[at].text == "(":
        for end in range(at + 1, min(at + 8, len(doc))):
            if doc[end].text == ")":
                return end + 1
    return at


def _is_dash(doc: Doc, at: int) -> bool:
    return doc[at].text in _DASHES and at > 0 and bool(doc[at - 1].whitespace_)


def _ends_before(token: Token) -> bool:
    """Can an apposition not reach back over the token?"""
    return (token.is_punct and token.text not in ("-", "'", "(", ")")) or token.pos_ in (
        "VERB",
        "AUX",
        "SCONJ",
        "SPACE",
    )


def _end_of_complement(doc: Doc, at: int, end: int, body: Spot | None) -> int:
    """Where *of ...* ends that belongs to the role: none of it where it only names the organisation."""
    if body is None:
        return end
    stop = body.first
    while stop > at and doc[stop - 1].pos_ in ("DET", "ADP", "ADJ"):
        stop -= 1
    return max(stop, at)
