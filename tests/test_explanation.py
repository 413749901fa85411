"""Each number is explained: what was read from it, and which rules found what."""

from collections.abc import Callable

import pytest

from claimx.explanation import Explanation, explain
from claimx.model import Document
from claimx.pipeline import Pipeline

Make = Callable[[str], Document]


@pytest.fixture
def explained(bare_pipeline: Pipeline, document: Make) -> Callable[[str], list[Explanation]]:
    """Explains all numbers of a text."""
    return lambda text: [explanation for _, explanation in explain(bare_pipeline, document(text))]


def test_a_claim_is_explained(explained: Callable[[str], list[Explanation]]) -> None:
    (one,) = explained("Tea came late.\nAnn Hill warned that rents had soared by more than 12%.\n")
    assert (one.verdict, one.line, one.column) == ("claim", 2, 42)
    assert one.surface == "more than 12%"
    assert {
        ("kind", "percentage"),
        ("value", "12"),
        ("comparator", ">"),
        ("change", "increase by 12"),
        ("said by", "Ann Hill (indirect, cue 'warn')"),
    } <= set(one.steps)
    matched = {rule.id: rule.matched for rule in one.rules}
    assert matched["comparator.more-than"] == "more than"
    assert matched["unit.percent"] == "%"
    assert matched["change.rise"] == "soared"
    assert all(rule.why and ".yaml:" in rule.origin for rule in one.rules)
    assert [rule.matched for rule in one.said] == ["warned"]


def test_an_exclusion_is_explained(explained: Callable[[str], list[Explanation]]) -> None:
    (one,) = explained("It opened on 2 February 2023.")
    assert (one.verdict, one.surface) == ("excluded: date", "2 February 2023")
    assert [rule.matched for rule in one.rules] == ["2 February 2023"]
    assert one.said == ()


def test_furniture_shows_its_block(pipeline: Pipeline, document: Make) -> None:
    article = "Rents rose by 12% last year, the council said in a long report."
    text = f"{article}\n\nCopyright 2021 The Example. All rights reserved."
    *_, (_, one) = explain(pipeline, document(text))
    assert one.verdict == "excluded: boilerplate"
    assert dict(one.steps)["block"].startswith("footer at ")
