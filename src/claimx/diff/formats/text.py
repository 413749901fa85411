"""One change a line: `+` added, `-` removed, `~` changed, `>` moved, `=` reworded."""

from collections.abc import Iterator, Mapping

from claimx.diff.changes import ChangeKind
from claimx.diff.formats import Writer
from claimx.diff.report import DiffReport

_MARKS: Mapping[ChangeKind, str] = {
    "added": "+",
    "removed": "-",
    "moved_into_article": ">",
    "moved_out_of_article": ">",
    "reworded": "=",
}


def lines(report: DiffReport) -> Iterator[tuple[str, str]]:
    """Each change's mark and its line."""
    for change in report.changes:
        mark = _MARKS.get(change.kind, "~")
        yield mark, f"{mark} {change.sentence}"


def _write(report: DiffReport) -> str:
    return "".join(f"{line}\n" for _, line in lines(report))


WRITER = Writer(suffixes=(".txt",), write=_write)
