"""Compares a report with gold annotations: what was found, how right it is, and which rules were at work."""

from claimx.evaluation.comparison import Mistake
from claimx.evaluation.gold import GoldDocument, GoldMention, read_gold
from claimx.evaluation.scorer import Evaluation, Score, evaluate

__all__ = ["Evaluation", "GoldDocument", "GoldMention", "Mistake", "Score", "evaluate", "read_gold"]
