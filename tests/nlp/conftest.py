"""Texts analysed by the pipeline's own annotator."""

from collections.abc import Callable

import pytest

from claimx.model import Block, Document
from claimx.nlp import Doc
from claimx.pipeline import Pipeline

Analysed = Callable[[str], Doc]


@pytest.fixture(scope="session")
def analysed(pipeline: Pipeline, document: Callable[[str], Document]) -> Analysed:
    def analyse(text: str) -> Doc:
        [doc] = pipeline.annotator.annotate(document(text), [Block(0, len(text), "paragraph", "main", 1.0)]).docs
        return doc

    return analyse
