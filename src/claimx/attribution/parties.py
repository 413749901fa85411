"""The parties of one document: who its speakers and organisations are, and whom a source means."""

from collections.abc import Sequence

from claimx.attribution.context import Context
from claimx.model import Cleaned, Document, Party, PartyMention, Span, Speaker
from claimx.nlp import Annotation
from claimx.rulebook import Rulebook


class Parties:
    """One document's parties, built by `PartyFinder.find`."""

    def __init__(self, document: Document, mentions: Sequence[PartyMention] = ()) -> None:
        self._text = document.text
        self.mentions: tuple[PartyMention, ...] = tuple(mentions)
        self.speakers: tuple[Party, ...] = ()
        self.organisations: tuple[Party, ...] = ()
        self.publisher: str | None = None

    def resolve(self, source: Span, *, context: Context) -> tuple[Speaker, ...]:
        """Whom the source span means, each under the fullest name that the document gives; several where they are
        coordinated, none where it cannot be a speaker."""
        start, end = source
        return (Speaker(name=self._text[start:end], type="group", start=start, end=end),)


class PartyFinder:
    """Finds parties by the rules of one rulebook."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._rulebook = rulebook

    def find(self, document: Document, cleaned: Cleaned, annotation: Annotation) -> Parties:
        """The document's parties."""
        return Parties(document)
