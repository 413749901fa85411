"""The lines that say what a run found and left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimx.diff.report import DiffReport
    from claimx.model import Report
    from claimx.readers import Skipped

_MOST_NAMES = 5


def summary(report: Report) -> str:
    """`N claims, M figures in K documents; X numbers excluded: 12 boilerplate, 7 date`, the commonest reason first."""
    found = f"{_count(report.claims, 'claim')}, {_count(report.figures, 'figure')}"
    line = f"{found} in {_count(report.documents, 'document')}; {_count(report.excluded, 'number')} excluded"
    reasons = _tally(number.reason for number in report.excluded)
    return f"{line}: {reasons}" if reasons else line


def skipped_line(skipped: Sequence[Skipped]) -> str:
    """`skipped 3 entries of folders: 2 .png, 1 hidden`; empty where nothing was."""
    if not skipped:
        return ""
    entries = "1 entry" if len(skipped) == 1 else f"{len(skipped)} entries"
    return f"skipped {entries} of folders: {_tally(item.reason for item in skipped)}"


def changes_line(report: DiffReport) -> str:
    """`3 changes: 2 value, 1 added; 4 reworded (--all shows them)`, the commonest kind first."""
    kinds = _tally(change.kind.replace("_", " ") for change in report.changes)
    line = f"{_count(report.changes, 'change')}: {kinds}" if kinds else "no changes"
    return f"{line}; {report.hidden:,} reworded (--all shows them)" if report.hidden else line


def some_of(names: Sequence[str]) -> str:
    """`a, b, c and 14 more`."""
    more = len(names) - _MOST_NAMES
    return ", ".join(names[:_MOST_NAMES]) + (f" and {more:,} more" if more > 0 else "")


def _count(items: Sequence[object], noun: str) -> str:
    return f"{len(items):,} {noun}" if len(items) == 1 else f"{len(items):,} {noun}s"


def _tally(names: Iterable[str]) -> str:
    ordered = sorted(Counter(names).items(), key=lambda item: (-item[1], item[0]))
    return ", ".join(f"{number:,} {name}" for name, number in ordered)
