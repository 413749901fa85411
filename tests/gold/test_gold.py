"""The gold gate: no score of the seeds may fall below the one that is kept."""

import pytest

from claimx.evaluation import Evaluation, evaluate, read_gold
from claimx.model import Report
from tests.gold.score import HERE, SEEDS, flat, kept


@pytest.fixture(scope="module")
def result(seeds_report: Report) -> Evaluation:
    """The seeds' report beside the gold."""
    return evaluate(seeds_report, read_gold(HERE / "seeds.jsonl", SEEDS), across_documents=True)


@pytest.mark.parametrize("score", sorted(kept()))
def test_no_score_falls(result: Evaluation, score: str) -> None:
    assert flat(result)[score] >= kept()[score], [str(mistake) for mistake in result.mistakes]


def test_every_score_is_kept(result: Evaluation) -> None:
    assert set(flat(result)) == set(kept())
