"""Tells of what could not be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.cli import console

if TYPE_CHECKING:
    from claimx.model import Problem

_MOST_PROBLEMS = 20
"""Problems that are told one by one; beyond, their number says more."""


class Problems:
    """Tells of problems as they are met, each once: the first ones in full, then how many more there were."""

    def __init__(self) -> None:
        self._met = 0
        self._told: set[Problem] = set()

    def tell(self, problem: Problem) -> None:
        """Tells of one problem."""
        if problem in self._told:
            return
        self._met += 1
        if self._met <= _MOST_PROBLEMS:
            self._told.add(problem)
            console.error(f"{problem.document}: {problem.message}")

    def close(self) -> None:
        """Says how many problems were not told in full."""
        if self._met > _MOST_PROBLEMS:
            console.error(f"{self._met - _MOST_PROBLEMS} more problems; --format json lists them all")
