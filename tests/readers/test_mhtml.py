"""Pages saved as one file."""

from email.message import EmailMessage
from pathlib import Path

import pytest

from claimx.model import Document, Problem
from claimx.pipeline import Pipeline
from claimx.readers import find, read

PAGE = """<html><head><title>Fares | Harbour News</title><meta name="author" content="Ada Pell"></head>
<body><nav><a href="/">Home (3)</a></nav><article><h1>Fares</h1>
<p>Fares rose by 6% on Monday, the Harbour Trust’s director said at the pier on the quay.</p></article></body></html>"""


def saved(charset: str = "utf-8") -> bytes:
    """A page as Chromium saves it."""
    made = EmailMessage()
    made["From"] = "<Saved by Blink>"
    made["Snapshot-Content-Location"] = "https://example.org/fares"
    made["Subject"] = "Fares"
    made["MIME-Version"] = "1.0"
    made.set_content(PAGE, subtype="html", charset=charset, cte="quoted-printable")
    made.make_related()
    made.add_related(b"\x89PNG", maintype="image", subtype="png")
    return bytes(made)


def only(data: bytes, folder: Path, name: str) -> Document | Problem:
    (folder / name).write_bytes(data)
    [found] = read(find([folder / name]).sources)
    return found


@pytest.mark.parametrize("name", ["fares.mhtml", "fares.mht", "fares"])
@pytest.mark.parametrize("charset", ["utf-8", "windows-1252"])
def test_claims_of_the_page(pipeline: Pipeline, tmp_path: Path, name: str, charset: str) -> None:
    document = only(saved(charset), tmp_path, name)
    assert isinstance(document, Document)
    assert document.media_type == "text/html"
    assert document.metadata is not None
    assert document.metadata.authors == ("Ada Pell",)
    assert "Trust’s" in document.text
    extract = pipeline.extract(document)
    assert [document.text[claim.start : claim.end] for claim in extract.claims] == ["6%"]


@pytest.mark.parametrize("data", [b"", b"From: <Saved by Blink>\r\n\r\n", b"MIME-Version: 1.0\r\n\r\nHello."])
def test_what_holds_no_page_is_refused(tmp_path: Path, data: bytes) -> None:
    assert isinstance(only(data, tmp_path, "a.mhtml"), Problem)
