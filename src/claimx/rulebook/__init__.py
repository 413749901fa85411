"""The rules: data in YAML files, read into typed records. Everything a user might want to change is one of them."""

from claimx.rulebook.loader import load
from claimx.rulebook.rulebook import Rulebook
from claimx.rulebook.schema import Example, Rule

__all__ = ["Example", "Rule", "Rulebook", "load"]
