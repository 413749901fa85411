"""Finds proper names: what the entity recogniser marks, trimmed and split, and what titles, known names and the
words of the text itself show beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from claimx.attribution.vocabulary import Vocabulary
from claimx.nlp import Annotation
from claimx.nlp.annotation import end_of, start_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from claimx.rulebook.kinds.party import Title

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
_CONNECTORS = frozenset(
    {"of", "for", "and", "the", "on", "&", "'s", "'", "in", "at", "to", "de", "von", "van", "del", "la"}
)
_PREPOSITIONS = frozenset({"of", "for", "on", "and", "&", "in", "at", "to", "against", "with"})
_BREAKS = frozenset({"(", "-", "–", "—", ";", "/"})
_PARTICLES = frozenset(
    {"von", "van", "der", "den", "de", "di", "da", "del", "della", "al", "el", "bin", "ibn", "la", "le", "ten"}
)
_SUFFIXES = frozenset({"Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"})
_MAX_RUN = 10
"""Tokens; longer runs of capitals are headlines, not names."""


@dataclass(frozen=True, slots=True)
class Spot:
    """One proper name where it stands: tokens `first` up to `last` of its Doc (titles aside), offsets into the document
    (with the title)."""

    doc: Doc
    first: int
    last: int
    start: int
    end: int
    name: str
    """As the document writes it, without the title."""
    label: str
    title: Title | None = None
    rules: tuple[str, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """Its words without the title."""
        return tuple(token.text for token in self.doc[self.first : self.last])

    @property
    def key(self) -> str:
        """Its words in lower case, to compare by."""
        return " ".join(self.words).casefold()

    @property
    def opens_sentence(self) -> bool:
        """True where any word would have a capital."""
        return bool(self.doc[self.first].is_sent_start)


class Spotter:
    """Finds the proper names of documents."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary

    def spots(self, annotation: Annotation, text: str) -> list[Spot]:
        """All names in text order, without overlaps; a later pass finds again what one place taught."""
        found = [spot for doc in annotation.docs for spot in self._in_doc(doc, text)]
        return sorted([*found, *self._again(annotation, found, text)], key=lambda spot: spot.start)

    def _in_doc(self, doc: Doc, text: str) -> Iterator[Spot]:
        taken = bytearray(len(doc))
        for first, last, label, rules in self._candidates(doc):
            if any(taken[first:last]) or (last - first == 1 and self._vocabulary.title(doc[first].text)):
                continue
            taken[first:last] = b"\1" * (last - first)
            yield self._spot(text, doc, first, last, label, rules)

    def _candidates(self, doc: Doc) -> Iterator[tuple[int, int, str, tuple[str, ...]]]:
        """Token ranges that may be names, the surest first."""
        entities = [piece for entity in doc.ents if entity.label_ in _LABELS for piece in self._pieces(entity)]
        longest = {i: last - first for first, last, _ in entities for i in range(first, last)}
        for first, last, rule in self._known(doc):
            if longest.get(first, 0) <= last - first:
                yield first, last, "organisation", (rule,)
        for first, last, rule in self._titled(doc):
            yield first, last, "person", (rule,)
        for first, last, label in entities:
            yield first, last, label, ()
        yield from self._headed(doc)
        for token in doc:
            if _is_acronym(token):
                yield token.i, token.i + 1, "acronym", ()
            elif _is_listed_with_body(token):
                yield token.i, token.i + 1, "organisation", ()

    def _pieces(self, entity: Span) -> Iterator[tuple[int, int, str]]:
        """An entity without what does not belong to it; several where it joins the items of a list."""
        doc: Doc = entity.doc
        label = _LABELS[entity.label_]
        bounds = [entity.start, *_seams(entity), entity.end]
        for first, last in pairwise(bounds):
            first, last = self._trimmed(doc, first, last, label)
            if first < last and any(char.isalpha() for char in doc[first].text):
                yield first, last, label

    def _trimmed(self, doc: Doc, first: int, last: int, label: str) -> tuple[int, int]:
        while first < last and not _is_capital(doc[first]):
            first += 1
        while first < last and (doc[first].lower_ in {"the", "a", "an"} or doc[first].is_punct):
            first += 1
        if label == "person":
            first = self._after_roles(doc, first, last)
            first = self._with_given_name(doc, first)
        if label == "person" and last > first and doc[last - 1].lower_ in _PARTICLES and last < len(doc):
            last += doc[last].pos_ == "PROPN"
        while last > first and not (_is_capital(doc[last - 1]) or doc[last - 1].text in _SUFFIXES):
            if label == "organisation" and doc[last - 1].is_digit and last - first > 1:
                break
            last -= 1
        if label == "organisation":
            last = self._with_last_item(doc, first, last)
        if label in ("organisation", "work") and last < len(doc) and _is_own_genitive(doc, last):
            last += 1
        return first, last

    def _with_given_name(self, doc: Doc, first: int) -> int:
        """Where a person's name begins that was cut at a particle or after the first name."""
        at = first
        while at > 0 and doc[at - 1].lower_ in _PARTICLES:
            at -= 1
        if at < first:
            return at - 1 if at > 0 and doc[at - 1].pos_ == "PROPN" else first
        while first > 0 and doc[first - 1].text in self._vocabulary.given and not doc[first - 1].ent_type_:
            first -= 1
        return first

    def _with_last_item(self, doc: Doc, first: int, last: int) -> int:
        """The end of a name such as *Department for Culture, Media and Sport*, whose last item is often cut off."""
        opener = last - first > 2 and doc[first].text in self._vocabulary.organisation_words
        if opener and last + 1 < len(doc) and doc[last].lower_ == "and" and doc[last + 1].text[:1].isupper():
            return last + 2 if not doc[last + 1].ent_type_ and doc[last + 1].pos_ in ("PROPN", "NOUN") else last
        return last

    def _after_roles(self, doc: Doc, first: int, last: int) -> int:
        """Where the name begins after titles and roles that stand before it."""
        while (
            last - first > 1
            and (self._vocabulary.title(doc[first].text) or self._vocabulary.noun(doc[first].text, "role"))
            and doc[first].text not in self._vocabulary.given
        ):
            first += 1
        return first

    def _known(self, doc: Doc) -> Iterator[tuple[int, int, str]]:
        for token in doc:
            for words in self._vocabulary.known_by_first.get(token.text, ()):
                last = token.i + len(words)
                if last <= len(doc) and all(doc[token.i + n].text == word for n, word in enumerate(words)):
                    if len(words) > 1 or self._stands_alone(token):
                        yield token.i, last, self._vocabulary.known[words][1]
                    break

    def _stands_alone(self, token: Token) -> bool:
        """Is a one-word name not merely a word of a longer one, or a common word that opens a sentence?"""
        doc = token.doc
        around = [doc[i] for i in (token.i - 1, token.i + 1) if 0 <= i < len(doc)]
        if any(_is_capital(other) and other.pos_ == "PROPN" and not self._is_role(other) for other in around):
            return token.is_upper
        if token.pos_ == "PROPN" or token.is_upper or token.ent_type_ in ("ORG", "NORP"):
            return True
        return token.i + 1 < len(doc) and self._vocabulary.noun(doc[token.i + 1].text, "role") is not None

    def _is_role(self, token: Token) -> bool:
        return self._vocabulary.noun(token.text, "role") is not None or token.ent_type_ == "PERSON"

    def _titled(self, doc: Doc) -> Iterator[tuple[int, int, str]]:
        """Capitalised words after a title."""
        for token in doc:
            title = self._vocabulary.title(token.text)
            if title is None or token.i + 1 >= len(doc):
                continue
            first = token.i + 1 + (doc[token.i + 1].text == "." and title is not None)
            last = first
            while last < len(doc) and last - first < 4 and _is_name_word(doc[last]):
                last += 1
            while first < last and (self._vocabulary.title(doc[first].text) is not None):
                first += 1
            if title.style in ("rank", "office") and not _starts_person(doc, first, last):
                continue
            if first < last and doc[last - 1].text not in self._vocabulary.organisation_words:
                yield first, last, title.id

    def _headed(self, doc: Doc) -> Iterator[tuple[int, int, str, tuple[str, ...]]]:
        """Runs of capitals that end in an organisation word, or begin with a first name as a person's name does."""
        index = 0
        while index < len(doc):
            last = _run(doc, index)
            if 1 < last - index <= _MAX_RUN:
                yield from self._in_run(doc, index + (doc[index].lower_ == "the"), last)
            index = max(last, index + 1)

    def _in_run(self, doc: Doc, first: int, last: int) -> Iterator[tuple[int, int, str, tuple[str, ...]]]:
        """The names that a run of capitals may be, longest first."""
        rule = self._vocabulary.organisation_words.get(doc[last - 1].text)
        given = self._vocabulary.given.get(doc[first].text)
        if rule:
            joints = [i + 1 for i in range(first, last - 1) if doc[i].lower_ in _PREPOSITIONS or doc[i].lower_ == "the"]
            for start in (first, *joints):
                if last - start > 1 and self._vocabulary.noun(doc[start].text, "role") is None:
                    yield start, last, "organisation", (rule,)
        elif given and last - first == 2 and all(token.pos_ == "PROPN" for token in doc[first:last]):
            yield first, last, "person", (given.id,)

    def _spot(self, text: str, doc: Doc, first: int, last: int, label: str, rules: tuple[str, ...] = ()) -> Spot:
        """The spot of a token range, with the title that stands before it."""
        title, start = self._title_before(doc, first)
        if title is not None:
            rules = tuple(dict.fromkeys((*rules, title.id)))
        word = doc[last - 1].text
        if label == "organisation" and word in self._vocabulary.organisation_words:
            rules = tuple(dict.fromkeys((*rules, self._vocabulary.organisation_words[word])))
        if label == "person" and doc[first].text in self._vocabulary.given:
            rules = tuple(dict.fromkeys((*rules, self._vocabulary.given[doc[first].text].id)))
        end = end_of(doc[last - 1])
        name = " ".join(text[start_of(doc[first]) : end].split())
        if title is not None and title.style in ("rank", "office"):
            start = first
        return Spot(doc, first, last, start_of(doc[start]), end, name, label, title, rules)

    def _title_before(self, doc: Doc, first: int) -> tuple[Title | None, int]:
        """The title next before a name and the token it starts at."""
        title, start = None, first
        while start > 0:
            at = start - 1 - (doc[start - 1].text == "." and start > 1)
            here = self._vocabulary.title(doc[at].text)
            if here is None or not _is_capital(doc[at]):
                break
            if title is None or title.style in ("rank", "office"):
                title = here
            start = at
        return title, start

    def _again(self, annotation: Annotation, found: Sequence[Spot], text: str) -> Iterator[Spot]:
        """Names of two or more words that the recogniser saw in one place, wherever else they stand."""
        names: dict[str, dict[tuple[str, ...], str]] = {}
        for spot in found:
            if spot.last - spot.first > 1:
                names.setdefault(spot.words[0], {}).setdefault(spot.words, spot.label)
        single = {
            spot.words[-1]: spot.label
            for spot in found
            if (spot.label == "person" and spot.last - spot.first > 1) or spot.label == "acronym"
        }
        taken = {(id(spot.doc), i) for spot in found for i in range(spot.first, spot.last)}
        for doc in annotation.docs:
            for token in doc:
                if not _is_capital(token) or (id(doc), token.i) in taken:
                    continue
                for words, label in names.get(token.text, {}).items():
                    last = token.i + len(words)
                    if tuple(other.text for other in doc[token.i : last]) == words and not any(
                        (id(doc), i) in taken for i in range(token.i, last)
                    ):
                        taken.update((id(doc), i) for i in range(token.i, last))
                        yield self._spot(text, doc, token.i, last, label)
                        break
                else:
                    if token.text in single and not _is_part_of_run(token):
                        taken.add((id(doc), token.i))
                        yield self._spot(text, doc, token.i, token.i + 1, single[token.text])


