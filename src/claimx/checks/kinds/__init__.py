"""The checks, one module each, found by themselves: a new check is a new module with a `CHECK`."""

import importlib
import pkgutil
from collections.abc import Mapping
from functools import cache

from claimx.checks.interface import Check


@cache
def all_checks() -> Mapping[str, Check]:
    """Every check by its id, in alphabetical order."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return {name.replace("_", "-"): importlib.import_module(f"{__name__}.{name}").CHECK for name in names}
