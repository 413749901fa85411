"""`claimx rules`: list, show and test."""

from pathlib import Path

import pytest

from claimx.rulebook import Rulebook
from tests.cli.conftest import Claimx

RULE = """# My own.

- id: fragment.test-month
  kind: fragment
  pattern: June|July
  why: Months of summer are named by these words.
  examples: [{text: It rained in June., find: June}]
  counterexamples: [It rained.]

# The next one.
- id: fragment.test-day
  kind: fragment
  pattern: Monday
  why: Days are named by these words, of which there are seven.
  examples: [{text: It rained on Monday., find: Monday}]
  counterexamples: [It rained.]
"""


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    """A directory with two rules that hold."""
    (tmp_path / "mine.yaml").write_text(RULE, encoding="utf-8")
    return tmp_path


def test_the_list_has_every_rule_in_one_line(claimx: Claimx, rulebook: Rulebook) -> None:
    result = claimx("rules", "list")
    rows = [line.split("\t") for line in result.out.splitlines()]
    assert (result.code, result.err) == (0, "")
    assert [row[0] for row in rows] == list(rulebook.rules)
    assert {len(row) for row in rows} == {4}


def test_the_list_has_the_added_rules(claimx: Claimx, rules: Path) -> None:
    lines = claimx("rules", "list", "--rules", rules).out.splitlines()
    assert lines[-2] == "fragment.test-month\tfragment\tmine.yaml:3\tMonths of summer are named by these words."


def test_a_rule_is_shown_as_it_is_written(claimx: Claimx, rules: Path) -> None:
    shown = claimx("rules", "show", "fragment.test-month", "--rules", rules).out
    assert shown == "# mine.yaml:3\n" + RULE[RULE.index("- id") : RULE.index("\n# The next")]


def test_an_unknown_rule_is_an_error_that_helps(claimx: Claimx, rules: Path) -> None:
    result = claimx("rules", "show", "fragment.test-mont", "--rules", rules)
    assert result.code == 2
    assert "there is no rule fragment.test-mont; did you mean fragment.test-month?" in result.err


def test_rules_that_hold(claimx: Claimx, rules: Path) -> None:
    result = claimx("rules", "test", rules)
    assert (result.code, result.out) == (0, "")
    assert result.err == "2 rules with 4 examples and counterexamples: all proved\n"


def test_a_rule_that_fails_is_told_in_one_line(claimx: Claimx, rules: Path) -> None:
    (rules / "mine.yaml").write_text(RULE.replace("pattern: Monday", "pattern: Sunday"), encoding="utf-8")
    result = claimx("rules", "test", rules / "mine.yaml")
    assert result.code == 1
    assert result.out == ("mine.yaml:11: fragment.test-day: 'It rained on Monday.': expected 'Monday', found nothing\n")
    assert result.err == "2 rules with 4 examples and counterexamples: 1 fail, in 1 examples\n"


def test_a_rule_that_cannot_be_read_is_an_error(claimx: Claimx, rules: Path) -> None:
    (rules / "mine.yaml").write_text(RULE.replace("pattern: Monday", "pattern: (Mon"), encoding="utf-8")
    result = claimx("rules", "test", rules)
    assert result.code == 2
    assert "mine.yaml:11: rule fragment.test-day: broken pattern" in result.err