def _is_capital(token: Token) -> bool:
    return bool(token.text[:1].isupper()) or (token.text[:1].isdigit() and token.pos_ == "PROPN")


def _is_name_word(token: Token) -> bool:
    return token.text[:1].isupper() and token.pos_ in ("PROPN", "NOUN", "ADJ") and not token.is_stop


def _starts_person(doc: Doc, first: int, last: int) -> bool:
    """Does the recogniser, too, hold what follows an office or rank for a person?"""
    return first < last and doc[first].ent_type_ == "PERSON"


def _is_acronym(token: Token) -> bool:
    """Capitals alone, in a sentence that is not all capitals."""
    text = token.text.rstrip("s")
    if not (2 <= len(text) <= 7 and text.isalpha() and text.isupper()):
        return False
    return not (token.nbor(-1).is_upper if token.i > 0 else token.i + 1 < len(token.doc) and token.nbor(1).is_upper)


def _is_listed_with_body(token: Token) -> bool:
    """Is an unmarked proper noun coordinated with an organisation that the recogniser marks?"""
    if token.pos_ != "PROPN" or token.ent_type_ or not _is_capital(token) or _is_part_of_run(token):
        return False
    return any(other.ent_type_ == "ORG" and other.dep_ in ("conj", token.dep_) for other in (*token.conjuncts,))


