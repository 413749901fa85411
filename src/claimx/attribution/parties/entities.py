"""The entity recogniser's names, mended: trimmed to the name, split where it joined several, completed where it cut."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from claimx.attribution.parties.forms import before_letters
from claimx.attribution.parties.spots import JOINTS, PARTICLES, SUFFIXES, is_capital
from claimx.attribution.parties.vocabulary import Vocabulary
from claimx.nlp import Doc, Span

_LABELS = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "people",
    "WORK_OF_ART": "work",
    "LAW": "work",
    "PRODUCT": "other",
    "EVENT": "other",
}
_BREAKS = frozenset({"(", "-", "–", "—", ";", "/"})
_ARTICLES = frozenset({"the", "a", "an"})
_MAX_TOKENS = 25
"""A longer entity is a run of capitals, no name."""


class EntityMender:
    """Mends the entities of documents."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary

    def names(self, doc: Doc) -> Iterator[tuple[int, int, str]]:
        """First and last token (exclusive) of each name, with what the recogniser takes it for."""
        for entity in doc.ents:
            label = _LABELS.get(entity.label_)
            if label is None or len(entity) > _MAX_TOKENS or _is_post_nominal(entity):
                continue
            for first, last in pairwise((entity.start, *_seams(entity), entity.end)):
                kind = "person" if self._has_letters(doc, first, last) else label
                start, end = self._mended(doc, first, last, kind)
                if start < end and any(char.isalpha() for char in doc[start].text):
                    yield start, end, kind

    def _has_letters(self, doc: Doc, first: int, last: int) -> bool:
        """Does a name begin with a first name and end with letters that only people have after theirs?"""
        return (
            last - first > 2
            and self._vocabulary.post_nominal(doc[last - 1].text) is not None
            and (doc[first].text in self._vocabulary.given)
        )

    def _mended(self, doc: Doc, first: int, last: int, label: str) -> tuple[int, int]:
        while first < last and (not is_capital(doc[first]) or doc[first].lower_ in _ARTICLES):
            first += 1
        if label == "person":
            return self._person(doc, first, last)
        while last > first and not is_capital(doc[last - 1]):
            if label == "organisation" and doc[last - 1].is_digit and last - first > 1:
                break
            last -= 1
        if label == "organisation":
            last = self._with_last_item(doc, first, last)
        own = label in ("organisation", "work") and first < last < len(doc) and _is_own_genitive(doc, last)
        return first, last + own

    def _person(self, doc: Doc, first: int, last: int) -> tuple[int, int]:
        """A person's name without the roles before it and with the particles and first name that were cut off."""
        first = self._after_roles(doc, first, last)
        if last > first and doc[last - 1].lower_ in PARTICLES and last < len(doc):
            last += doc[last].pos_ == "PROPN"
        while last > first and not (is_capital(doc[last - 1]) or doc[last - 1].text in SUFFIXES):
            last -= 1
        last = max(first + 1, before_letters(doc, last - 1, self._vocabulary)) if last - first > 1 else last
        return (self._with_given_name(doc, first), last) if first < last else (first, last)

    def _after_roles(self, doc: Doc, first: int, last: int) -> int:
        while last - first > 1 and doc[first].text not in self._vocabulary.given:
            word = doc[first].text
            if self._vocabulary.title(word) is None and self._vocabulary.noun(word, "role") is None:
                break
            first += 1
        return first

    def _with_given_name(self, doc: Doc, first: int) -> int:
        at = first
        while at > 0 and doc[at - 1].lower_ in PARTICLES:
            at -= 1
        if at < first:
            return at - 1 if at > 0 and doc[at - 1].pos_ == "PROPN" else first
        while first > 0 and doc[first - 1].text in self._vocabulary.given and not doc[first - 1].ent_type_:
            first -= 1
        return first

    def _with_last_item(self, doc: Doc, first: int, last: int) -> int:
        """The end of a name such as *Department for Rivers, Roads and Rail*, whose last item is often cut off."""
        opener = last - first > 2 and doc[first].text in self._vocabulary.organisation_words
        if opener and last + 1 < len(doc) and doc[last].lower_ == "and" and doc[last + 1].text[:1].isupper():
            return last + 2 if not doc[last + 1].ent_type_ and doc[last + 1].pos_ in ("PROPN", "NOUN") else last
        return last


def _is_post_nominal(entity: Span) -> bool:
    """Is it letters after a person's name (*Jane Doe KC*)?"""
    return len(entity) == 1 and entity[0].is_upper and entity.start > 0 and entity[0].nbor(-1).ent_type_ == "PERSON"


def _is_own_genitive(doc: Doc, at: int) -> bool:
    """Is the *'s* at a name's end part of it (*Barnardo's, Crisis and Shelter*) because nothing is owned?"""
    if doc[at].text not in ("'s", "'S"):
        return False
    if at + 1 >= len(doc) or doc[at + 1].is_punct or doc[at + 1].pos_ in ("CCONJ", "ADP", "SCONJ"):
        return True
    return doc[at + 1].pos_ in ("VERB", "AUX") and doc[at - 1].dep_ != "poss"


def _seams(entity: Span) -> list[int]:
    """Token indexes inside an entity at which a new name begins."""
    return [i for i in range(entity.start + 1, entity.end - 1) if _is_seam(entity, i)]


def _is_seam(entity: Span, at: int) -> bool:
    doc: Doc = entity.doc
    token, before = doc[at], doc[at - 1]
    if token.text in _BREAKS:
        return token.text == "(" or bool(before.whitespace_)
    if token.lower_ == "the":
        return before.lower_ not in JOINTS
    if token.text == ",":
        opened = any(doc[i].lower_ in ("of", "for") for i in range(entity.start, at))
        return not opened and doc[at + 1].text not in SUFFIXES
    if token.lower_ == "and":
        return _closes_list(doc, entity.start, at, entity.end)
    return entity.label_ == "PERSON" and before.text == "'s"


def _closes_list(doc: Doc, start: int, conjunction: int, end: int) -> bool:
    """Does the *and* inside an entity end a list of names that began before it (*A, B, C and D*)?"""
    if doc[conjunction + 1].lower_ == "the":
        return True
    at = start - 1
    while at > 0 and doc[at].lower_ in _ARTICLES:
        at -= 1
    listed = at > 0 and doc[at].text == "," and bool(doc[at - 1].ent_type_ or doc[at - 1].text == "'s")
    return listed and (end >= len(doc) or doc[end].lower_ not in ("and", ","))
