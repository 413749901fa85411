"""A rule's examples fail when the results do not name it, or say something else."""

from pathlib import Path

import msgspec
import pytest

from claimx.proof import prove
from claimx.rulebook import Example, Rulebook, load
from claimx.rulebook.kinds.exclusion import Exclusion
from claimx.rulebook.kinds.fragment import Fragment
from claimx.rulebook.rulebook import Origin


def rulebook(
    *examples: Example, counterexamples: tuple[str, ...] = ("It was cold.",), pattern: str = r"\bJune\b"
) -> Rulebook:
    """A rulebook of one rule that is proved by its own pattern."""
    rule = Fragment(
        id="fragment.test",
        why="Stands for nothing but a test.",
        pattern=pattern,
        examples=examples,
        counterexamples=counterexamples,
    )
    return Rulebook(rules={rule.id: rule}, origins={rule.id: Origin(Path("rules/test.yaml"), 7)}, digest="sha256:0")


def test_a_rule_that_finds_its_examples_is_proved() -> None:
    assert list(prove(rulebook(Example("It rained in June.", "June")))) == []


def test_an_example_that_is_not_found_fails() -> None:
    (failure,) = prove(rulebook(Example("It rained in June.", "in June")))
    assert str(failure) == "test.yaml:7: fragment.test: 'It rained in June.': expected 'in June', found 'June'"


def test_an_example_in_which_nothing_is_found_fails() -> None:
    (failure,) = prove(rulebook(Example("It rained in May.", "May")))
    assert (failure.expected, failure.found) == ("'May'", "nothing")


def test_a_counterexample_in_which_something_is_found_fails() -> None:
    (failure,) = prove(rulebook(Example("It rained in June.", "June"), counterexamples=("June was cold.",)))
    assert (failure.text, failure.expected, failure.found) == ("June was cold.", "nothing", "'June'")


def test_only_the_chosen_rules_are_proved() -> None:
    broken = rulebook(Example("It rained in May.", "May"))
    assert list(prove(broken, [])) == []


@pytest.mark.parametrize(
    ("expected", "proved"), [({"value": 7}, True), ({"value": "7.0"}, True), ({"value": 8}, False)]
)
def test_the_fields_of_a_detected_mention_are_compared(expected: dict[str, object], proved: bool) -> None:
    real = load()
    rule = msgspec.structs.replace(
        real.rules["number.small-words"],
        examples=(Example("The council closed seven libraries.", "seven libraries", expected),),
    )
    changed = Rulebook(rules={**real.rules, rule.id: rule}, origins=real.origins, digest=real.digest)
    failures = list(prove(changed, [rule]))
    assert (failures == []) == proved
    if not proved:
        assert failures[0].expected == "'seven libraries' with value 8"
        assert failures[0].found == "value 7"


def test_a_pattern_that_no_example_shows_at_work_fails() -> None:
    real = load()
    rule = real.rules["date.decade"]
    assert isinstance(rule, Exclusion)
    changed = msgspec.structs.replace(rule, patterns=(*rule.patterns, r"\\bthe naughties\\b"))
    rules = Rulebook(rules={**real.rules, rule.id: changed}, origins=real.origins, digest=real.digest)
    (failure,) = prove(rules, [changed])
    assert failure.found == f"pattern {len(changed.patterns)} is matched by none of its examples"


def test_patterns_are_matched_with_the_letter_case_of_the_stage() -> None:
    real = load()
    rule = real.rules["date.part-of-year"]
    assert isinstance(rule, Exclusion)
    strict = msgspec.structs.replace(rule, ignore_case=False)
    rules = Rulebook(rules={**real.rules, rule.id: strict}, origins=real.origins, digest=real.digest)
    found = [failure.found for failure in prove(rules, [strict])]
    assert "pattern 2 is matched by none of its examples" in found
    assert list(prove(real, [rule])) == []
