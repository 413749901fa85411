"""The cleaning stage: document in, blocks and metadata out."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from claimx.cleaning.furniture import FurnitureRules, Part
from claimx.cleaning.language import Languages
from claimx.cleaning.lines import split, words
from claimx.cleaning.markup import Evidence, MarkupRules
from claimx.cleaning.metadata import Head, Imprints, publisher
from claimx.cleaning.scorer import Scorer
from claimx.cleaning.sections import spread
from claimx.cleaning.tables import shapes
from claimx.cleaning.zones import zones
from claimx.model import Block, Cleaned, Document, Metadata, Role, Zone
from claimx.rulebook import Rulebook

_ITEM = re.compile(r"[-*•·–—▪●◦‣] ?|\(?(?:\d{1,3}|[a-zA-Z])[.)] ")
_END = re.compile(r"[.!?:;,\"”’]$")
_HEADING = 14
"""Words up to which a line without an end mark is a heading."""


class Cleaner:
    """Cleans documents by the rules of one rulebook and, where none decides, by the weights that the package holds."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._furniture = FurnitureRules(rulebook)
        self._markup = MarkupRules(rulebook)
        self._languages = Languages(rulebook)
        self._imprints = Imprints(rulebook)
        self._scorer = Scorer(rulebook)

    def clean(self, document: Document) -> Cleaned:
        """The document's blocks, each with its role and zone, and what its text says about its origin."""
        text = document.text
        parts = self._furniture.parts(text, split(text, _paragraphs(document)))
        markup = self._markup.read(document.hints, parts)
        parts = spread(text, markup.ruled(parts))
        language = self._languages.of(part.words for part in parts)
        stop = self._languages.stop_words(language)
        signs = shapes(text, parts)
        scores = markup.weighed(self._scorer.score(text, parts, signs, stop))
        head = self._imprints.head(text, parts, scores)
        head = head.titled(markup.titles(text, parts, document.metadata))
        page = document.media_type == "text/html" if document.media_type != "text/plain" and document.hints else None
        found = markup.zoned(zones(text, parts, signs, scores, frozenset(head.roles), page), scores)
        blocks = tuple(_block(text, i, parts, found, scores, head, markup) for i in range(len(parts)))
        told = document.metadata or Metadata()
        return Cleaned(
            blocks,
            Metadata(
                title=told.title or head.title,
                published=told.published or head.published,
                authors=told.authors or head.authors,
                publisher=told.publisher or publisher(text, parts),
                language=language or told.language,
            ),
        )

    def keep_all(self, document: Document) -> Cleaned:
        """Every line as a paragraph of the article."""
        lines = split(document.text, _paragraphs(document))
        language = self._languages.of(words(document.text[line.start : line.end]) for line in lines)
        return Cleaned(
            tuple(Block(line.start, line.end, "paragraph", "main", 1.0) for line in lines),
            replace(document.metadata or Metadata(), language=language),
        )


def _paragraphs(document: Document) -> list[tuple[int, int]]:
    """The paragraphs whose lines belong together: those of Markdown. Elsewhere a line break in one is on purpose."""
    return [(hint.start, hint.end) for hint in document.hints] if document.media_type == "text/markdown" else []


def _block(
    text: str,
    at: int,
    parts: Sequence[Part],
    found: Sequence[Zone],
    scores: Sequence[float],
    head: Head,
    markup: Evidence,
) -> Block:
    part, zone, score, element = parts[at], found[at], round(scores[at], 3), markup.element(at)
    if part.rule is not None:
        return Block(part.start, part.end, part.rule.role, "boilerplate", 0.0, part.rule.id, element)
    if at in head.roles:
        role, rule = head.roles[at]
        return Block(part.start, part.end, role, zone, score, rule, element)
    told = markup.role(at) if zone != "boilerplate" else None
    return Block(part.start, part.end, told or _role(text, part, zone), zone, score, element=element)


def _role(text: str, part: Part, zone: Zone) -> Role:
    """What a line is by its shape."""
    if zone == "boilerplate":
        return "other"
    if _ITEM.match(text, part.start, part.end):
        return "list_item"
    if _END.search(text[part.end - 1]) or len(part.words) > _HEADING:
        return "paragraph"
    return "table_row" if "#" in part.words else "heading"
