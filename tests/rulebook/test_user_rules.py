"""Rules that users may well write, and that nothing may stumble over."""

from pathlib import Path

from claimx.model import Document
from claimx.pipeline import Options, Pipeline

RULES = r"""
- id: unit.test
  kind: unit
  measures: measure
  units: {"{old}chain": ["{old} chains"]}
  why: Braces that are no gap stand for themselves.
  examples: [{text: It was June., find: June}]
  counterexamples: [It was raining.]
- id: reporting.test
  kind: source-document
  asks: always
  nouns: ["study (new"]
  why: Signs that mean something in patterns stand for themselves.
  examples: [{text: It was June., find: June}]
  counterexamples: [It was raining.]
- id: imprint.test
  kind: imprint
  role: dateline
  patterns: ['(?P<day>\d{1,2})\. (?P<month>[A-Z][a-z]{2,8}) (?P<year>\d{4})']
  why: Months may be in other words than those of English.
  examples: [{text: It was June., find: June}]
  counterexamples: [It was raining.]
"""


def test_users_rules_with_signs_and_foreign_words_do_no_harm(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text(RULES, encoding="utf-8")
    text = "Title of the piece\n\n3. Juin 2023\n\nFares rose by 5%, the harbour's study (new) said on Monday.\n"
    extract = Pipeline(Options(rules=(tmp_path,))).extract(Document("a.txt", text, ""))
    assert [claim.surface for claim in extract.claims] == ["5%"]
    assert extract.document.published is None
