"""Reads a document from its first word to its last and notes everything that it mentions."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claimx.attribution import phrases
from claimx.attribution.context import Context
from claimx.attribution.coreference import FEMALE, MALE, Referent, Salience
from claimx.attribution.descriptions import Descriptions, type_of
from claimx.attribution.evidence import NameType, types_of
from claimx.attribution.names import People
from claimx.attribution.organisations import Bodies
from claimx.attribution.quoted import Quoted
from claimx.attribution.roles import RoleReader
from claimx.attribution.spots import Spot
from claimx.attribution.spotting import Spotter
from claimx.attribution.standing import BodyIndex, Standing
from claimx.attribution.vocabulary import Noun, Vocabulary
from claimx.model import Cleaned, Document, SpeakerType
from claimx.nlp import Annotation
from claimx.nlp.annotation import end_of, start_of
from claimx.rulebook.kinds.party import Gender

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

TokenKey = tuple[int, int]
"""A token: the id of its Doc and its index there."""

_SPEAKER_TYPES: Mapping[NameType, SpeakerType] = {
    "person": "person",
    "organisation": "organisation",
    "place": "organisation",
    "people": "group",
    "document": "document",
}
_SOURCES = frozenset({"nsubj", "nsubjpass", "pobj", "ROOT"})
"""Where a common noun may stand that says something."""
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


@dataclass(frozen=True, slots=True)
class Reading:
    """What a document mentions."""

    mentioned: Sequence[Referent]
    """Names and resolved descriptions in text order, places and pronouns aside."""
    named: Sequence[Referent]
    """The proper names alone."""
    at: Mapping[TokenKey, Referent]
    """What each token of a name, and each head of a description, refers to."""
    salience: Salience
    standings: Mapping[str, Sequence[Standing]]
    """Roles and organisations of each person, in text order."""
    organisations: Mapping[str, str]
    """Keys of organisations' names to full names."""
    surfaces: Mapping[int, str]
    """Start of a name to its own words."""
    sentences: Mapping[TokenKey, int]
    """Number of the sentence that a sentence's first token opens."""
    quoted: Quoted


