"""Reads a document from its first word to its last and notes everything that it mentions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from claimx.attribution.context import Context
from claimx.attribution.parties import phrases
from claimx.attribution.parties.coreference import FEMALE, MALE, Referent, Salience
from claimx.attribution.parties.descriptions import Descriptions, type_of
from claimx.attribution.parties.identities import Identities, TokenKey
from claimx.attribution.parties.lowercase import lower_words
from claimx.attribution.parties.reading import Reading
from claimx.attribution.parties.sentences import SentenceNumbers
from claimx.attribution.parties.spots import Spot
from claimx.attribution.parties.spotting import Spotter
from claimx.attribution.parties.standing import Standing
from claimx.attribution.parties.surroundings import NameType
from claimx.attribution.parties.vocabulary import Noun, Vocabulary
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
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
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

    def reading(self) -> Reading:
        """Walks through the text once."""
        spots, standings = self._identities.spots, self._identities.standings
        named = {spot.start: referent for spot in spots if (referent := self._of_spot(spot)) is not None}
        roles = {
            name: [f"{s.organisation or ''} {s.role}".strip() for s in found if s.role]
            for name, found in standings.items()
        }
        self._descriptions = Descriptions(self._vocabulary, self._salience, named.values(), roles)
        mentioned = list(self._walk(named))
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

    def _walk(self, named: Mapping[int, Referent]) -> Iterator[Referent]:
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
                    referent = self._of_noun(token)
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
            self._salience.add(self._placed(replace(found, rules=()), token, offset, end_of(token)))

    def _placed(self, referent: Referent, head: Token, start: int, end: int) -> Referent:
        """The referent as it stands at a place of the text: its sentence and part there."""
        if head.dep_ == "appos":
            head = head.head
        subject = head.dep_ in _SUBJECTS or (head.dep_ == "pobj" and (head.head.dep_ == "agent" or _is_house(head)))
        return replace(
            referent,
            start=start,
            end=end,
            sentence=self._sentences.of(head),
            subject=subject,
            main=subject and head.head.dep_ == "ROOT",
            possessive=head.dep_ == "poss",
            relative=any(child.dep_ == "relcl" for child in head.rights),
            quoted=start in self._quoted,
        )

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
        return self._placed(base, head, spot.start, spot.end)

    def _called(self, spot: Spot) -> tuple[str, ...]:
        """The common nouns that stand by an organisation's name and say what it is (*the charity Oxfam*)."""
        doc = spot.doc
        beside = [doc[spot.first - 1]] if spot.first else []
        beside += [child for child in doc[spot.first : spot.last].root.rights if child.dep_ == "appos"]
        return tuple(token.lower_ for token in beside if self._vocabulary.noun(token.text, "body") is not None)

    def _of_noun(self, token: Token) -> Referent | None:
        """The referent of a common noun's phrase, where the noun can head a source."""
        noun = self._descriptions.noun_of(token)
        if noun is None or phrases.is_modifier(token) or self._is_after_name(token) or self._names_somebody(token):
            return None
        return self._descriptions.read(token, noun, self._base(token, noun))

    def _is_after_name(self, token: Token) -> bool:
        """Is it letters after a name?"""
        spot_at = self._identities.spot_at
        return token.text in self._vocabulary.letters and (id(token.doc), token.i - 1) in spot_at

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
        return self._placed(base, token, base.start, end)

    def _body_inside(self, head: Token, first: int, last: int) -> str | None:
        """The organisation that a phrase such as *a Labour spokesman* or *a spokesman for the Trust* names."""
        for i in (*range(head.i - 1, first - 1, -1), *range(head.i + 1, last)):
            spot = self._identities.spot_at.get((id(head.doc), i))
            if spot is not None and self._identities.type_of(spot) == "organisation":
                return self._identities.name_of(spot)
        named = (self._descriptions.body_named(head.doc[i], start_of(head)) for i in range(first, last) if i != head.i)
        return next((name for name in named if name is not None), None)


def _is_house(head: Token) -> bool:
    """Is it whom the subject of the sentence speaks for (*Ann Lowe of Tallis Securities said …*)?"""
    owner = head.head.head
    return head.head.lower_ in ("of", "at", "from", "for") and owner.dep_ in _SUBJECTS and owner.ent_type_ == "PERSON"


def _in_dateline(spot: Spot) -> bool:
    """Is it the place or the agency before a block's first sentence (*PARIS (AFP) — The maker …*), which no later
    pronoun means?"""
    doc = spot.doc
    if spot.first >= _MAX_DATELINE or not doc[0].text.isupper():
        return False
    dash = next((one.i for one in doc[spot.last : _MAX_DATELINE] if one.text in _DASHES), len(doc))
    return dash + 1 < len(doc) and doc[dash + 1].text[:1].isupper()
