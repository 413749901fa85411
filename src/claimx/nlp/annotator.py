"""Loads a spaCy pipeline once and runs it over documents' content blocks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any

from claimx.model import Block, Document, Span
from claimx.nlp.annotation import Annotation
from claimx.nlp.packages import model_package

if TYPE_CHECKING:
    from spacy.language import Language

_ONE_FOR_ONE = {
    **{ord(c): "'" for c in "‘’‚‛ʼ`´"},
    **{ord(c): '"' for c in "“”„‟«»"},
    **{ord(c): "-" for c in "‐‑‒"},
    **dict.fromkeys((*range(9), 11, *range(14, 32), *range(127, 160)), " "),
    ord("\N{NO-BREAK SPACE}"): " ",
    ord("\N{NARROW NO-BREAK SPACE}"): " ",
    ord("\N{ZERO WIDTH NO-BREAK SPACE}"): " ",
}
"""Typography that the models were not trained on; each character becomes exactly one other, so that offsets hold."""

_BATCH = 256
"""Texts that spaCy takes at a time: more would cost memory and gain nothing."""

_LONGEST = 6_000
"""Characters that spaCy takes as one text."""

_BATCH_CHARACTERS = 48_000
"""Characters that spaCy takes at a time. It needs some 3 kB of memory for each of them while it works."""

_LETTER_AND_POINT = re.compile(r"[a-z]\.")
_SENTENCE_END = re.compile(r"[.!?]['\")\]’”]{0,2}\s+(?=\S)")


class Annotator:
    """Runs one spaCy pipeline, loaded at its first use. Not picklable: each process has its own.

    `model` names an installed spaCy package; None takes the best English one that is installed.
    """

    def __init__(self, model: str | None = None) -> None:
        self.requested = model

    @cached_property
    def package(self) -> str:
        """The model's package. Raises ModelError where none is installed under that name."""
        return model_package(self.requested)

    @cached_property
    def language(self) -> Language:
        """The loaded pipeline. Raises ModelError like `package`."""
        package = self.package
        _prefer_numpy_blas()
        import spacy.util

        return _without_letter_abbreviations(spacy.util.load_model_from_package(package))

    def annotate(self, document: Document, blocks: Iterable[Block]) -> Annotation:
        """spaCy's analysis of the given blocks of the document, very long ones in pieces."""
        spans = [piece for block in blocks for piece in _pieces(document.text, block.start, block.end)]
        texts = (document.text[start:end].translate(_ONE_FOR_ONE) for start, end in spans)
        longest = max((end - start for start, end in spans), default=1)
        batch = max(1, min(_BATCH, _BATCH_CHARACTERS // longest))
        return Annotation(list(self.language.pipe(texts, batch_size=batch)), [start for start, _ in spans])


def _without_letter_abbreviations(language: Language) -> Language:
    """The pipeline without the tokenizer's rule that a small letter keeps its point: the *m.* of *cost £28m. It took*
    hides the end of a sentence."""
    tokenizer: Any = language.tokenizer
    tokenizer.rules = {text: rule for text, rule in tokenizer.rules.items() if not _LETTER_AND_POINT.fullmatch(text)}
    return language


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    """The stretch in pieces that spaCy can take, cut between sentences, or at least between words, where it can be."""
    while end - start > _LONGEST:
        limit = start + _LONGEST
        ends = [match.end() for match in _SENTENCE_END.finditer(text, start + _LONGEST // 2, limit)]
        cut = ends[-1] if ends else text.rfind(" ", start + _LONGEST // 2, limit) + 1 or limit
        yield start, cut
        start = cut
    yield start, end


def _prefer_numpy_blas() -> None:
    """Has spaCy multiply matrices with numpy's BLAS: that is half as fast again as its own BLIS, and every token's
    analysis is the same. It wants one thread (OPENBLAS_NUM_THREADS=1, before numpy is imported)."""
    from thinc.api import NumpyOps, set_current_ops

    set_current_ops(NumpyOps(use_blis=False))
