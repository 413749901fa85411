"""`claimx extract` from paths to results, with all that can be wrong with them."""

import csv
import io
import json
import os
import subprocess
from collections.abc import Iterable
from pathlib import Path

import pyarrow.parquet
import pytest

from claimx.model import Cleaned, Document, Report
from claimx.pipeline import Pipeline
from claimx.writers import writer
from tests.cli.conftest import COMMAND, Claimx

TEXT = "Repairs cost £4.2m last year, the council said on Monday.\n"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A file with one claim and one date."""
    path = tmp_path / "repairs.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_json_in_a_pipe(claimx: Claimx, source: Path) -> None:
    result = claimx("extract", source)
    assert result.code == 0
    report = json.loads(result.out)
    assert [document["id"] for document in report["documents"]] == ["repairs.txt"]
    assert report["problems"] == []


@pytest.mark.parametrize("hash_seed", ["0", "7"])
def test_every_process_writes_the_same_bytes(
    environment: dict[str, str], seeds: Path, seeds_report: Report, hash_seed: str
) -> None:
    command = [*COMMAND, "extract", str(seeds)]
    done = subprocess.run(command, env={**environment, "PYTHONHASHSEED": hash_seed}, capture_output=True, check=True)
    assert done.stdout.decode() == writer("json").write(seeds_report)


@pytest.mark.parametrize("name", ["claims.json", "claims.jsonl", "claims.csv"])
def test_output_file_is_what_standard_output_would_be(claimx: Claimx, source: Path, name: str) -> None:
    output = source.parent / name
    result = claimx("extract", source, "-o", output)
    assert (result.code, result.out) == (0, "")
    assert output.read_text(encoding="utf-8") == claimx("extract", source, "--format", output.suffix[1:]).out


def test_parquet_is_parquet(claimx: Claimx, source: Path) -> None:
    output = source.parent / "claims.parquet"
    assert claimx("extract", source, "-o", output).code == 0
    assert pyarrow.parquet.read_table(output).column("document").to_pylist() == ["repairs.txt"]


def test_csv_is_csv(claimx: Claimx, source: Path) -> None:
    rows = list(csv.reader(io.StringIO(claimx("extract", source, "--format", "csv").out)))
    assert {len(row) for row in rows} == {len(rows[0])}


def test_format_goes_before_the_suffix(claimx: Claimx, source: Path) -> None:
    output = source.parent / "claims.txt"
    assert claimx("extract", source, "-o", output, "--format", "table").code == 0
    assert output.read_text(encoding="utf-8").startswith("Figure")


def test_summary_is_the_last_line_of_standard_error(claimx: Claimx, source: Path) -> None:
    last = claimx("extract", source).lines[-1]
    assert " in 1 document; " in last
    assert last.endswith(("excluded", "date", "time_span"))


def test_empty_file_is_a_document_without_claims_and_a_warning(claimx: Claimx, tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    (tmp_path / "b.txt").write_text(" \n\n")
    result = claimx("extract", tmp_path)
    assert result.code == 0
    assert result.lines[0] == "claimx: warning: no text in a.txt, b.txt"
    assert [document["content"] for document in json.loads(result.out)["documents"]] == [[], []]


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("scan.txt", b"\x00\x01\x02\xff" * 100, "a binary file, not text (it has a NUL byte at 0)"),
        ("cut.txt", b"it cost \xe2\x82\xac5 \xff\n", "not valid UTF-8 (byte 0xff on line 1); mend it"),
        ("report.png", b"\x89PNG \xff", "an image, not plain text"),
        ("old.json", b'{"schema_version": "1.0", "generator": {}}', "a result of claimx extract, not a source"),
    ],
)
def test_unreadable_file_is_one_line_and_2(claimx: Claimx, tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    (tmp_path / name).write_bytes(data)
    result = claimx("extract", tmp_path / name, "-o", tmp_path / "claims.json")
    assert (result.code, result.out, len(result.lines)) == (2, "", 1)
    assert result.err.startswith(f"claimx: error: {name}: {reason}")
    assert not (tmp_path / "claims.json").exists()


def test_missing_path_and_folder_without_texts(claimx: Claimx, tmp_path: Path) -> None:
    result = claimx("extract", tmp_path / "missing.txt", tmp_path)
    assert (result.code, result.out) == (2, "")
    assert [line.partition(f"{tmp_path}")[2] for line in result.lines] == [
        "/missing.txt: cannot be read: no such file or directory",
        ": no files of a known format in this folder",
    ]


def test_the_others_are_processed(claimx: Claimx, source: Path) -> None:
    (source.parent / "broken.txt").write_bytes(b"\x00")
    result = claimx("extract", source.parent, source.parent / "missing.txt")
    assert result.code == 2
    report = json.loads(result.out)
    assert [document["id"] for document in report["documents"]] == ["repairs.txt"]
    assert [Path(problem["document"]).name for problem in report["problems"]] == ["missing.txt", "broken.txt"]
    assert len(result.lines) == 3


def test_broken_line_of_json_lines(claimx: Claimx, tmp_path: Path) -> None:
    path = tmp_path / "corpus.jsonl"
    path.write_text('{"id": "a", "text": "It cost £3."}\n{"id": \n{"id": "b", "text": "It cost £4."}\n')
    result = claimx("extract", path)
    assert result.code == 2
    assert result.lines[0].startswith("claimx: error: corpus.jsonl:2: not valid JSON: ")
    assert [document["id"] for document in json.loads(result.out)["documents"]] == ["a", "b"]


def test_many_problems_are_counted(claimx: Claimx, tmp_path: Path) -> None:
    path = tmp_path / "corpus.jsonl"
    path.write_text('{"id": "a", "text": "It cost £3."}\n' + "{\n" * 50)
    result = claimx("extract", path)
    assert len(result.lines) == 22
    assert result.lines[-2] == "claimx: error: 30 more problems; --format json lists them all"
    assert len(json.loads(result.out)["problems"]) == 50


def test_huge_line_is_refused_at_once(claimx: Claimx, tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as stream:
        stream.truncate(50_000_000)
    result = claimx("extract", path)
    assert result.code == 2
    assert result.lines == ["claimx: error: huge.txt: larger than 10 MB (50.0 MB); raise --max-size, or split it"]


def test_long_line_of_digits_is_no_trouble(claimx: Claimx, tmp_path: Path) -> None:
    path = tmp_path / "digits.txt"
    path.write_text("9" * 20_000)
    assert claimx("extract", path, "--max-size", "0.02").code == 0
    assert claimx("extract", path, "--max-size", "nan").lines == [
        "claimx: error: Invalid value for '--max-size': nan is no number. See: claimx extract --help"
    ]


def test_unwritable_output_is_told_before_the_work(
    claimx: Claimx, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Pipeline, "extract", pytest.fail)
    result = claimx("extract", source, "-o", source.parent / "missing" / "claims.json")
    assert (result.code, result.out) == (2, "")
    assert result.err.endswith("/missing/claims.json: cannot be written: no such file or directory\n")


def test_broken_rules_are_told(claimx: Claimx, source: Path) -> None:
    rules = source.parent / "rules.yaml"
    rules.write_text("- id: mine.first\n  kind: fragment\n")
    result = claimx("extract", source, "--rules", rules)
    assert (result.code, len(result.lines)) == (2, 1)
    assert "rules.yaml:1: rule mine.first has no examples" in result.err


def test_missing_model_is_told(claimx: Claimx, source: Path) -> None:
    result = claimx("extract", source, "--model", "xx_no_such_model")
    assert (result.code, len(result.lines)) == (2, 1)
    assert result.err == "claimx: error: spaCy model xx_no_such_model is not installed\n"


def test_bug_in_one_document_spares_the_others(claimx: Claimx, source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (source.parent / "unlucky.txt").write_text("Five.")
    extract = Pipeline.extract_all

    def unlucky(self: Pipeline, documents: Iterable[tuple[Document, Cleaned]]) -> object:
        given = [*documents]
        return extract(self, given) if all(one.id != "unlucky.txt" for one, _ in given) else 1 // 0

    monkeypatch.setattr(Pipeline, "extract_all", unlucky)
    result = claimx("extract", source.parent)
    assert result.code == 2
    assert "unlucky.txt: a bug in claimx, please report it: ZeroDivisionError: " in result.lines[0]
    assert [document["id"] for document in json.loads(result.out)["documents"]] == ["repairs.txt"]


def test_skipped_files_are_counted_by_kind(claimx: Claimx, source: Path) -> None:
    for name in ("a.png", "b.png", ".hidden"):
        (source.parent / name).touch()
    assert "skipped 3 entries of folders: 2 .png, 1 hidden" in claimx("extract", source.parent).lines


def test_result_in_the_same_folder_is_not_read_again(claimx: Claimx, source: Path) -> None:
    output = source.parent / "claims.jsonl"
    assert claimx("extract", source.parent, "-o", output).code == 0
    first = output.read_bytes()
    assert claimx("extract", source.parent, "-o", output).code == 0
    assert output.read_bytes() == first


def test_narrower_statements_change_nothing_else(claimx: Claimx, seeds: Path, seeds_report: Report) -> None:
    everything = json.loads(writer("json").write(seeds_report))
    narrow = json.loads(claimx("extract", seeds, "--statements", "figures").out)
    assert [narrow[part] for part in ("claims", "excluded")] == [everything[part] for part in ("claims", "excluded")]
    spans = [(claim["document"], claim["start"]) for claim in narrow["claims"]]
    for statement in narrow["statements"]:
        assert any(
            name == statement["document"] and statement["start"] <= start < statement["end"] for name, start in spans
        )


def test_main_zone_alone_moves_edges_to_the_boilerplate(claimx: Claimx, seeds: Path) -> None:
    narrow = json.loads(claimx("extract", seeds, "--zones", "main").out)
    assert {block["zone"] for document in narrow["documents"] for block in document["blocks"]} <= {
        "main",
        "boilerplate",
    }


def test_working_folder_does_not_show(claimx: Claimx, source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    absolute = claimx("extract", source).out
    monkeypatch.chdir(source.parent)
    assert claimx("extract", "repairs.txt").out == claimx("extract", Path(os.curdir) / "repairs.txt").out == absolute


def test_conflicts_can_be_left_out(claimx: Claimx, tmp_path: Path) -> None:
    path = tmp_path / "rents.txt"
    path.write_text("Rents in Leeds rose by 20%, from £400 to £600 a month, the agency said.\n", encoding="utf-8")
    options = ((), ("--no-conflict", "unit_slip"), ("--no-conflict", "arithmetic"), ("--no-conflicts",))
    told = [len(json.loads(claimx("extract", path, *chosen).out)["conflicts"]) for chosen in options]
    assert told == [1, 1, 0, 0]


def test_an_unknown_kind_of_conflict_is_told(claimx: Claimx, source: Path) -> None:
    result = claimx("extract", source, "--no-conflict", "quarrel")
    assert result.code == 2
    assert "'quarrel'; there are arithmetic, quotation_altered, rival_figures, unit_slip" in result.err


def test_paths_that_lead_nowhere_are_all_counted(claimx: Claimx) -> None:
    result = claimx("extract", *(f"nowhere{number}.txt" for number in range(25)))
    assert (result.code, len(result.lines)) == (2, 21)
    assert result.lines[-1].startswith("claimx: error: 5 more problems")


@pytest.mark.parametrize(
    "options", [("--scheduler", "tcp://a:1"), ("--engine", "dask", "--scheduler", "tcp://a:1", "--jobs", "2")]
)
def test_options_of_engines_that_would_do_nothing_are_refused(
    claimx: Claimx, source: Path, options: tuple[str, ...]
) -> None:
    result = claimx("extract", source, *options)
    assert (result.code, len(result.lines)) == (2, 1)
    assert " for " in result.err
