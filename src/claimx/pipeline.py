"""The way of a document: clean, annotate, detect, attribute. Reading comes before it; resolving and writing after."""

import logging
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import compress
from operator import add

from msgspec.structs import replace

from claimx.assemble import assemble
from claimx.attribution import Attributor, bearing_on
from claimx.cleaning import Cleaner
from claimx.cycles import no_search_for_cycles
from claimx.errors import ClaimxError
from claimx.model import Block, Cleaned, Document, Extract, LeftOut, Mention, Problem, Statement
from claimx.nlp import Annotation, Annotator
from claimx.portions import portions
from claimx.quantities import Detector
from claimx.rulebook import load
from claimx.settings import Options

__all__ = ["Options", "Pipeline", "guarded"]

_LOG = logging.getLogger(__name__)
_SAMPLE = 2_000
_ENOUGH = 200
"""Letters from which a text's language is sure enough to leave the text out for it."""
_ACCENTED = 0.02
"""Share of letters that English does not have from which a text is foreign whose language is none of those that are
known; lists of names and figures too are in none of them."""
_TOGETHER = 8
"""Documents that are worked on together at most,"""
_CHARACTERS = 32_000
"""and the characters that they may have: what is known of all their words is held at the same time."""

_Cleaned = tuple[Document, Cleaned]
"""A document with its blocks."""


class Pipeline:
    """The stages, each built once from the rules. Documents are independent of each other until `resolve`."""

    def __init__(self, options: Options) -> None:
        self.options = options
        self.rulebook = load(*options.rules)
        self.annotator = Annotator(options.model)
        self.cleaner = Cleaner(self.rulebook)
        self.detector = Detector(self.rulebook)
        self.attributor = Attributor(self.rulebook)

    def extract(self, document: Document) -> Extract:
        """Everything that one document yields by itself."""
        [extract] = self.extract_all([(document, self.clean(document))])
        return extract

    def extract_all(self, documents: Iterable[_Cleaned]) -> Iterator[Extract]:
        """What each document yields by itself, given with its blocks. Some of them are worked on together, which takes
        less time and changes nothing."""
        for some in portions(documents, lambda one: len(one[0].text), _CHARACTERS, _TOGETHER):
            yield from self._extract_some(some)

    @no_search_for_cycles()
    def _extract_some(self, documents: Sequence[_Cleaned]) -> list[Extract]:
        scans = [self.detector.scan(document, cleaned) for document, cleaned in documents]
        blocks: list[Sequence[Block]] = [cleaned.content for _, cleaned in documents]
        if self.options.figures_only:
            blocks = [
                [block for block in content if scanned[block.start].candidates]
                for content, scanned in zip(blocks, scans, strict=True)
            ]
        annotations = self._annotated(documents, blocks)
        mentions = [
            self.detector.detect(document, cleaned, annotation, scanned)
            for (document, cleaned), annotation, scanned in zip(documents, annotations, scans, strict=True)
        ]
        if self.options.figures_only:
            others = self._annotated(documents, map(_beside, documents, blocks, mentions))
            annotations = [*map(add, annotations, others)]
        return [*map(self._assembled, documents, annotations, mentions)]

    def _annotated(self, documents: Sequence[_Cleaned], blocks: Iterable[Sequence[Block]]) -> list[Annotation]:
        """The analysis of some blocks of each document."""
        return self.annotator.annotate_all((one, some) for (one, _), some in zip(documents, blocks, strict=True))

    def _assembled(self, one: _Cleaned, annotation: Annotation, mentions: Sequence[Mention]) -> Extract:
        attributions = self.attributor.attribute(*one, annotation)
        extract = assemble(*one, annotation, mentions, attributions)
        return _figures_only(extract) if self.options.figures_only else extract

    def clean(self, document: Document) -> Cleaned:
        """The document's blocks and what its text says about its origin."""
        cleaned = self.cleaner.clean(document) if self.options.clean else self.cleaner.keep_all(document)
        return _main_only(cleaned) if self.options.main_only else cleaned

    def annotate(self, document: Document, cleaned: Cleaned) -> Annotation:
        """spaCy's analysis of the document's content."""
        return self.annotator.annotate(document, cleaned.content)


def guarded(pipeline: Pipeline, documents: Sequence[Document]) -> list[Extract | Problem]:
    """What each document yields; one that hits upon a bug must not cost the others their results."""
    try:
        return _found(pipeline, documents)
    except ClaimxError:
        raise
    except Exception as bug:
        if len(documents) > 1:
            return [found for document in documents for found in guarded(pipeline, [document])]
        [document] = documents
        _LOG.debug("%s", document.id, exc_info=True)
        return [Problem(document.id, f"a bug in claimx, please report it: {type(bug).__name__}: {bug}")]


def _found(pipeline: Pipeline, documents: Sequence[Document]) -> list[Extract | Problem]:
    cleaned = [(document, pipeline.clean(document)) for document in documents]
    any_language = pipeline.options.any_language
    left_out = [None if any_language else _foreign(*one) for one in cleaned]
    extracts = pipeline.extract_all(one for one, why in zip(cleaned, left_out, strict=True) if why is None)
    return [
        next(extracts) if why is None else LeftOut(document.id, why)
        for document, why in zip(documents, left_out, strict=True)
    ]


def _foreign(document: Document, cleaned: Cleaned) -> str | None:
    """Why a document is left out for its language; None for English, and where there is too little text to tell."""
    language = cleaned.metadata.language
    letters = [letter for letter in document.text[:_SAMPLE] if letter.isalpha()]
    if language == "en" or len(letters) < _ENOUGH:
        return None
    if language is None and sum(letter > "\x7f" for letter in letters) < _ACCENTED * len(letters):
        return None
    named = f"not in English but in {language!r}" if language else "not in English, nor in any language that is known"
    return f"{named}; left out (--language any reads it all the same)"


def _main_only(cleaned: Cleaned) -> Cleaned:
    blocks = (replace(block, zone="boilerplate") if block.zone == "edge" else block for block in cleaned.blocks)
    return replace(cleaned, blocks=tuple(blocks))


def _beside(one: _Cleaned, blocks: Sequence[Block], mentions: Sequence[Mention]) -> list[Block]:
    """What else than the blocks with numbers must be read to tell who asserts those among them that are claims."""
    document, cleaned = one
    starts = [mention.start for mention in mentions if mention.reason is None]
    claims = [block for block in blocks if bisect_left(starts, block.start) < bisect_left(starts, block.end)]
    return bearing_on(document.text, cleaned.content, claims, blocks)


def _figures_only(extract: Extract) -> Extract:
    """The extract without the statements that hold no claim."""
    starts = [claim.start for claim in extract.claims]

    def holds_claim(statement: Statement) -> bool:
        stretches = ((statement.start, statement.end), *((one.start, one.end) for one in statement.continued))
        return any(bisect_left(starts, start) < bisect_left(starts, end) for start, end in stretches)

    kept = [holds_claim(statement) for statement in extract.statements]
    return replace(
        extract,
        statements=tuple(compress(extract.statements, kept)),
        contents=tuple(compress(extract.contents, kept)),
    )
