"""Reads a document from its first word to its last and notes everything that it mentions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from claimx.attribution.context import Context
from claimx.attribution.parties import phrases
from claimx.attribution.parties.coreference import FEMALE, MALE, Referent, Salience
from claimx.attribution.parties.descriptions import Descriptions
from claimx.attribution.parties.identities import Identities, TokenKey
from claimx.attribution.parties.lowercase import lower_words
from claimx.attribution.parties.nounphrases import NounPhrases
from claimx.attribution.parties.places import Places
from claimx.attribution.parties.reading import Reading
from claimx.attribution.parties.sentences import SentenceNumbers
from claimx.attribution.parties.spots import Spot
from claimx.attribution.parties.spotting import Spotter
from claimx.attribution.parties.standing import Standing
from claimx.attribution.parties.surroundings import NameType
from claimx.attribution.parties.vocabulary import Vocabulary
from claimx.attribution.quoted import Quoted
from claimx.model import Cleaned, Document, SpeakerType
from claimx.nlp import Annotation, Doc, Token
from claimx.nlp.annotation import end_of, start_of

_SPEAKER_TYPES: Mapping[NameType, SpeakerType] = {
    "person": "person",
    "organisation": "organisation",
    "place": "organisation",
    "people": "group",
    "document": "document",
}
_SOURCES = frozenset({"nsubj", "nsubjpass", "pobj", "ROOT"})
"""Where a common noun may stand that says something."""
_FOLLOWED = MALE | FEMALE | {"they"}
"""Pronouns whose referent stays in mind for those after it."""
_MAX_DATELINE = 8
"""Tokens."""
_DASHES = frozenset({"-", "--", "–", "—"})


class Reader:
    """Reads documents by the rules of one vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._spotter = Spotter(vocabulary)

    def read(self, document: Document, cleaned: Cleaned, annotation: Annotation) -> Reading:
        """Everything that the document mentions."""
        sentences = SentenceNumbers(annotation)
        lower = lower_words(annotation)
        spots = self._spotter.spots(annotation, document.text, lower)
        identities = Identities(spots, annotation, sentences, self._vocabulary, lower)
        return _Walk(self._vocabulary, document, cleaned, annotation, sentences, identities).reading()


class _Walk:
    """One reading of one document."""

    def __init__(
        self,
        vocabulary: Vocabulary,
        document: Document,
        cleaned: Cleaned,
        annotation: Annotation,
        sentences: SentenceNumbers,
        identities: Identities,
    ) -> None:
        self._vocabulary = vocabulary
        self._text = document.text
        self._annotation = annotation
        self._identities = identities
        self._quoted = Quoted(document.text, cleaned.content)
        self._salience = Salience()
        self._at: dict[TokenKey, Referent] = {}
        self._sentences = sentences
        self._places = Places(sentences, self._quoted)

    def reading(self) -> Reading:
        """Walks through the text once."""
        spots, standings = self._identities.spots, self._identities.standings
        named = {spot.start: referent for spot in spots if (referent := self._of_spot(spot)) is not None}
        roles = {
            name: [f"{s.organisation or ''} {s.role}".strip() for s in found if s.role]
            for name, found in standings.items()
        }
        descriptions = Descriptions(self._vocabulary, self._salience, named.values(), roles)
        nouns = NounPhrases(self._text, self._vocabulary, self._identities, descriptions, self._places)
        mentioned = list(self._walk(named, nouns))
        owned = {name: [self._owned(one) for one in found] for name, found in standings.items()}
        return Reading(
            mentioned=[referent for referent in mentioned if not referent.place],
            named=list(named.values()),
            at=self._at,
            salience=self._salience,
            standings=owned,
            organisations=self._identities.organisations,
            surfaces={spot.start: spot.name for spot in spots},
            sentences=self._sentences,
            quoted=self._quoted,
        )

    def _owned(self, standing: Standing) -> Standing:
        """A standing with the name of the body whose role it is, where the text said *the charity's*."""
        owner = self._at.get((id(standing.owner.doc), standing.owner.i)) if standing.owner is not None else None
        if standing.organisation or owner is None or owner.type != "organisation" or owner.name[:1].islower():
            return standing
        return replace(standing, organisation=owner.name)

    def _walk(self, named: Mapping[int, Referent], nouns: NounPhrases) -> Iterator[Referent]:
        """Mentions in text order; each is put where later ones find it."""
        for doc in self._annotation.docs:
            skip = 0
            for token in doc:
                if token.i < skip:
                    continue
                spot = self._identities.spot_at.get((id(doc), token.i))
                referent = named.get(spot.start) if spot is not None else None
                if spot is not None and referent is not None:
                    skip = spot.last
                    self._note(referent, doc, spot.first, spot.last, in_mind=not _in_dateline(spot))
                    yield referent
                elif token.pos_ in ("NOUN", "PROPN"):
                    referent = nouns.referent(token)
                    if referent is not None:
                        self._note(referent, doc, token.i, token.i + 1)
                        if referent.named or token.dep_ in _SOURCES:
                            yield referent
                elif token.pos_ == "PRON" and token.lower_ in _FOLLOWED:
                    self._follow(token)

    def _note(self, referent: Referent, doc: Doc, first: int, last: int, *, in_mind: bool = True) -> None:
        for i in range(first, last):
            self._at[id(doc), i] = referent
        if in_mind:
            self._salience.add(referent)

    def _follow(self, token: Token) -> None:
        """Keeps whom a pronoun means in mind for the pronouns after it."""
        offset = start_of(token)
        quoted = offset in self._quoted
        found = self._salience.antecedent(token.lower_, offset, self._sentences.of(token), quoted, Context())
        if found is not None:
            self._salience.add(self._places.put(replace(found, rules=()), token, offset, end_of(token)))

    def _of_spot(self, spot: Spot) -> Referent | None:
        """The referent of a name; None where it names nothing that could speak."""
        kind = self._identities.type_of(spot)
        head = spot.doc[spot.first : spot.last].root
        if kind not in _SPEAKER_TYPES or (kind == "people" and not phrases.is_plural(head)):
            return None
        base = Referent(
            start=spot.start,
            end=spot.end,
            name=self._identities.name_of(spot),
            type=_SPEAKER_TYPES[kind],
            sentence=0,
            plural=kind == "people",
            gender=self._identities.gender_of(spot) if kind == "person" else None,
            rules=tuple(dict.fromkeys((*spot.rules, *self._identities.role_rules(spot)))),
            nouns=self._called(spot) if kind == "organisation" else (),
            place=kind == "place",
        )
        return self._places.put(base, head, spot.start, spot.end)

    def _called(self, spot: Spot) -> tuple[str, ...]:
        """The common nouns that stand by an organisation's name and say what it is (*the charity Oxfam*)."""
        doc = spot.doc
        beside = [doc[spot.first - 1]] if spot.first else []
        beside += [child for child in doc[spot.first : spot.last].root.rights if child.dep_ == "appos"]
        return tuple(token.lower_ for token in beside if self._vocabulary.noun(token.text, "body") is not None)


def _in_dateline(spot: Spot) -> bool:
    """Is it the place or the agency before a block's first sentence (*PARIS (AFP) — The maker …*), which no later
    pronoun means?"""
    doc = spot.doc
    if spot.first >= _MAX_DATELINE or not doc[0].text.isupper():
        return False
    dash = next((one.i for one in doc[spot.last : _MAX_DATELINE] if one.text in _DASHES), len(doc))
    return dash + 1 < len(doc) and doc[dash + 1].text[:1].isupper()
