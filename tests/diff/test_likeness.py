"""Of several facts, which one is most like another."""

from typing import Any

import pytest

from claimx.diff.likeness import likeness, profile
from tests.diff.conftest import MakeFact

OLD = {
    "surface": "£5m",
    "sentence": "Repairs of the pier cost £5m last year.",
    "value": 5,
    "kind": "money",
    "unit": "GBP",
}


@pytest.mark.parametrize(
    ("closer", "farther"),
    [
        pytest.param({}, {"sentence": "Last year repairs cost £5m."}, id="words"),
        pytest.param(
            {"sentence": "The pier was repaired for £5m."},
            {"sentence": "The pier was repaired for £6m.", "surface": "£6m", "value": 6},
            id="figure",
        ),
        pytest.param({"subject": "Repairs of the pier"}, {"subject": "gates of the pier"}, id="subject"),
        pytest.param({}, {"speakers": ("Ida Moss",)}, id="speaker"),
        pytest.param(
            {"surface": "£6m", "sentence": "Repairs of the pier cost £6m last year.", "value": 6},
            {"surface": "$6m", "sentence": "Repairs of the pier cost $6m last year.", "value": 6, "unit": "USD"},
            id="unit",
        ),
    ],
)
def test_closer_fact_scores_higher(fact: MakeFact, closer: dict[str, Any], farther: dict[str, Any]) -> None:
    old, near, far = (
        profile(fact(**{**OLD, "subject": "Repairs of the pier", **more})) for more in ({}, closer, farther)
    )
    assert 0 < likeness(old, far) < likeness(old, near) <= 1


def test_fact_is_most_like_itself(fact: MakeFact) -> None:
    one = profile(fact(**OLD, subject="Repairs"))
    assert likeness(one, one) == pytest.approx(1)


def test_words_far_from_the_figure_cost_no_time(fact: MakeFact) -> None:
    one = profile(fact("£5m", "word " * 100_000 + "£5m" + " word" * 100_000))
    assert max(len(one.before), len(one.after), len(one.context)) < 1_000
