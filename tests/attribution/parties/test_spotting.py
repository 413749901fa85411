"""Which names are found, and what they are taken for."""

from collections.abc import Callable

import pytest

from claimx.attribution.parties.identities import Identities
from claimx.attribution.parties.lowercase import lower_words
from claimx.attribution.parties.sentences import SentenceNumbers
from claimx.attribution.parties.spotting import Spotter
from claimx.attribution.parties.vocabulary import Vocabulary
from claimx.model import Document
from claimx.pipeline import Pipeline

Names = Callable[[str], list[tuple[str, str]]]


@pytest.fixture(scope="module")
def names(bare_pipeline: Pipeline, document: Callable[[str], Document]) -> Names:
    """The names of a text, each with what it names."""
    vocabulary = Vocabulary(bare_pipeline.rulebook)

    def find(text: str) -> list[tuple[str, str]]:
        source = document(text)
        annotation = bare_pipeline.annotate(source, bare_pipeline.clean(source))
        lower = lower_words(annotation)
        spots = Spotter(vocabulary).spots(annotation, text, lower)
        identities = Identities(spots, annotation, SentenceNumbers(annotation), vocabulary, lower)
        return [(spot.name, identities.type_of(spot)) for spot in spots]

    return find


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Prime Minister Ann Lowe spoke.", [("Ann Lowe", "person")]),
        ("Ursula von der Leyen spoke.", [("Ursula von der Leyen", "person")]),
        ("“So what?” said Barnardo’s.", [("Barnardo’s", "organisation")]),
        (
            "It came from Oxfam, Shelter, The Writers’ Guild and Friends of the Earth.",
            [
                ("Oxfam", "organisation"),
                ("Shelter", "organisation"),
                ("Writers’ Guild", "organisation"),
                ("Friends of the Earth", "organisation"),
            ],
        ),
        ("The Harbour Pilots’ Guild of Wales met.", [("Harbour Pilots’ Guild of Wales", "organisation")]),
        (
            "The Independent Review of School Meals was late.",
            [("Independent Review of School Meals", "document")],
        ),
        ("Graeme Tolliver, who chairs the board, spoke.", [("Graeme Tolliver", "person")]),
        ("He drove up the A470 to Leeds.", [("A470", "other"), ("Leeds", "place")]),
        ("Mr Kent met him in Kent.", [("Kent", "person"), ("Kent", "place")]),
        ("Leila Tarn KC, prosecuting, spoke.", [("Leila Tarn", "person")]),
        ("Prosecutor Leila Tarn, KC, OBE, spoke.", [("Leila Tarn", "person")]),
        ("Omar Tull FRCP and Prof Ines Tull, Ph.D., spoke.", [("Omar Tull", "person"), ("Ines Tull", "person")]),
        ("Det Ch Insp Leila Tarn spoke to WPC Tull.", [("Leila Tarn", "person"), ("Tull", "person")]),
        ("Det Con Omar Tull spoke. DC Tull left.", [("Omar Tull", "person"), ("Tull", "person")]),
        ("Air Cdre Omar Tull spoke to Cllr Tarn.", [("Omar Tull", "person"), ("Tarn", "person")]),
    ],
)
def test_names_and_what_they_name(names: Names, text: str, expected: list[tuple[str, str]]) -> None:
    assert names(text) == expected


def test_a_common_word_with_a_capital_is_no_name(names: Names) -> None:
    assert ("Children", "person") not in names("Children need help. We asked the children.")
    assert ("Local Authorities", "organisation") not in names("Local Authorities must act. Each local authority pays.")
    assert ("Family Support", "person") not in names("Family Support has grown, for a family needs support.")
