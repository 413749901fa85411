"""Parquet: typed columns, exact figures, nothing that is rounded to fit."""

import builtins
import io
from decimal import Decimal
from typing import Any

import msgspec
import pyarrow.parquet
import pytest

from claimx.errors import OutputError
from claimx.model import Report
from claimx.writers import writer


def rows(report: Report) -> list[dict[str, Any]]:
    """What a reader of the written file gets."""
    content = writer("parquet").write(report)
    assert isinstance(content, bytes)
    found: list[dict[str, Any]] = pyarrow.parquet.read_table(io.BytesIO(content)).to_pylist()
    return found


def with_figure(report: Report, **fields: object) -> Report:
    """The report with fields of its claim changed."""
    return msgspec.structs.replace(report, claims=(msgspec.structs.replace(report.claims[0], **fields),))


def test_each_claim_is_a_row(full_report: Report) -> None:
    [row] = rows(full_report)
    claim = full_report.claims[0]
    assert (row["id"], row["surface"], row["start"], row["value"]) == (
        claim.id,
        claim.surface,
        claim.start,
        claim.value,
    )
    assert [speaker["name"] for speaker in row["speakers"]] == ["Ruth Okafor", "Harbour Trust"]
    assert (row["change_direction"], row["change_delta"]) == ("increase", Decimal(1000))
    assert row["document_title"] == "Pay at the harbour"
    assert row["vague"] is None


def test_same_report_gives_same_bytes(full_report: Report) -> None:
    assert writer("parquet").write(full_report) == writer("parquet").write(full_report)


def test_columns_are_there_without_claims(full_report: Report) -> None:
    content = writer("parquet").write(msgspec.structs.replace(full_report, claims=()))
    assert isinstance(content, bytes)
    table = pyarrow.parquet.read_table(io.BytesIO(content))
    assert table.num_rows == 0
    assert str(table.schema.field("value").type) == "decimal128(38, 12)"


@pytest.mark.parametrize("exact", ["18.09", "-0.000000000001", "99999999999999999999999999", "1.6E+9", "0"])
def test_figures_keep_every_digit(exact: str, full_report: Report) -> None:
    [row] = rows(with_figure(full_report, value=Decimal(exact)))
    assert row["value"] == Decimal(exact)


@pytest.mark.parametrize(
    ("field", "figure"),
    [("value", Decimal("1E-13")), ("value", Decimal("1E+26")), ("low", Decimal("-1E+30")), ("numerator", 10**20)],
)
def test_figure_that_does_not_fit_is_left_out_not_rounded(
    field: str, figure: Decimal | int, full_report: Report
) -> None:
    [row] = rows(with_figure(full_report, **{field: figure}))
    assert row[field] is None
    assert row["surface"] == full_report.claims[0].surface


def test_missing_library_is_told(full_report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    usual = builtins.__import__

    def without_pyarrow(name: str, *rest: Any) -> Any:
        if name.partition(".")[0] == "pyarrow":
            raise ImportError(name)
        return usual(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without_pyarrow)
    with pytest.raises(OutputError, match=r"pip install 'claimx\[parquet\]'"):
        writer("parquet").write(full_report)
