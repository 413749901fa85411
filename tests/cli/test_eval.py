"""`claimx eval`: scores on a gold file of the user's."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Claimx

TEXT = "Repairs of the pier cost £4.2m in 2019.\n"
GOLD = {
    "id": "pier.txt",
    "mentions": [
        {"surface": "£4.2m", "claim": True, "kind": "money", "value": 4200000, "unit": "GBP"},
        {"surface": "2019", "claim": False, "reason": "date"},
    ],
}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """A gold file beside its text."""
    (tmp_path / "pier.txt").write_text(TEXT, encoding="utf-8")
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(GOLD) + "\n", encoding="utf-8")
    return path


def test_the_scores_are_a_table(claimx: Claimx, gold: Path) -> None:
    result = claimx("eval", gold, "--texts", gold.parent)
    assert (result.code, result.err) == (0, "")
    lines = result.out.splitlines()
    assert lines[0].split() == ["gold", "found", "right", "P", "R", "F1"]
    assert lines[1] == "detection         1      1      1  1.000  1.000  1.000"


def test_the_mistakes_name_the_rules(claimx: Claimx, gold: Path) -> None:
    gold.write_text(gold.read_text(encoding="utf-8").replace("4200000", "4300000"), encoding="utf-8")
    lines = claimx("eval", gold, "--texts", gold.parent, "--mistakes", "5").out.splitlines()
    assert any(line.split()[:4] == ["1", "of", "1", "currency.sign"] for line in lines)
    assert lines[-1].startswith("pier.txt:25: '£4.2m' value: value 4300000.0 expected, value 4200000 found [")


def test_json_for_scripts(claimx: Claimx, gold: Path) -> None:
    result = json.loads(claimx("eval", gold, "--texts", gold.parent, "--format", "json").out)
    assert set(result) == {"scores", "fields", "rules", "mistakes"}
    assert result["fields"]["value"] == {"gold": 1, "found": 1, "right": 1, "precision": 1, "recall": 1, "f1": 1}


def test_a_missing_text_is_an_error(claimx: Claimx, gold: Path) -> None:
    (gold.parent / "pier.txt").unlink()
    result = claimx("eval", gold, "--texts", gold.parent)
    assert result.code == 2
    assert "gold.jsonl:1: its text" in result.err


def test_a_missing_gold_file_is_an_error(claimx: Claimx, tmp_path: Path) -> None:
    result = claimx("eval", tmp_path / "none.jsonl", "--texts", tmp_path)
    assert (result.code, len(result.lines)) == (2, 1)
