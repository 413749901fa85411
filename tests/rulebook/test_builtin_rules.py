"""Every built-in rule is proved by its own examples and counterexamples, run through the real stages."""

from collections import defaultdict

import pytest

from claimx.proof import Failure, prove
from claimx.rulebook import Rulebook, load


@pytest.fixture(scope="module")
def failures(rulebook: Rulebook) -> dict[str, list[Failure]]:
    """The failures of all rules, by rule; one run over all texts."""
    found = defaultdict(list)
    for failure in prove(rulebook):
        found[failure.rule].append(failure)
    return found


@pytest.mark.parametrize("rule", sorted(load().rules))
def test_the_rule_finds_its_examples_and_nothing_in_its_counterexamples(
    rule: str, failures: dict[str, list[Failure]]
) -> None:
    assert [str(failure) for failure in failures[rule]] == []
