"""Conflicts between claims. A new kind is a module here with its `KIND` and `find`: there is no list to edit."""

from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple, get_args

from claimx.members import members
from claimx.model import Conflict, ConflictKind
from claimx.resolve.evidence import Evidence

ALL_KINDS: frozenset[ConflictKind] = frozenset(get_args(ConflictKind))
"""Every kind of conflict."""


class Finder(NamedTuple):
    """What finds the conflicts of one kind."""

    kind: ConflictKind
    find: Callable[[Evidence], Iterator[Conflict]]


@cache
def finders() -> tuple[Finder, ...]:
    """All kinds' finders, by the names of their modules."""
    return tuple(Finder(module.KIND, module.find) for module in members(__name__).values())


def find_conflicts(evidence: Evidence, kinds: frozenset[ConflictKind] = ALL_KINDS) -> tuple[Conflict, ...]:
    """The conflicts of the chosen kinds, kind by kind."""
    return tuple(conflict for finder in finders() if finder.kind in kinds for conflict in finder.find(evidence))
