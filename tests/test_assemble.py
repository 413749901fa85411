"""What a claim takes from all stages together."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from claimx.model import Document
from claimx.pipeline import Pipeline
from claimx.resolve import resolve
from claimx.settings import Options, generator

MakeDocument = Callable[[str], Document]


@pytest.mark.parametrize(
    ("text", "organisations"),
    [
        ("Oxfam said 40 wells had been dug.", ("Oxfam",)),
        ("Oxfam said 40 wells had been dug all over the country.", ("Oxfam",)),
        ("The company said 40 wells had been dug.", ()),
    ],
)
def test_a_claim_lists_named_organisations_alone(
    bare_pipeline: Pipeline, document: MakeDocument, text: str, organisations: tuple[str, ...]
) -> None:
    (claim,) = bare_pipeline.extract(document(text)).claims
    assert claim.organisations == organisations


def test_a_claim_lists_organisations_by_their_names_in_the_whole_run(
    bare_pipeline: Pipeline, document: MakeDocument
) -> None:
    texts = "The Harbour Pilots Association (HPA) met.", "The HPA said 40 pilots had left."
    extracts = [bare_pipeline.extract(replace(document(text), id=f"{number}.txt")) for number, text in enumerate(texts)]
    report = resolve(extracts, [], generator(Options()))
    assert [claim.organisations for claim in report.claims] == [("Harbour Pilots Association",)]
