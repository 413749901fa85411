"""The kinds of rule, one family a module. A new kind is a subclass of `Rule` in a module here: no list to edit."""

from functools import cache

from claimx.members import members
from claimx.rulebook.schema import Rule


@cache
def all_kinds() -> tuple[type[Rule], ...]:
    """Every kind of rule, by name."""
    members(__name__)  # a kind is known once its module is imported
    return tuple(sorted(_leaves(Rule), key=lambda kind: str(kind.__struct_config__.tag)))


def _leaves(kind: type[Rule]) -> list[type[Rule]]:
    subclasses = kind.__subclasses__()
    return [leaf for sub in subclasses for leaf in _leaves(sub)] if subclasses else [kind]
