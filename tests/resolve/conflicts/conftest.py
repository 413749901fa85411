"""Conflicts of whole documents, from the text to the explanation."""

from collections.abc import Callable, Sequence

import pytest

from claimx.model import Conflict, ConflictKind, Document, Generator
from claimx.pipeline import Pipeline
from claimx.resolve import ALL_KINDS, resolve

Found = Callable[..., Sequence[Conflict]]


@pytest.fixture
def found(pipeline: Pipeline) -> Found:
    """Finds the conflicts of texts, which are called a.txt, b.txt and so on."""

    def find(*texts: str, kinds: frozenset[ConflictKind] = ALL_KINDS) -> Sequence[Conflict]:
        extracts = [pipeline.extract(Document(f"{'abc'[at]}.txt", text, "")) for at, text in enumerate(texts)]
        made_by = Generator(name="claimx", version="0", model="", rules="")
        return resolve(extracts, [], made_by, conflicts=kinds).conflicts

    return find
