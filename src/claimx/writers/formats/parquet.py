"""Parquet for data frames and databases: one claim a row, with the optional extra `parquet`.

Figures are decimals with twelve places. One that does not fit into that is left out of its cell, never rounded: the
surface has it, and so have the other formats.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from io import BytesIO
from itertools import islice
from typing import TYPE_CHECKING, Any

import msgspec

from claimx.errors import OutputError
from claimx.extras import extra
from claimx.model import Claim, DocumentRecord, Report
from claimx.writers.interface import Writer

if TYPE_CHECKING:
    import pyarrow

_PRECISION = 38
"""Digits of a decimal in 128 bits, the widest that data frame libraries share."""
_PLACES = 12
_BEYOND = Decimal(1).scaleb(_PRECISION - _PLACES)
_ROWS = 10_000
"""Rows that are made together: as Python's own data they take many times the room."""
_LARGEST = 2**63 - 1
"""Of a whole number in 64 bits."""

_CHANGE = {"change_direction": "direction", "change_delta": "delta", "change_from": "from_", "change_to": "to"}
_DOCUMENT = {f"document_{name}": name for name in ("title", "published", "authors", "publisher")}


def _pieces(report: Report) -> Iterator[bytes]:
    with extra("parquet", "Parquet files", OutputError):
        import pyarrow
        import pyarrow.parquet
    schema = _schema(pyarrow)
    documents = {record.id: record for record in report.documents}
    rows = (_row(claim, documents[claim.document]) for claim in report.claims)
    parts = [pyarrow.Table.from_pylist(part, schema) for part in iter(lambda: list(islice(rows, _ROWS)), [])]
    data = BytesIO()
    table = pyarrow.concat_tables(parts).combine_chunks() if parts else schema.empty_table()
    pyarrow.parquet.write_table(table, data, compression="zstd")
    yield data.getvalue()


def _schema(arrow: Any) -> "pyarrow.Schema":
    text, number, decimal = arrow.string(), arrow.int64(), arrow.decimal128(_PRECISION, _PLACES)
    names = arrow.list_(text)
    speakers = arrow.list_(arrow.struct(dict.fromkeys(("name", "type", "role", "organisation"), text)))
    groups: tuple[tuple[Any, str], ...] = (
        (text, "id figure document"),
        (number, "line column start end"),
        (text, "surface sentence subject kind comparator"),
        (decimal, "value low high"),
        (number, "numerator denominator"),
        (text, "vague unit per change_direction"),
        (decimal, "change_delta change_from change_to"),
        (text, "period modality mode cue"),
        (speakers, "speakers via"),
        (names, "organisations"),
        (text, "zone"),
        (arrow.float64(), "confidence"),
        (names, "rules"),
        (text, "document_title document_published"),
        (names, "document_authors"),
        (text, "document_publisher"),
    )
    return arrow.schema([(name, kind) for kind, columns in groups for name in columns.split()])


def _row(claim: Claim, record: DocumentRecord) -> Mapping[str, object]:
    attribution = claim.attribution
    plain = {name: getattr(claim, name) for name in Claim.__struct_fields__ if name not in ("attribution", "change")}
    row = {
        **plain,
        "mode": attribution.mode,
        "cue": attribution.cue,
        "speakers": [msgspec.to_builtins(speaker) for speaker in attribution.speakers],
        "via": [msgspec.to_builtins(speaker) for speaker in attribution.via],
        **_fields(claim.change, _CHANGE),
        **_fields(record, _DOCUMENT),
    }
    return {name: cell if _fits(cell) else None for name, cell in row.items()}


def _fields(record: object | None, names: Mapping[str, str]) -> Mapping[str, object]:
    return {column: getattr(record, field, None) for column, field in names.items()}


def _fits(cell: object) -> bool:
    """Whether a cell holds the figure digit by digit; other things always fit."""
    match cell:
        case Decimal():
            exponent = cell.as_tuple().exponent
            return abs(cell) < _BEYOND and isinstance(exponent, int) and exponent >= -_PLACES
        case int():
            return abs(cell) <= _LARGEST
    return True


WRITER = Writer(suffixes=(".parquet",), pieces=_pieces)
