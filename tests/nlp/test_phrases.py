"""Small questions to a parse."""

from collections.abc import Callable

import pytest

from claimx.model import Block, Document
from claimx.nlp import Doc
from claimx.nlp.phrases import lemma, noun_phrase_from, singular, subject_of
from claimx.pipeline import Pipeline

Analysed = Callable[[str], Doc]

IRREGULAR = {"people": "person"}


@pytest.fixture(scope="session")
def analysed(pipeline: Pipeline, document: Callable[[str], Document]) -> Analysed:
    def analyse(text: str) -> Doc:
        [doc] = pipeline.annotator.annotate(document(text), [Block(0, len(text), "paragraph", "main", 1.0)]).docs
        return doc

    return analyse


@pytest.mark.parametrize(
    ("text", "first", "head"),
    [
        ("They closed 12 local authorities in May.", "local", "authorities"),
        ("We fund 30 school sports clubs here.", "school", "clubs"),
        ("The firm sold 300 newly built homes last year.", "newly", "homes"),
        ("Some 20 people's lives were lost.", "people", "lives"),
    ],
)
def test_noun_phrase_from_its_first_word(analysed: Analysed, text: str, first: str, head: str) -> None:
    doc = analysed(text)
    phrase = noun_phrase_from(next(token for token in doc if token.text == first))
    assert phrase is not None
    assert phrase.head.text == head


def test_no_noun_phrase_where_none_begins(analysed: Analysed) -> None:
    doc = analysed("In Leeds, 300 were held.")
    assert noun_phrase_from(next(token for token in doc if token.text == "were")) is None


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("They helped 40 people.", "people", "person"),
        ("They closed 12 authorities.", "authorities", "authority"),
        ("Some 40 MPs rebelled.", "MPs", "MP"),
        ("It cost 12 lives.", "lives", "life"),
        ("Thousands of Americans left.", "Americans", "American"),
    ],
)
def test_singular(analysed: Analysed, text: str, word: str, expected: str) -> None:
    doc = analysed(text)
    assert singular(next(token for token in doc if token.text == word), IRREGULAR) == expected


def test_lemma_of_forms_that_the_lemmatizer_misreads(analysed: Analysed) -> None:
    doc = analysed("Ministers were hoping for more.")
    assert [lemma(token) for token in doc if token.text == "hoping"] == ["hope"]


def test_subject_is_shared_by_coordinated_verbs(analysed: Analysed) -> None:
    doc = analysed("Prices rose sharply and then fell again.")
    fell = next(token for token in doc if token.text == "fell")
    subject = subject_of(fell)
    assert subject is not None
    assert subject.text == "Prices"
