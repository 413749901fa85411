"""The paragraphs that bear on a document's figures are enough to find who asserts them."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from claimx.attribution import bearing_on
from claimx.model import Block, Document
from claimx.pipeline import Pipeline
from claimx.readers import find, read
from claimx.settings import Options

PARAGRAPHS = (
    "Ruth Okafor has led the Harbour Trust since the spring.",
    "Nobody at the quay had expected rain.",
    "A review of the tides was published in the autumn.",
    "The gulls were loud all morning.",
    "“The water is higher now. It",
    "rose by 40cm last year,” Okafor said.",
    "The review found that 300 homes are at risk. “We have to build now",
    "and we have to build well.”",
    "The café on the pier stays open.",
)


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ([], []),
        ([5], [0, 4, 5]),
        ([6], [0, 2, 5, 6, 7]),
        ([0], [0]),
    ],
    ids=["no figures", "a surname", "the review, and a quotation that runs on", "first"],
)
def test_paragraphs_that_bear_on_figures(figures: list[int], expected: list[int]) -> None:
    text, blocks = laid_out(PARAGRAPHS)
    found = bearing_on(text, blocks, [blocks[index] for index in figures])
    assert [blocks.index(block) for block in found] == expected


def test_of_what_only_brings_a_name_the_sentence_is_enough() -> None:
    text, blocks = laid_out(
        (
            "The quay was dry. Dr. Ruth Okafor, head of the Harbour Trust, was there. Later it rained.",
            "The gulls were loud.",
            "Nobody minded.",
            "“Some 300 homes are at risk,” Okafor said.",
        )
    )
    known = [blocks[3]]
    found = bearing_on(text, blocks, known, known)
    assert [text[block.start : block.end].strip() for block in found] == [
        "Dr. Ruth Okafor, head of the Harbour Trust, was there.",
        "Nobody minded.",
    ]


def laid_out(paragraphs: Sequence[str]) -> tuple[str, list[Block]]:
    text, blocks = "", []
    for paragraph in paragraphs:
        blocks.append(Block(len(text), len(text) + len(paragraph), "paragraph", "main", 1.0))
        text += paragraph + "\n"
    return text, blocks


@pytest.fixture(scope="module")
def figures_pipeline() -> Pipeline:
    return Pipeline(Options(figures_only=True))


def test_claims_are_those_of_the_whole_text(seeds: Path, pipeline: Pipeline, figures_pipeline: Pipeline) -> None:
    for source in read(find([seeds]).sources):
        assert isinstance(source, Document)
        all_, figures = pipeline.extract(source), figures_pipeline.extract(source)
        assert figures.claims == all_.claims
        assert figures.excluded == all_.excluded
        assert {statement.id for statement in figures.statements} <= {statement.id for statement in all_.statements}


def test_a_text_without_figures_needs_no_language_model(document: Callable[[str], Document]) -> None:
    pipeline = Pipeline(Options(figures_only=True))
    extract = pipeline.extract(document("The gulls were loud all morning.\n\nNobody minded, Ruth Okafor said.\n"))
    assert extract.claims == ()
    assert "language" not in vars(pipeline.annotator)
