"""A table to read: which figure, of what, who says so, where. One claim a line, columns aligned, nothing cut."""

from collections.abc import Iterator

from claimx.display import visible
from claimx.model import Claim, Report
from claimx.writers.interface import Writer

HEADINGS = ("Figure", "Of what", "Who says so", "Where")


def row(claim: Claim) -> tuple[str, str, str, str]:
    """A claim's cells, fit to be shown in a terminal."""
    who = ", ".join(speaker.name for speaker in claim.attribution.speakers) or "(the document)"
    cells = (claim.surface, claim.subject or "", who, f"{claim.document}:{claim.line}")
    figure, subject, speaker, place = map(visible, cells)
    return figure, subject, speaker, place


def _pieces(report: Report) -> Iterator[str]:
    widths = [0] * len(HEADINGS)
    for cells in _rows(report):
        widths = [max(width, len(cell)) for width, cell in zip(widths, cells, strict=True)]
    for cells in _rows(report):
        yield "  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip() + "\n"


def _rows(report: Report) -> Iterator[tuple[str, ...]]:
    yield HEADINGS
    yield from map(row, report.claims)


WRITER = Writer(suffixes=(), pieces=_pieces)
