"""Web archives: every page and text that a server sent is a document of its own."""

import gc
import gzip
import io
import warnings
from pathlib import Path

import pytest
from fpdf import FPDF
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from claimx.model import Document, Problem
from claimx.pipeline import Pipeline
from claimx.readers import find, read

SENTENCE = "Average rents rose by 8% last year, the Harbour Trust said on Tuesday."
PAGE = f"<html><body><nav><a href='/'>Home (3)</a></nav><article><p>{SENTENCE}</p></article></body></html>"


def pdf() -> bytes:
    made = FPDF()
    made.add_page()
    made.set_font("Helvetica", size=11)
    made.cell(0, 6, SENTENCE)
    return bytes(made.output())


def archive(path: Path, *responses: tuple[str, str, bytes], status: str = "200 OK") -> Path:
    """Writes the responses (address, media type, body) as a web archive, packed if its name says so."""
    with path.open("wb") as stream, warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # warcio's writer leaves its temporary files to the collector
        writer = WARCWriter(stream, gzip=path.suffix == ".gz")
        writer.write_record(writer.create_warcinfo_record(path.name, {"software": "test"}))
        for address, media, body in responses:
            headers = StatusAndHeaders(status, [("Content-Type", media)], protocol="HTTP/1.0")
            record = writer.create_warc_record(address, "response", payload=io.BytesIO(body), http_headers=headers)
            writer.write_record(record)
            del record
        gc.collect()
    return path


def half_scanned() -> bytes:
    made = FPDF()
    made.add_page()
    made.set_font("Helvetica", size=11)
    made.cell(0, 6, SENTENCE)
    made.add_page()
    made.image(io.BytesIO(b"P6 8 8 255\n" + bytes(range(192))), w=100)
    return bytes(made.output())


def all_of(path: Path, max_size: int = 1_000_000) -> list[Document | Problem]:
    return list(read(find([path]).sources, max_size))


@pytest.mark.parametrize("name", ["crawl.warc", "crawl.warc.gz", "crawl"])
def test_claims_of_each_response(pipeline: Pipeline, tmp_path: Path, name: str) -> None:
    path = archive(
        tmp_path / name,
        ("https://example.org/page", "text/html; charset=utf-8", PAGE.encode()),
        ("https://example.org/text", "text/plain", SENTENCE.encode()),
        ("https://example.org/picture", "image/png", b"\x89PNG"),
        ("https://example.org/pdf", "application/pdf", pdf()),
    )
    documents = [found for found in all_of(path) if isinstance(found, Document)]
    assert [document.id.rpartition("/")[2] for document in documents] == ["page", "text", "pdf"]
    for document in documents:
        [claim] = pipeline.extract(document).claims
        assert document.text[claim.start : claim.end] == claim.surface == "8%"
        assert [speaker.name for speaker in claim.attribution.speakers] == ["Harbour Trust"]


def test_declared_encoding_is_used(tmp_path: Path) -> None:
    body = "<html><body>Łódź</body></html>".encode("iso-8859-2")
    [document] = all_of(archive(tmp_path / "a.warc", ("https://example.org/", "text/html; charset=iso-8859-2", body)))
    assert isinstance(document, Document)
    assert document.text == "Łódź"


def test_pages_of_a_pdf_that_are_not_read_are_told(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.warc", ("http://example.org/a.pdf", "application/pdf", half_scanned()))
    document, problem = all_of(path)
    assert isinstance(document, Document)
    assert "rose by 8%" in document.text
    assert problem == Problem("http://example.org/a.pdf", "page 2 without text (scanned?), not read")


def test_error_pages_are_no_sources(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.warc", ("https://example.org/", "text/html", PAGE.encode()), status="404 Not Found")
    assert all_of(path) == []


def test_broken_record_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    path = archive(
        tmp_path / "a.warc",
        ("https://example.org/deep", "text/html", b"<html>" + b"<div>" * 50_000),
        ("https://example.org/pdf", "application/pdf", b"%PDF-1.7"),
        ("https://example.org/large", "text/plain", b"x" * 300_000),
        ("https://example.org/good", "text/plain", SENTENCE.encode()),
    )
    deep, broken, large, good = all_of(path, max_size=270_000)
    assert deep == Problem("https://example.org/deep", "an HTML page nested more than 2000 elements deep")
    assert broken == Problem("https://example.org/pdf", "a broken PDF file")
    assert isinstance(large, Problem)
    assert large.message.startswith("larger than 0.27 MB")
    assert isinstance(good, Document)


def test_record_without_end_ends_the_archive(tmp_path: Path) -> None:
    path = archive(
        tmp_path / "a.warc.gz",
        ("https://example.org/text", "text/plain", SENTENCE.encode()),
        ("https://example.org/bomb", "text/plain", bytes(20_000_000)),
    )
    first, problem = all_of(path, max_size=100_000)
    assert isinstance(first, Document)
    assert problem == Problem("a.warc.gz", "a broken web archive; read up to its record 2")


@pytest.mark.parametrize("data", [b"", b"WARC/1.0\r\n", b"nothing of the kind\n" * 50, gzip.compress(b"nothing")])
def test_what_is_no_archive_is_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.warc").write_bytes(data)
    [problem] = all_of(tmp_path / "a.warc")
    assert isinstance(problem, Problem)
    assert "web archive" in problem.message


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
@pytest.mark.parametrize("missing", [20, 40, 80, 120])
def test_truncated_archive_yields_what_it_holds_and_is_told(tmp_path: Path, name: str, missing: int) -> None:
    """A page of which a part is missing is none: its last figure might be another."""
    path = archive(tmp_path / name, *[(f"https://example.org/{n}", "text/plain", b"It cost 3.") for n in range(3)])
    path.write_bytes(path.read_bytes()[:-missing])
    *documents, problem = all_of(path)
    assert [item.id for item in documents if isinstance(item, Document)] == [
        "https://example.org/0",
        "https://example.org/1",
    ]
    assert isinstance(problem, Problem)
    assert problem.message.startswith("a broken web archive; read up to its record")


@pytest.mark.parametrize("length", ["-5", "3", "99999", "many"])
def test_records_of_a_wrong_length_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str], length: str) -> None:
    path = archive(tmp_path / "a.warc", ("https://example.org/", "text/plain", b"It cost 3."))
    head, name, rest = path.read_bytes().rpartition(b"Content-Length: ")
    path.write_bytes(head + name + length.encode() + rest[rest.index(b"\r") :])
    [problem] = all_of(path)
    assert problem == Problem("a.warc", f"a broken web archive; read up to its record {1 if length.isdecimal() else 0}")
    assert capsys.readouterr().err == ""


def test_missing_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = archive(tmp_path / "a.warc")
    monkeypatch.setitem(__import__("sys").modules, "warcio.archiveiterator", None)
    expected = "Web archives need an extra that is not installed: pip install 'claimx[warc]'"
    assert all_of(path) == [Problem("a.warc", expected)]
