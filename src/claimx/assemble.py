"""Puts together what the stages say of one document: mentions with their attributions become claims and exclusions."""

import hashlib
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence

from claimx.attribution import Assertions, with_continued
from claimx.model import (
    Attribution,
    Attributions,
    Block,
    Claim,
    Cleaned,
    Document,
    DocumentRecord,
    Excluded,
    Extract,
    Mention,
    Quantity,
    Span,
    Zone,
)
from claimx.nlp import Annotation
from claimx.nlp.annotation import offsets

_NOTHING = Quantity(kind="count")
"""Stands in for the quantity of a mention that has none; only its empty fields are read."""


def assemble(
    document: Document,
    cleaned: Cleaned,
    annotation: Annotation,
    mentions: Sequence[Mention],
    attributions: Attributions,
) -> Extract:
    """The document's part of a report. Each mention becomes exactly one claim or one exclusion."""
    claims = _Claims(document, cleaned, annotation, attributions)
    statements = with_continued(attributions.statements, annotation)
    return Extract(
        document=_record(document, cleaned, attributions),
        claims=tuple(claims.of(mention) for mention in mentions if mention.reason is None),
        excluded=tuple(_excluded(document, mention) for mention in mentions if mention.reason is not None),
        statements=statements,
        contents=tuple(
            " ".join(document.text[start:end] for start, end in statement.content) for statement in statements
        ),
        speakers=attributions.speakers,
        organisations=attributions.organisations,
    )


def _record(document: Document, cleaned: Cleaned, attributions: Attributions) -> DocumentRecord:
    metadata = cleaned.metadata
    return DocumentRecord(
        id=document.id,
        sha256=document.sha256,
        media_type=document.media_type,
        encoding=document.encoding,
        language=metadata.language,
        title=metadata.title,
        published=metadata.published,
        authors=metadata.authors,
        publisher=metadata.publisher or attributions.publisher,
        characters=len(document.text),
        content=_joined(cleaned.content, document.text),
        blocks=cleaned.blocks,
    )


def _joined(blocks: Iterable[Block], text: str) -> tuple[Span, ...]:
    """The blocks' spans, those joined between which there is only white space."""
    spans: list[Span] = []
    for block in blocks:
        if spans and not text[spans[-1][1] : block.start].strip():
            spans[-1] = (spans[-1][0], block.end)
        else:
            spans.append((block.start, block.end))
    return tuple(spans)


def _excluded(document: Document, mention: Mention) -> Excluded:
    assert mention.reason is not None
    quantity = mention.quantity or _NOTHING
    known = mention.quantity is not None
    return Excluded(
        document=document.id,
        surface=document.text[mention.start : mention.end],
        start=mention.start,
        end=mention.end,
        reason=mention.reason,
        rule=mention.rules[0] if mention.rules else None,
        kind=quantity.kind if known else None,
        value=quantity.value,
        low=quantity.low,
        high=quantity.high,
        numerator=quantity.numerator,
        denominator=quantity.denominator,
        vague=quantity.vague,
        unit=quantity.unit,
        comparator=quantity.comparator if known else None,
        per=quantity.per,
    )


class _Claims:
    """Makes the claims of one document; holds the indexes that each of them looks things up in."""

    def __init__(
        self, document: Document, cleaned: Cleaned, annotation: Annotation, attributions: Attributions
    ) -> None:
        self._document = document
        self._annotation = annotation
        self._assertions = Assertions(attributions)
        self._blocks = cleaned.blocks
        self._block_starts = [block.start for block in cleaned.blocks]
        self._line_starts = [0, *(i + 1 for i, char in enumerate(document.text) if char == "\n")]
        self._organisations = [m for m in attributions.mentions if m.type == "organisation"]
        self._organisation_starts = [m.start for m in self._organisations]
        self._bodies = {attributions.publisher, *(party.name for party in attributions.organisations)}
        self._seen: Counter[str] = Counter()

    def of(self, mention: Mention) -> Claim:
        """The claim that a mention makes."""
        text, quantity = self._document.text, mention.quantity or _NOTHING
        line = bisect_right(self._line_starts, mention.start)
        start, end = self._sentence(mention)
        attribution = self._assertions.at((mention.start, mention.end))
        return Claim(
            id=self._identity(mention, attribution),
            document=self._document.id,
            figure=None,
            surface=text[mention.start : mention.end],
            start=mention.start,
            end=mention.end,
            line=line,
            column=mention.start - self._line_starts[line - 1] + 1,
            sentence=" ".join(text[start:end].split()),
            kind=quantity.kind,
            value=quantity.value,
            low=quantity.low,
            high=quantity.high,
            numerator=quantity.numerator,
            denominator=quantity.denominator,
            vague=quantity.vague,
            unit=quantity.unit,
            comparator=quantity.comparator,
            per=quantity.per,
            change=quantity.change,
            period=mention.period,
            subject=mention.subject,
            modality=mention.modality,
            attribution=attribution,
            organisations=self._organisations_of((start, end), attribution),
            zone=self._zone(mention.start),
            confidence=mention.confidence,
            rules=mention.rules,
        )

    def _sentence(self, mention: Mention) -> Span:
        sentence = self._annotation.sentence_at(mention.start)
        return offsets(sentence) if sentence is not None else (mention.start, mention.end)

    def _zone(self, offset: int) -> Zone:
        return self._blocks[bisect_right(self._block_starts, offset) - 1].zone

    def _organisations_of(self, sentence: Span, attribution: Attribution) -> tuple[str, ...]:
        """Names of the organisations that the sentence or its speakers' side names, each once, in that order; no
        *country* or *company* that stays a common noun."""
        names: dict[str, None] = {}
        for speaker in (*attribution.speakers, *attribution.via):
            if speaker.type == "organisation":
                names[speaker.name] = None
            elif speaker.organisation:
                names[speaker.organisation] = None
        first = bisect_right(self._organisation_starts, sentence[0] - 1)
        for mention in self._organisations[first:]:
            if mention.start >= sentence[1]:
                break
            names[mention.name] = None
        return tuple(name for name in names if name in self._bodies)

    def _identity(self, mention: Mention, attribution: Attribution) -> str:
        """An id that survives edits elsewhere in the file: of document, quantity, subject and speaker, not of place.
        Claims that are alike in all of these are told apart by their order."""
        key = repr((self._document.id, mention.quantity, mention.subject, [s.name for s in attribution.speakers]))
        self._seen[key] += 1
        return "c_" + hashlib.sha256(f"{key}#{self._seen[key]}".encode()).hexdigest()[:16]