def _is_own_genitive(doc: Doc, at: int) -> bool:
    """Is the *'s* at a name's end part of it (*Barnardo's, Crisis and Shelter*) because nothing is owned?"""
    if doc[at].text not in ("'s", "'S"):
        return False
    if at + 1 >= len(doc) or doc[at + 1].is_punct or doc[at + 1].pos_ in ("CCONJ", "ADP", "SCONJ"):
        return True
    return doc[at + 1].pos_ in ("VERB", "AUX") and doc[at - 1].dep_ != "poss"


def _seams(entity: Span) -> list[int]:
    """Token indexes inside an entity at which a new name begins."""
    doc: Doc = entity.doc
    start, end = entity.start, entity.end
    return [i for i in range(start + 1, end - 1) if _is_seam(doc, start, i, end, entity.label_)]


def _is_seam(doc: Doc, start: int, at: int, end: int, label: str) -> bool:
    token, before = doc[at], doc[at - 1]
    if token.text in _BREAKS:
        return token.text == "(" or bool(before.whitespace_)
    if token.lower_ == "the":
        return before.lower_ not in _PREPOSITIONS
    if token.text == ",":
        return not any(doc[i].lower_ in ("of", "for") for i in range(start, at)) and doc[at + 1].text not in _SUFFIXES
    if token.lower_ == "and":
        return _closes_list(doc, start, at, end)
    return label == "PERSON" and before.text == "'s"


