"""What `claimx diff` gives out, whatever the format."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Literal, get_args

from msgspec import Struct

from claimx.diff.changes import ChangeKind, ClaimChange
from claimx.diff.comparison import Comparison, Renaming

SCHEMA_VERSION = "1.0"


class Unread(Struct, frozen=True, kw_only=True):
    """A document that could not be read in one of the versions, and why. It is left out of both."""

    version: Literal["old", "new"]
    document: str
    message: str


class DiffReport(Struct, frozen=True, kw_only=True):
    """How the claims of two versions differ."""

    schema_version: str
    counts: Mapping[ChangeKind, int]
    """How many changes of each kind there are, also of those that are not shown."""
    changes: tuple[ClaimChange, ...]
    """In the order of the new documents and their texts; what was removed, at its old place. Claims that are only
    reworded stand here if that is asked for."""
    renamings: tuple[Renaming, ...]
    """Documents that are not in both versions under one name."""
    problems: tuple[Unread, ...]

    @property
    def hidden(self) -> int:
        """How many changes are not shown."""
        return sum(self.counts.values()) - len(self.changes)


def report_on(comparison: Comparison, problems: Sequence[Unread] = (), *, reworded: bool = False) -> DiffReport:
    """The comparison made ready to be given out; `reworded`: with the claims that say the same in other words."""
    counts = Counter(change.kind for change in comparison.changes)
    return DiffReport(
        schema_version=SCHEMA_VERSION,
        counts={kind: counts[kind] for kind in get_args(ChangeKind)},
        changes=tuple(change for change in comparison.changes if reworded or change.kind != "reworded"),
        renamings=comparison.renamings,
        problems=tuple(problems),
    )
