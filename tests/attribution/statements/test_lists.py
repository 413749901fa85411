"""Lists whose items a colon introduces."""

import time
from collections.abc import Callable

import pytest

from claimx.model import Attributions, Document
from claimx.pipeline import Pipeline

Attribute = Callable[[str], Attributions]
Make = Callable[[str], Document]


@pytest.mark.parametrize(
    ("text", "speaker", "items"),
    [
        (
            "The report also finds that:\n* one patient in four dies;\n* stays fell to 11 days.\nThe town has 40 beds.",
            "report",
            ["one patient in four dies", "stays fell to 11 days"],
        ),
        (
            "The inspectors recommended:\n1. Spend £3m on beds.\n2. Hire 40 nurses.",
            "inspectors",
            ["Spend £3m on beds", "Hire 40 nurses"],
        ),
        (
            "According to the survey of tenants:\n– 40% had moved\n– 30% had not",
            "survey of tenants",
            ["40% had moved", "30% had not"],
        ),
    ],
)
def test_items_belong_to_whoever_opens_the_list(
    attribute: Attribute, text: str, speaker: str, items: list[str]
) -> None:
    found = [one for one in attribute(text).statements if not one.cue]
    assert [text[slice(*one.content[0])] for one in found] == items
    assert {one.speaker for one in found} == {speaker}


@pytest.mark.parametrize("text", ["We sell:\n* 40 hats\n* 30 shoes", "The mayor said:\nThe town has 40 beds."])
def test_other_lists_and_paragraphs_are_nobodys(attribute: Attribute, text: str) -> None:
    assert [one for one in attribute(text).statements if not one.cue] == []


@pytest.mark.parametrize(
    "unit",
    [
        "Key findings\n\nThe report found that rents rose 4%.\n\n",
        "The council said that costs rose 4%:\n\n",
        "A report said it rose 4%. ",
    ],
)
def test_repetition_takes_time_in_proportion(bare_pipeline: Pipeline, document: Make, unit: str) -> None:
    def seconds(length: int) -> float:
        source = document(unit * (length // len(unit)))
        cleaned = bare_pipeline.clean(source)
        annotation = bare_pipeline.annotate(source, cleaned)
        start = time.process_time()
        bare_pipeline.attributor.attribute(source, cleaned, annotation)
        return time.process_time() - start

    seconds(2_000)
    assert seconds(60_000) < 40 * max(seconds(4_000), 0.02)  # in proportion to the square it would be 225 times
