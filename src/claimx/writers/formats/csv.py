"""CSV for spreadsheets: one claim a row, UTF-8, several names in one cell joined with `; `.

A text of a document that a spreadsheet would run as a formula is written with an apostrophe before it, which shows it
as text. Words that claimx has chosen itself, such as the comparators `=` and `->`, and numbers stay as they are: no
document can make a formula of them, and a sign alone is none.
"""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from operator import attrgetter

from claimx.model import Claim, Report, Speaker
from claimx.writers.interface import Writer

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""How a formula begins, in ASCII and full-width characters."""

Cell = str | int | float | Decimal | None


def _of_speakers(field: str) -> Callable[[Claim], Cell]:
    """The field of each speaker, in the same order in all such columns; empty where no speaker has it."""

    def cell(claim: Claim) -> Cell:
        values = [getattr(speaker, field) or "" for speaker in claim.attribution.speakers]
        return "; ".join(values) if any(values) else None

    return cell


def _of_change(field: str) -> Callable[[Claim], Cell]:
    return lambda claim: getattr(claim.change, field) if claim.change else None


def _names(speakers: Iterable[Speaker]) -> str:
    return "; ".join(speaker.name for speaker in speakers)


_COLUMNS: Mapping[str, Callable[[Claim], Cell]] = {
    **{name: attrgetter(name) for name in ("document", "line", "column", "surface", "subject")},
    **{name: attrgetter(name) for name in ("kind", "comparator", "value", "low", "high", "numerator", "denominator")},
    **{name: attrgetter(name) for name in ("vague", "unit", "per")},
    "change_direction": _of_change("direction"),
    "change_delta": _of_change("delta"),
    "change_from": _of_change("from_"),
    "change_to": _of_change("to"),
    "period": attrgetter("period"),
    "modality": attrgetter("modality"),
    "mode": attrgetter("attribution.mode"),
    "cue": attrgetter("attribution.cue"),
    "speaker": _of_speakers("name"),
    "speaker_type": _of_speakers("type"),
    "speaker_role": _of_speakers("role"),
    "speaker_organisation": _of_speakers("organisation"),
    "via": lambda claim: _names(claim.attribution.via),
    "organisations": lambda claim: "; ".join(claim.organisations),
    **{name: attrgetter(name) for name in ("sentence", "zone", "confidence", "start", "end", "id", "figure")},
    "rules": lambda claim: "; ".join(claim.rules),
}


_CLOSED = frozenset({"kind", "comparator", "change_direction", "modality", "mode", "speaker_type", "zone"})
"""Columns with words from a list; no document has a say in how they begin."""


def _written(name: str, cell: Cell) -> Cell:
    """The cell of the column with decimals digit by digit and formulas disarmed."""
    if isinstance(cell, Decimal):
        return format(cell, "f")
    formula = isinstance(cell, str) and cell.startswith(_FORMULA)
    return f"'{cell}" if formula and name not in _CLOSED else cell


def _pieces(report: Report) -> Iterator[str]:
    yield _row(_COLUMNS)
    for claim in report.claims:
        yield _row(_written(name, cell(claim)) for name, cell in _COLUMNS.items())


def _row(cells: Iterable[Cell]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerow(cells)
    return text.getvalue()


WRITER = Writer(suffixes=(".csv",), pieces=_pieces)
