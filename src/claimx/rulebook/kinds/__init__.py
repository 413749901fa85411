"""The kinds of rule, one family a module. A new kind is a subclass of `Rule` in a module here: no list to edit."""

import importlib
import pkgutil
from functools import cache

from claimx.rulebook.schema import Rule


@cache
def all_kinds() -> tuple[type[Rule], ...]:
    """Every kind of rule, by name."""
    for module in pkgutil.iter_modules(__path__):
        importlib.import_module(f"{__name__}.{module.name}")
    return tuple(sorted(_leaves(Rule), key=lambda kind: str(kind.__struct_config__.tag)))


def _leaves(kind: type[Rule]) -> list[type[Rule]]:
    subclasses = kind.__subclasses__()
    return [leaf for sub in subclasses for leaf in _leaves(sub)] if subclasses else [kind]
