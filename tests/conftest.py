"""Fixtures that are dear to make, made once."""

import hashlib
from collections.abc import Callable

import pytest

from claimx.model import Document, Extract
from claimx.pipeline import Options, Pipeline
from claimx.rulebook import Rulebook, load


@pytest.fixture(scope="session")
def rulebook() -> Rulebook:
    """The built-in rules."""
    return load()


@pytest.fixture(scope="session")
def pipeline() -> Pipeline:
    """The whole pipeline with its default options."""
    return Pipeline(Options())


@pytest.fixture(scope="session")
def bare_pipeline() -> Pipeline:
    """The pipeline without cleaning, for single sentences."""
    return Pipeline(Options(clean=False))


@pytest.fixture(scope="session")
def document() -> Callable[[str], Document]:
    """Makes a document of a text."""

    def make(text: str) -> Document:
        return Document(id="test.txt", text=text, sha256=hashlib.sha256(text.encode("utf-8", "replace")).hexdigest())

    return make


@pytest.fixture(scope="session")
def extract_sentence(bare_pipeline: Pipeline, document: Callable[[str], Document]) -> Callable[[str], Extract]:
    """Runs a sentence through the whole pipeline without cleaning."""
    return lambda text: bare_pipeline.extract(document(text))
