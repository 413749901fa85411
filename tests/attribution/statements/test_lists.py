"""Lists whose items a colon introduces."""

from collections.abc import Callable

import pytest

from claimx.model import Attributions

Attribute = Callable[[str], Attributions]


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
