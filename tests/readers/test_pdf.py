"""PDF files become paragraphs; what only turns their pages is told from what they say."""

import io
from pathlib import Path

import pytest
from fpdf import FPDF

from claimx.model import Document, Metadata, Problem
from claimx.pipeline import Pipeline
from claimx.readers import find, read

LONG = (
    "Average rents in the county's coastal towns rose by 8% last year, the Harbour Housing Trust said in a report on "
    "Tuesday, and one in five tenants now pays more than half of their income for a flat that is smaller than before. "
)


class Report(FPDF):
    """A report with a running head and numbered pages."""

    def header(self) -> None:
        self.set_font("Helvetica", size=8)
        self.cell(0, 8, "Harbour Trust, report no. 14")
        self.ln(12)

    def footer(self) -> None:
        self.set_y(-15)
        self.set_font("Helvetica", size=8)
        self.cell(0, 8, f"Page {self.page_no()}", align="C")


def saved(pdf: FPDF, path: Path) -> Path:
    pdf.output(str(path))
    return path


def start(pdf: FPDF, size: int = 11) -> FPDF:
    pdf.add_page()
    pdf.set_font("Helvetica", size=size)
    return pdf


def only(path: Path, max_size: int = 1_000_000) -> Document | Problem:
    [found] = read(find([path]).sources, max_size)
    return found


def text(path: Path) -> str:
    found = only(path)
    assert isinstance(found, Document)
    return found.text


def test_claims_of_a_report(pipeline: Pipeline, tmp_path: Path) -> None:
    pdf = start(Report())
    for number in range(1, 16):
        pdf.multi_cell(0, 5.5, LONG + f"In round {number} the survey reached 900 homes.")
        pdf.ln(4)
    document = only(saved(pdf, tmp_path / "report.pdf"))
    assert isinstance(document, Document)
    extract = pipeline.extract(document)
    assert all(document.text[claim.start : claim.end] == claim.surface for claim in extract.claims)
    assert sum(claim.surface == "8%" for claim in extract.claims) == 15
    rules = {document.text[b.start : b.end]: b.rule for b in extract.document.blocks if b.zone == "boilerplate"}
    assert rules.keys() == {"Harbour Trust, report no. 14", "Page 1", "Page 2"}
    assert all(block.element in ("p", "page-header", "page-number") for block in extract.document.blocks)


def test_paragraph_goes_on_over_the_page(tmp_path: Path) -> None:
    pdf = start(Report())
    written = [f"{LONG}{LONG}The town of {name} was the {name} of them all." for name in "abcdefghijklmnop"]
    for paragraph in written:
        pdf.multi_cell(0, 5.5, paragraph)
        pdf.ln(4)
    paragraphs = text(saved(pdf, tmp_path / "a.pdf")).split("\n\n")
    body = [paragraph for paragraph in paragraphs if "rents" in paragraph]
    assert body == written


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("They called for inter-", "vention in the towns."), "They called for intervention in the towns."),
        (("It is a long-", "term plan."), "It is a long-term plan."),
        (("A twin-set costs more. One twin-", "set costs £9."), "A twin-set costs more. One twin-set costs £9."),
        (("The trains of Aix-", "Marseille ran."), "The trains of Aix-Marseille ran."),
    ],
)
def test_divided_words_are_joined(tmp_path: Path, lines: tuple[str, str], expected: str) -> None:
    pdf = start(FPDF())
    for line in lines:
        pdf.cell(0, 6, line)
        pdf.ln(6)
    assert text(saved(pdf, tmp_path / "a.pdf")) == expected


def test_headings_and_lists_stand_alone(tmp_path: Path) -> None:
    pdf = start(FPDF(), 18)
    pdf.multi_cell(0, 9, "Rents in the coastal towns", new_x="LMARGIN", new_y="NEXT")
    pdf.set_font("Helvetica", size=11)
    pdf.multi_cell(0, 5.5, LONG, new_x="LMARGIN", new_y="NEXT")
    for item in ("1. Rents rose in 14 of 20 towns", "2. Wages rose by 3%"):
        pdf.multi_cell(0, 5.5, item, new_x="LMARGIN", new_y="NEXT")
    document = only(saved(pdf, tmp_path / "a.pdf"))
    assert isinstance(document, Document)
    assert [hint.element for hint in document.hints] == ["h2", "p", "li", "li"]


def test_metadata(tmp_path: Path) -> None:
    pdf = start(FPDF())
    pdf.set_title("Rents in the towns")
    pdf.set_author("Jane Marsh")
    pdf.cell(0, 6, "Text.")
    found = only(saved(pdf, tmp_path / "a.pdf"))
    assert isinstance(found, Document)
    assert found.metadata == Metadata(title="Rents in the towns", authors=("Jane Marsh",))


@pytest.fixture
def picture() -> io.BytesIO:
    """A small bitmap file."""
    rows = b"P6 8 8 255\n" + bytes(range(192))
    return io.BytesIO(rows)


def test_scan_without_text_is_reported(tmp_path: Path, picture: io.BytesIO) -> None:
    pdf = FPDF()
    pdf.add_page()
    pdf.image(picture, w=100)
    found = only(saved(pdf, tmp_path / "a.pdf"))
    assert isinstance(found, Problem)
    assert found.message.startswith("a scanned PDF file without text")


def test_scanned_pages_among_others_are_reported(tmp_path: Path, picture: io.BytesIO) -> None:
    pdf = start(FPDF())
    pdf.cell(0, 6, "It cost £3.")
    for _ in range(2):
        pdf.add_page()
        pdf.image(picture, w=100)
    pdf.add_page()
    document, problem = read(find([saved(pdf, tmp_path / "a.pdf")]).sources)
    assert isinstance(document, Document)
    assert problem == Problem("a.pdf", "pages 2-3 without text (scanned?), not read")


def test_blank_file_is_an_empty_document(tmp_path: Path) -> None:
    pdf = FPDF()
    pdf.add_page()
    assert text(saved(pdf, tmp_path / "a.pdf")) == ""


def test_encrypted_file_is_named_so(tmp_path: Path) -> None:
    pdf = start(FPDF())
    pdf.cell(0, 6, "It cost £3.")
    pdf.set_encryption("owner", "user")
    assert only(saved(pdf, tmp_path / "a.pdf")) == Problem("a.pdf", "an encrypted PDF file")


@pytest.mark.parametrize("data", [b"%PDF-1.7 nothing more", b"%PDF-", b"\x00" * 100])
def test_broken_file_is_named_so(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.pdf").write_bytes(data)
    assert only(tmp_path / "a.pdf") == Problem("a.pdf", "a broken PDF file")


def test_too_much_text_is_refused(tmp_path: Path) -> None:
    pdf = start(FPDF())
    pdf.multi_cell(0, 6, LONG * 8)
    found = only(saved(pdf, tmp_path / "a.pdf"), max_size=1_000)
    assert isinstance(found, Problem)
    assert found.message.startswith("larger than 0.001 MB")


def test_missing_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pypdfium2", None)
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7")
    expected = "PDF files need an extra that is not installed: pip install 'claimx[pdf]'"
    assert only(tmp_path / "a.pdf") == Problem("a.pdf", expected)
