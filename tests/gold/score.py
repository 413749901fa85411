"""Scores the seeds against our own answers.

usage: python -m tests.gold.score [--keep] [--mistakes]

--keep writes the scores to scores.json, which the test suite refuses to fall below; --mistakes lists every difference.
"""

import json
import sys
from collections.abc import Mapping
from pathlib import Path

from claimx.evaluation import Evaluation, evaluate, read_gold
from claimx.run import run
from claimx.settings import Options

HERE = Path(__file__).resolve().parent
SEEDS = HERE.parent.parent / "seeds"
KEPT = HERE / "scores.json"


def evaluation() -> Evaluation:
    """The seeds' report beside the gold."""
    gold = list(read_gold(HERE / "seeds.jsonl", SEEDS))
    return evaluate(run((document for _, document in gold), Options()), gold, across_documents=True)


def flat(result: Evaluation) -> dict[str, float]:
    """Every F1, from 0 to 1."""
    fields = {f"field.{name}": score for name, score in result.fields.items()}
    return {name: round(score.f1, 4) for name, score in (dict(result.scores) | fields).items()}


def kept() -> Mapping[str, float]:
    """The scores that must not fall."""
    scores: Mapping[str, float] = json.loads(KEPT.read_text(encoding="utf-8"))
    return scores


if __name__ == "__main__":
    result = evaluation()
    scores = flat(result)
    if "--keep" in sys.argv:
        KEPT.write_text(json.dumps(scores, indent=2) + "\n", encoding="utf-8")
    if "--mistakes" in sys.argv:
        for mistake in result.mistakes:
            place = f"{mistake.document}:{mistake.start}"
            print(f"{place} {mistake.surface!r} {mistake.what}: {mistake.expected} / {mistake.found} {mistake.rules}")
    for name, value in scores.items():
        print(f"{name:18} {value:.4f}")
