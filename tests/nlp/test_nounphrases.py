"""The noun phrase that begins at a word."""

from collections.abc import Callable

import pytest

from claimx.nlp import Doc
from claimx.nlp.nounphrases import noun_phrase_from

Analysed = Callable[[str], Doc]


@pytest.mark.parametrize(
    ("text", "first", "head"),
    [
        ("They closed 12 local authorities in May.", "local", "authorities"),
        ("We fund 30 school sports clubs here.", "school", "clubs"),
        ("The firm sold 300 newly built homes last year.", "newly", "homes"),
        ("Two US special forces trainers left.", "US", "trainers"),
        ("Two Labour and Tory MPs met.", "Labour", "MPs"),
        ("Dozens of Hamas and Islamic Jihad offices shut.", "Hamas", "offices"),
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
