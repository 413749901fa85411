"""A table to read: which figure, of what, who says so, where. One claim a line, columns aligned, nothing cut."""

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


def _write(report: Report) -> str:
    rows = [HEADINGS, *(row(claim) for claim in report.claims)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ("  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)) for cells in rows)
    return "".join(line.rstrip() + "\n" for line in lines)


WRITER = Writer(suffixes=(), write=_write)
