"""Small questions to a parse."""

from collections.abc import Callable

import pytest

from claimx.nlp import Doc
from claimx.nlp.phrases import lemma, singular, subject_of

Analysed = Callable[[str], Doc]

IRREGULAR = {"people": "person"}


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