def _closes_list(doc: Doc, start: int, conjunction: int, end: int) -> bool:
    """Does the *and* inside an entity end a list of names that began before it (*A, B, C and D*)?"""
    if conjunction + 1 >= end:
        return False
    if doc[conjunction + 1].lower_ == "the":
        return True
    at = start - 1
    while at >= 0 and doc[at].lower_ in ("the", "a"):
        at -= 1
    return (
        at > 0
        and doc[at].text == ","
        and bool(doc[at - 1].ent_type_ or doc[at - 1].text == "'s")
        and (end >= len(doc) or doc[end].lower_ not in ("and", ","))
    )


def _run(doc: Doc, first: int) -> int:
    """End of the run of capitalised words, joined by small ones, that begins at a token; `first` where none does."""
    if not (_is_capital(doc[first]) and doc[first].text[0].isalpha()):
        return first
    last, at = first + 1, first + 1
    while at < len(doc):
        if _is_capital(doc[at]) and doc[at].text[0].isalpha():
            last = at + 1
        elif doc[at].text not in _CONNECTORS or at - last >= 2:
            break
        at += 1
    return last


def _is_part_of_run(token: Token) -> bool:
    """Does another capitalised name word stand next to it?"""
    doc = token.doc
    return any(
        0 <= i < len(doc) and doc[i].text[:1].isupper() and doc[i].pos_ == "PROPN" and not doc[i].is_sent_start
        for i in (token.i - 1, token.i + 1)
    )
