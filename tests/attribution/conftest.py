"""What the tests of attribution share."""

from collections.abc import Callable

import pytest

from claimx.attribution.context import Context
from claimx.attribution.parties.parties import Parties, PartyFinder
from claimx.model import Attributions, Document, Speaker
from claimx.pipeline import Pipeline

Find = Callable[[str], Parties]
Resolve = Callable[..., tuple[Speaker, ...]]
Attribute = Callable[[str], Attributions]


@pytest.fixture(scope="session")
def parties_of(bare_pipeline: Pipeline, document: Callable[[str], Document]) -> Find:
    """The parties of a text."""
    finder = PartyFinder(bare_pipeline.rulebook)

    def find(text: str) -> Parties:
        source = document(text)
        cleaned = bare_pipeline.clean(source)
        return finder.find(source, cleaned, bare_pipeline.annotate(source, cleaned))

    return find


@pytest.fixture(scope="session")
def resolve(parties_of: Find) -> Resolve:
    """The speakers of the source that stands between ⟦ and ⟧ in a text."""

    def run(marked: str, context: Context | None = None) -> tuple[Speaker, ...]:
        start, end = marked.index("⟦"), marked.index("⟧") - 1
        text = marked.replace("⟦", "").replace("⟧", "")
        return parties_of(text).resolve((start, end), context=context or Context())

    return run


@pytest.fixture(scope="session")
def attribute(bare_pipeline: Pipeline, document: Callable[[str], Document]) -> Attribute:
    """The statements and parties of a text, every line a paragraph."""

    def run(text: str) -> Attributions:
        source = document(text)
        cleaned = bare_pipeline.clean(source)
        return bare_pipeline.attributor.attribute(source, cleaned, bare_pipeline.annotate(source, cleaned))

    return run
