"""Reports in every format: exact figures, safe cells, one claim a line where that is the format."""

import csv
import io
import json
from decimal import Decimal
from typing import get_args

import msgspec
import pytest

from claimx.errors import OutputError
from claimx.model import Claim, Comparator, Report, Speaker
from claimx.writers import name_for, names, writer

TEXTS = ("csv", "json", "jsonl", "table")


def written(name: str, report: Report) -> str:
    """The report in a format that is text."""
    content = writer(name).write(report)
    assert isinstance(content, str)
    return content


def with_claim(report: Report, **changes: object) -> Report:
    """The report with its first claim changed."""
    return msgspec.structs.replace(report, claims=(msgspec.structs.replace(report.claims[0], **changes),))


def csv_row(report: Report) -> dict[str, str]:
    [row] = csv.DictReader(io.StringIO(written("csv", report)))
    return row


def test_formats_are_found_by_themselves() -> None:
    assert names() == ("csv", "json", "jsonl", "parquet", "table")


@pytest.mark.parametrize("name", TEXTS)
def test_text_ends_in_a_line_feed_and_is_always_the_same(name: str, full_report: Report) -> None:
    text = written(name, full_report)
    assert text.endswith("\n")
    assert text == written(name, full_report)


@pytest.mark.parametrize(("name", "lines"), [("csv", 1), ("jsonl", 0), ("table", 1)])
def test_report_without_claims(name: str, lines: int, full_report: Report) -> None:
    empty = msgspec.structs.replace(full_report, claims=())
    assert len(written(name, empty).splitlines()) == lines


def test_json_has_every_field_in_the_records_order(full_report: Report) -> None:
    data = json.loads(written("json", full_report))
    assert list(data) == list(Report.__struct_fields__)
    assert list(data["claims"][0]) == list(Claim.__struct_fields__)
    assert data["claims"][0]["attribution"]["speakers"][0]["name"] == "Ruth Okafor"


@pytest.mark.parametrize(
    ("value", "digits"),
    [
        ("18.09", "18.09"),
        ("1.6E+9", "1600000000"),
        ("1E-7", "0.0000001"),
        ("-0.50", "-0.50"),
        ("12345678901234567890.123456789", "12345678901234567890.123456789"),
    ],
)
@pytest.mark.parametrize("name", ["json", "jsonl", "csv"])
def test_figures_are_written_digit_by_digit(name: str, value: str, digits: str, full_report: Report) -> None:
    text = written(name, with_claim(full_report, value=Decimal(value)))
    if name == "csv":
        assert csv_row(with_claim(full_report, value=Decimal(value)))["value"] == digits
    else:
        assert f'"value":{digits},' in text.replace('"value": ', '"value":')


def test_json_lines_name_the_document(full_report: Report) -> None:
    [line] = written("jsonl", full_report).splitlines()
    row = json.loads(line)
    assert row["document"] == "news/harbour.txt"
    assert (row["document_title"], row["document_authors"]) == ("Pay at the harbour", ["Ben Sole"])


def test_csv_columns(full_report: Report) -> None:
    row = csv_row(full_report)
    assert row["surface"] == "£18.09 an hour"
    assert (row["speaker"], row["speaker_role"]) == ("Ruth Okafor; Harbour Trust", "chair; ")
    assert (row["change_direction"], row["change_delta"], row["change_from"]) == ("increase", "1000", "0.0000001")
    assert row["vague"] == ""


@pytest.mark.parametrize("text", ["=1+1", "+3%", "-0.5%", "@SUM(A1)", "\tx", "＝A1"])
def test_csv_disarms_formulas(text: str, full_report: Report) -> None:
    assert csv_row(with_claim(full_report, surface=text))["surface"] == f"'{text}"


@pytest.mark.parametrize("comparator", get_args(Comparator))
def test_csv_keeps_comparators(comparator: Comparator, full_report: Report) -> None:
    assert csv_row(with_claim(full_report, comparator=comparator))["comparator"] == comparator


def test_csv_keeps_negative_figures(full_report: Report) -> None:
    assert csv_row(with_claim(full_report, value=Decimal("-3")))["value"] == "-3"


def test_csv_quotes_what_csv_needs_quoted(full_report: Report) -> None:
    sentence = 'She said: "Pay, and\nwork."'
    assert csv_row(with_claim(full_report, sentence=sentence))["sentence"] == sentence


def test_table_is_aligned(full_report: Report) -> None:
    assert written("table", full_report) == (
        "Figure          Of what  Who says so                 Where\n"
        "£18.09 an hour  pay      Ruth Okafor, Harbour Trust  news/harbour.txt:3\n"
    )


def test_table_names_the_document_where_nobody_speaks(full_report: Report) -> None:
    silent = msgspec.structs.replace(full_report.claims[0].attribution, speakers=())
    assert "(the document)" in written("table", with_claim(full_report, attribution=silent))


def test_table_shows_what_a_terminal_would_obey(full_report: Report) -> None:
    hostile = Speaker(name="[bold]\x1b[31mEve\x07\u202e\nCo", type="person")
    attribution = msgspec.structs.replace(full_report.claims[0].attribution, speakers=(hostile,))
    text = written("table", with_claim(full_report, attribution=attribution))
    assert "[bold]\\x1b[31mEve\\x07\\u202e Co" in text
    assert len(text.splitlines()) == 2


def test_unknown_format_is_named() -> None:
    with pytest.raises(OutputError, match="no output format xml; there are csv, json, jsonl, parquet, table"):
        writer("xml")


@pytest.mark.parametrize(("path", "name"), [("a/b.JSON", "json"), ("x.jsonl", "jsonl"), ("x.tar.csv", "csv")])
def test_format_follows_the_suffix(path: str, name: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    assert name_for(tmp_path_factory.getbasetemp() / path) == name
