"""The rules of a run, by id and by kind."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from claimx.rulebook.literals import literals
from claimx.rulebook.openings import openings
from claimx.rulebook.schema import Rule

R = TypeVar("R", bound=Rule)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a rule is written."""

    path: Path
    line: int

    def __str__(self) -> str:
        return f"{self.path.name}:{self.line}"


@dataclass(frozen=True, slots=True)
class Rulebook:
    """All rules, by file name and place; their patterns have the fragments filled in."""

    rules: Mapping[str, Rule]
    origins: Mapping[str, Origin]
    digest: str
    """`sha256:…` over the rules' texts."""
    opened: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """What is known of the openings of patterns."""
    held: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """What is known of the literals of patterns."""

    def openings(self, pattern: str) -> frozenset[str]:
        """The words that matches of a rule's pattern can begin with; none where they cannot be told."""
        known = self.opened.get(pattern)
        return known if known is not None else openings(pattern) or frozenset()

    def literals(self, pattern: str) -> frozenset[str]:
        """What a text must hold for a rule's pattern to be found in it; see `claimx.rulebook.literals`."""
        known = self.held.get(pattern)
        return known if known is not None else literals(pattern)

    def of(self, kind: type[R]) -> tuple[R, ...]:
        """The rules of one kind."""
        return tuple(rule for rule in self.rules.values() if isinstance(rule, kind))

    def __iter__(self) -> Iterator[Rule]:
        return iter(self.rules.values())

    def __len__(self) -> int:
        return len(self.rules)
