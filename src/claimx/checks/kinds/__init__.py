"""The checks, one module each, found by themselves: a new check is a new module with a `CHECK`."""

from collections.abc import Mapping
from functools import cache

from claimx.checks.interface import Check
from claimx.members import members


@cache
def all_checks() -> Mapping[str, Check]:
    """Every check by its id, in alphabetical order."""
    return {name.replace("_", "-"): module.CHECK for name, module in members(__name__).items()}
