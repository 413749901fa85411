"""The way of a document: clean, annotate, detect, attribute. Reading comes before it; resolving and writing after."""

import logging
from bisect import bisect_left
from collections.abc import Sequence
from itertools import compress

from msgspec.structs import replace

from claimx.assemble import assemble
from claimx.attribution import Attributor, bearing_on
from claimx.cleaning import Cleaner
from claimx.cycles import no_search_for_cycles
from claimx.errors import ClaimxError
from claimx.model import Block, Cleaned, Document, Extract, LeftOut, Mention, Problem, Statement
from claimx.nlp import Annotation, Annotator
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


class Pipeline:
    """The stages, each built once from the rules. Documents are independent of each other until `resolve`."""

    def __init__(self, options: Options) -> None:
        self.options = options
        self.rulebook = load(*options.rules)
        self.annotator = Annotator(options.model)
        self.cleaner = Cleaner(self.rulebook)
        self.detector = Detector(self.rulebook)
        self.attributor = Attributor(self.rulebook)

    @no_search_for_cycles()
    def extract(self, document: Document, cleaned: Cleaned | None = None) -> Extract:
        """Everything that one document yields by itself. `cleaned`: its blocks, if they are known."""
        cleaned = cleaned or self.clean(document)
        scanned = self.detector.scan(document, cleaned)
        blocks: Sequence[Block] = cleaned.content
        if self.options.figures_only:
            blocks = [block for block in blocks if scanned[block.start].candidates]
        annotation = self.annotator.annotate(document, blocks)
        mentions = self.detector.detect(document, cleaned, annotation, scanned)
        if self.options.figures_only:
            annotation += self.annotator.annotate(document, _beside(document.text, cleaned, blocks, mentions))
        attributions = self.attributor.attribute(document, cleaned, annotation)
        extract = assemble(document, cleaned, annotation, mentions, attributions)
        return _figures_only(extract) if self.options.figures_only else extract

    def clean(self, document: Document) -> Cleaned:
        """The document's blocks and what its text says about its origin."""
        cleaned = self.cleaner.clean(document) if self.options.clean else self.cleaner.keep_all(document)
        return _main_only(cleaned) if self.options.main_only else cleaned

    def annotate(self, document: Document, cleaned: Cleaned) -> Annotation:
        """spaCy's analysis of the document's content."""
        return self.annotator.annotate(document, cleaned.content)


def guarded(pipeline: Pipeline, document: Document) -> Extract | Problem:
    """What the document yields; one that hits upon a bug must not cost the others their results."""
    try:
        cleaned = pipeline.clean(document)
        if not pipeline.options.any_language and (foreign := _foreign(document, cleaned)):
            return LeftOut(document.id, foreign)
        return pipeline.extract(document, cleaned)
    except ClaimxError:
        raise
    except Exception as bug:
        _LOG.debug("%s", document.id, exc_info=True)
        return Problem(document.id, f"a bug in claimx, please report it: {type(bug).__name__}: {bug}")


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


def _beside(text: str, cleaned: Cleaned, blocks: Sequence[Block], mentions: Sequence[Mention]) -> list[Block]:
    """What else than the blocks with numbers must be read to tell who asserts those among them that are claims."""
    starts = [mention.start for mention in mentions if mention.reason is None]
    claims = [block for block in blocks if bisect_left(starts, block.start) < bisect_left(starts, block.end)]
    return bearing_on(text, cleaned.content, claims, blocks)


def _figures_only(extract: Extract) -> Extract:
    """The extract without the statements that hold no claim."""
    starts = [claim.start for claim in extract.claims]

    def holds_claim(statement: Statement) -> bool:
        return bisect_left(starts, statement.start) < bisect_left(starts, statement.end)

    kept = [holds_claim(statement) for statement in extract.statements]
    return replace(
        extract,
        statements=tuple(compress(extract.statements, kept)),
        contents=tuple(compress(extract.contents, kept)),
    )