class Reader:
    """Reads documents by the rules of one vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._spotter = Spotter(vocabulary)

    def read(self, document: Document, cleaned: Cleaned, annotation: Annotation) -> Reading:
        """Everything that the document mentions."""
        spots = self._spotter.spots(annotation, document.text)
        types = types_of(spots, annotation, self._vocabulary)
        people = People([spot for spot in spots if types[spot.start] == "person"], self._vocabulary)
        bodies = Bodies([spot for spot in spots if types[spot.start] == "organisation"], self._vocabulary)
        return _Walk(self._vocabulary, document, cleaned, annotation, spots, types, people, bodies).reading()


class _Walk:
    """One reading of one document."""

    def __init__(
        self,
        vocabulary: Vocabulary,
        document: Document,
        cleaned: Cleaned,
        annotation: Annotation,
        spots: Sequence[Spot],
        types: Mapping[int, NameType],
        people: People,
        bodies: Bodies,
    ) -> None:
        self._vocabulary = vocabulary
        self._text = document.text
        self._annotation = annotation
        self._spots = spots
        self._types = types
        self._people = people
        self._bodies = bodies
        self._quoted = Quoted(document.text, cleaned.content)
        self._salience = Salience()
        self._at: dict[TokenKey, Referent] = {}
        self._spot_at = {(id(spot.doc), i): spot for spot in spots for i in range(spot.first, spot.last)}
        self._sentences: dict[TokenKey, int] = {}
        self._standings = self._read_standings()
        self._learn_genders()

    def reading(self) -> Reading:
        """Walks through the text once."""
        self._number_sentences()
        named = {spot.start: referent for spot in self._spots if (referent := self._of_spot(spot)) is not None}
        roles = {name: [s.role for s in found if s.role] for name, found in self._standings.items()}
        self._descriptions = Descriptions(self._vocabulary, self._salience, named.values(), roles)
        mentioned = list(self._walk(named))
        return Reading(
            mentioned=[referent for referent in mentioned if not referent.place],
            named=list(named.values()),
            at=self._at,
            salience=self._salience,
            standings=self._standings,
            organisations=self._bodies.names,
            surfaces={spot.start: spot.name for spot in self._spots},
            sentences=self._sentences,
            quoted=self._quoted,
        )

    def _number_sentences(self) -> None:
        number = 0
        for doc in self._annotation.docs:
            for sentence in doc.sents:
                number += 1
                self._sentences[id(doc), sentence.start] = number

    def _learn_genders(self) -> None:
        """Gives people the gender of the pronouns that follow them in sentences that name nobody else."""
        alone: dict[TokenKey, dict[str, int]] = defaultdict(dict)
        for spot in self._spots:
            if self._types[spot.start] == "person":
                key = (id(spot.doc), spot.doc[spot.first].sent.start)
                alone[key].setdefault(self._people.of_spot[spot.start], spot.last)
        votes: defaultdict[str, Counter[Gender]] = defaultdict(Counter)
        for doc in self._annotation.docs:
            for token in doc:
                word = token.lower_
                if token.pos_ != "PRON" or not (word in MALE or word in FEMALE):
                    continue
                named = alone.get((id(doc), token.sent.start), {})
                for name, last in named.items() if len(named) == 1 else ():
                    if token.i >= last:
                        votes[name]["male" if word in MALE else "female"] += 1
        for name, counted in votes.items():
            (gender, times), *rest = counted.most_common(2)
            if not rest or times > rest[0][1]:
                self._people.add_gender(name, gender)

    def _read_standings(self) -> Mapping[str, Sequence[Standing]]:
        own = {at: spot for at, spot in self._spot_at.items() if self._types[spot.start] == "organisation"}
        reader = RoleReader(self._vocabulary, BodyIndex(own, self._bodies.names))
        found: defaultdict[str, list[Standing]] = defaultdict(list)
        self._rules: dict[int, tuple[str, ...]] = {}
        for spot in self._spots:
            if self._types[spot.start] != "person":
                continue
            standing = reader.read(spot)
            name = self._people.of_spot[spot.start]
            self._rules[spot.start] = standing.rules
            if standing.gender is not None:
                self._people.add_gender(name, standing.gender)
            if standing.role or standing.organisation:
                found[name].append(standing)
        return found

    def _walk(self, named: Mapping[int, Referent]) -> Iterator[Referent]:
        """Mentions in text order; each is put where later ones find it."""
        for doc in self._annotation.docs:
            skip = 0
            for token in doc:
                if token.i < skip:
                    continue
                spot = self._spot_at.get((id(doc), token.i))
                referent = named.get(spot.start) if spot is not None else None
                if spot is not None and referent is not None:
                    skip = spot.last
                    self._note(referent, doc, spot.first, spot.last)
                    yield referent
                elif token.pos_ in ("NOUN", "PROPN"):
                    referent = self._of_noun(token)
                    if referent is not None:
                        self._note(referent, doc, token.i, token.i + 1)
                        if referent.named or token.dep_ in _SOURCES:
                            yield referent
                elif token.pos_ == "PRON" and (token.lower_ in MALE or token.lower_ in FEMALE):
                    self._follow(token)

    def _note(self, referent: Referent, doc: Doc, first: int, last: int) -> None:
        for i in range(first, last):
            self._at[id(doc), i] = referent
        self._salience.add(referent)

    def _follow(self, token: Token) -> None:
        """Keeps whom a pronoun means in mind for the pronouns after it."""
        offset = start_of(token)
        quoted = offset in self._quoted
        found = self._salience.antecedent(token.lower_, offset, self._sentence(token), quoted, Context())
        if found is not None:
            self._salience.add(self._placed(replace(found, rules=()), token, offset, end_of(token)))

    def _sentence(self, token: Token) -> int:
        return self._sentences[id(token.doc), token.sent.start]

    def _placed(self, referent: Referent, head: Token, start: int, end: int) -> Referent:
        """The referent as it stands at a place of the text: its sentence and part there."""
        if head.dep_ == "appos":
            head = head.head
        subject = head.dep_ in _SUBJECTS or (head.dep_ == "pobj" and head.head.dep_ == "agent")
        return replace(
            referent,
            start=start,
            end=end,
            sentence=self._sentence(head),
            subject=subject,
            main=subject and head.head.dep_ == "ROOT",
            possessive=head.dep_ == "poss",
            relative=any(child.dep_ == "relcl" for child in head.rights),
            quoted=start in self._quoted,
        )

    def _of_spot(self, spot: Spot) -> Referent | None:
        kind = self._types[spot.start]
        if kind not in _SPEAKER_TYPES:
            return None
        head = spot.doc[spot.first : spot.last].root
        if kind == "people" and not phrases.is_plural(head):
            return None
        name, rules = spot.name, spot.rules
        gender: Gender | None = None
        nouns: tuple[str, ...] = ()
        if kind == "person":
            name = self._people.of_spot[spot.start]
            gender = self._people.genders.get(name)
            rules = tuple(dict.fromkeys((*rules, *self._rules.get(spot.start, ()))))
        elif kind == "organisation":
            name = self._bodies.names[spot.key]
            nouns = self._called(spot)
        base = Referent(
            start=spot.start,
            end=spot.end,
            name=name,
            type=_SPEAKER_TYPES[kind],
            sentence=0,
            plural=kind == "people",
            gender=gender,
            rules=rules,
            nouns=nouns,
            place=kind == "place",
        )
        return self._placed(base, head, spot.start, spot.end)

    def _called(self, spot: Spot) -> tuple[str, ...]:
        """The common nouns that stand by an organisation's name and say what it is (*the charity Oxfam*)."""
        doc, found = spot.doc, []
        if spot.first and (noun := self._vocabulary.noun(doc[spot.first - 1].text, "body")):
            found.append(doc[spot.first - 1].lower_)
        head = doc[spot.first : spot.last].root
        for child in head.rights:
            if (
                child.dep_ == "appos"
                and (noun := self._vocabulary.noun(child.text, "body")) is not None
                and noun.generic
            ):
                found.append(child.lower_)
        return tuple(found)

    def _of_noun(self, token: Token) -> Referent | None:
        """The referent of a common noun's phrase, where the noun can head a source."""
        if phrases.is_modifier(token):
            return None
        noun = self._descriptions.noun_of(token)
        if noun is None or self._names_somebody(token):
            return None
        return self._descriptions.read(token, noun, self._base(token, noun))

    def _names_somebody(self, token: Token) -> bool:
        """Is the noun only the role before or after a name?"""
        doc = id(token.doc)
        after = self._spot_at.get((doc, token.i + 1))
        partners = [child for child in token.rights if child.dep_ == "appos"]
        partners += [token.head] if token.dep_ == "appos" else []
        apposed = any((doc, partner.i) in self._spot_at for partner in partners)
        if apposed or after is None or after.first != token.i + 1:
            return apposed
        kind = self._types[after.start]
        return kind == "person" or (kind == "organisation" and self._vocabulary.noun(token.text, "body") is not None)

    def _base(self, token: Token, noun: Noun) -> Referent:
        doc = token.doc
        first, last = phrases.named(token)
        start, end = start_of(doc[first]), end_of(doc[last - 1])
        outer = start_of(doc[phrases.bounds(token)[0]])
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
            role=token.lower_ if noun.kind == "role" else None,
            organisation=self._body_inside(token, first, last) if noun.kind == "role" else None,
        )
        return self._placed(base, token, base.start, end)

    def _body_inside(self, head: Token, first: int, last: int) -> str | None:
        """The organisation that a phrase such as *a Labour spokesman* or *a spokesman for the Trust* names."""
        for i in (*range(head.i - 1, first - 1, -1), *range(head.i + 1, last)):
            spot = self._spot_at.get((id(head.doc), i))
            if spot is not None and self._types[spot.start] == "organisation":
                return self._bodies.names[spot.key]
        return None
