"""The parties of one document: who its speakers and organisations are, and whom a source means."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from claimx.attribution.context import Context
from claimx.attribution.parties.coreference import Referent
from claimx.attribution.parties.publisher import Publisher, publisher_of
from claimx.attribution.parties.reading import Reading
from claimx.attribution.parties.referents import Reader
from claimx.attribution.parties.sources import SourceResolver
from claimx.attribution.parties.vocabulary import Vocabulary
from claimx.model import Cleaned, Document, Party, PartyMention, Span, Speaker
from claimx.nlp import Annotation
from claimx.rulebook import Rulebook


class Parties:
    """One document's parties, built by `PartyFinder.find`."""

    def __init__(
        self, reading: Reading, publisher: Publisher | None, resolver: SourceResolver, vocabulary: Vocabulary
    ) -> None:
        self._resolver = resolver
        self.publisher: str | None = publisher.name if publisher else None
        self.mentions: tuple[PartyMention, ...] = tuple(_mentions(reading, publisher))
        """Every mention of a party under its full name, in text order."""
        self.speakers: tuple[Party, ...] = _people(reading)
        """The people that the document names."""
        self.organisations: tuple[Party, ...] = _organisations(reading, vocabulary)
        """The organisations that the document names."""

    def resolve(self, source: Span, *, context: Context) -> tuple[Speaker, ...]:
        """Whom the source span means, each under the fullest name that the document gives; several where they are
        coordinated, none where it cannot be a speaker."""
        return self._resolver.resolve(source, context)


class PartyFinder:
    """Finds parties by the rules of one rulebook."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._vocabulary = Vocabulary(rulebook)
        self._reader = Reader(self._vocabulary)

    def find(self, document: Document, cleaned: Cleaned, annotation: Annotation) -> Parties:
        """The document's parties."""
        reading = self._reader.read(document, cleaned, annotation)
        metadata = cleaned.metadata
        publisher = publisher_of(document.text, metadata.publisher, reading, self._vocabulary)
        resolver = SourceResolver(
            document.text,
            annotation,
            reading,
            publisher.name if publisher else None,
            metadata.authors,
            self._vocabulary,
        )
        return Parties(reading, publisher, resolver, self._vocabulary)


def _mentions(reading: Reading, publisher: Publisher | None) -> list[PartyMention]:
    marked = False
    found = []
    for referent in reading.mentioned:
        rules = referent.rules
        if publisher is not None and publisher.rule and referent.name == publisher.name and not marked:
            rules, marked = (*rules, publisher.rule), True
        found.append(PartyMention(referent.start, referent.end, referent.name, referent.type, rules))
    return found


def _people(reading: Reading) -> tuple[Party, ...]:
    found = []
    for name, mentions in _grouped(reading.named, "person").items():
        standings = reading.standings.get(name, ())
        found.append(
            Party(
                name=name,
                type="person",
                roles=tuple(dict.fromkeys(s.role for s in standings if s.role)),
                organisations=tuple(dict.fromkeys(s.organisation for s in standings if s.organisation)),
                aliases=_aliases(name, mentions, reading.surfaces),
                mentions=len(mentions),
            )
        )
    return tuple(found)


def _organisations(reading: Reading, vocabulary: Vocabulary) -> tuple[Party, ...]:
    """The bodies that have a name: a *Government* or *Council* with a capital alone has none."""
    return tuple(
        Party(
            name=name,
            type="organisation",
            aliases=_aliases(name, mentions, reading.surfaces),
            mentions=len(mentions),
        )
        for name, mentions in _grouped(reading.named, "organisation").items()
        if (name,) in vocabulary.known or vocabulary.noun(name, "body") is None
    )


def _grouped(named: Sequence[Referent], kind: str) -> Mapping[str, list[Referent]]:
    groups: defaultdict[str, list[Referent]] = defaultdict(list)
    for referent in named:
        if referent.type == kind and not referent.place:
            groups[referent.name].append(referent)
    return groups


def _aliases(name: str, mentions: Sequence[Referent], surfaces: Mapping[int, str]) -> tuple[str, ...]:
    """The other names under which a party is mentioned, in text order."""
    return tuple(dict.fromkeys(s for m in mentions if (s := surfaces.get(m.start, name)) != name))
