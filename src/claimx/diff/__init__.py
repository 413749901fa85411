"""Compares the claims of two versions: matched by meaning, not by position, and told one change a sentence."""

from claimx.diff.facts import Fact, fact_of
from claimx.diff.matching import Matching, match

__all__ = ["Fact", "Matching", "fact_of", "match"]
