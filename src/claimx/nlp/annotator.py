"""Loads a spaCy pipeline once and runs it over documents' content blocks."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from claimx.model import Block, Document, Span
from claimx.nlp.analysis import Analyser
from claimx.nlp.annotation import Annotation
from claimx.packages import model_package
from claimx.portions import portions

if TYPE_CHECKING:
    from spacy.language import Language

    from claimx.nlp.tokens import Doc

_ONE_FOR_ONE = {
    **{ord(c): "'" for c in "‘’‚‛ʼ`´"},
    **{ord(c): '"' for c in "“”„‟«»"},
    **{ord(c): "-" for c in "‐‑‒"},
    **dict.fromkeys((*range(9), 10, 11, 13, *range(14, 32), *range(127, 160)), " "),
    ord("\N{NO-BREAK SPACE}"): " ",
    ord("\N{NARROW NO-BREAK SPACE}"): " ",
    ord("\N{ZERO WIDTH NO-BREAK SPACE}"): " ",
}
"""Typography that the models were not trained on; each character becomes exactly one other, so that offsets hold."""

_SEQUENCE = re.compile(r"\x1b\][^\x07\x1b\n]{0,2000}|[\x1b\x9b]\[?[\d;?]{0,20}[A-Za-z]")
"""What tells a terminal of colours and links."""

_BATCH = 256
"""Texts that spaCy takes at a time: more would cost memory and gain nothing."""

_LONGEST = 6_000
"""Characters that spaCy takes as one text."""

_BATCH_CHARACTERS = 48_000
"""Characters that spaCy takes at a time. It needs some 3 kB of memory for each of them while it works."""

_TOGETHER = 16_000
"""Characters of several documents that are analysed at a time: more would gain little, and cost as much memory."""

_LONGEST_SENTENCE = 1_200
"""Characters after which a stretch without the end of a sentence is cut: it is a table or a list, and what looks from
word to word through sentences would take ever longer on it."""

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
        from claimx.nlp.loading import load_language

        return load_language(self.package)

    @cached_property
    def _analyser(self) -> Analyser:
        analyser = Analyser(self.language)
        gc.freeze()  # what is loaded stays: no search for cycles need go through it again
        return analyser

    def annotate(self, document: Document, blocks: Iterable[Block]) -> Annotation:
        """spaCy's analysis of the given blocks of the document, very long ones in pieces."""
        [annotation] = self.annotate_all([(document, blocks)])
        return annotation

    def annotate_all(self, wanted: Iterable[tuple[Document, Iterable[Block]]]) -> list[Annotation]:
        """The same for several documents, in less time than one by one. Each one's analysis depends on it alone."""
        texts, stretches = [], []
        for document, blocks in wanted:
            texts.append(document.text)
            stretches.append([piece for block in blocks for piece in _pieces(document.text, block.start, block.end)])
        docs: list[list[Doc]] = [[] for _ in texts]
        groups = (
            (number, group)
            for number, spans in enumerate(stretches)
            for group in portions(spans, _length, _BATCH_CHARACTERS, _BATCH)
        )
        for together in portions(groups, lambda group: sum(map(_length, group[1])), _TOGETHER, _BATCH):
            analysed = self._analyser.analyse([_readable(texts[number], group) for number, group in together])
            for (number, _), found in zip(together, analysed, strict=True):
                docs[number] += found
        starts = ([start for start, _ in spans] for spans in stretches)
        return [*map(Annotation, docs, starts)]


def _length(span: Span) -> int:
    return span[1] - span[0]


def _readable(text: str, spans: Iterable[Span]) -> list[str]:
    """The stretches of a text as the models know text."""
    return [_SEQUENCE.sub(_blank, text[start:end]).translate(_ONE_FOR_ONE) for start, end in spans]


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    """The stretch in pieces that spaCy can take, cut between sentences, or at least between words, where it can be."""
    done = last = start
    for stop in (*(match.end() for match in _SENTENCE_END.finditer(text, start, end)), end):
        while stop - last > _LONGEST_SENTENCE:
            cut = _between_words(text, last + _LONGEST_SENTENCE // 2, last + _LONGEST_SENTENCE)
            yield done, cut
            done = last = cut
        if stop - done > _LONGEST and last > done:
            yield done, last
            done = last
        last = stop
    yield done, end


def _between_words(text: str, start: int, end: int) -> int:
    """The last place of the stretch where a line, or else a word, begins; its end where there is none."""
    return text.rfind("\n", start, end) + 1 or text.rfind(" ", start, end) + 1 or end
