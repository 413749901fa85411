"""Word documents become paragraphs, lists, rows and notes, with nothing of what Word can hold left out."""

import io
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml

from claimx.model import Document, Metadata, Problem
from claimx.pipeline import Pipeline
from claimx.readers import find, read

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def only(path: Path, max_size: int = 1_000_000) -> Document | Problem:
    [found] = read(find([path]).sources, max_size)
    return found


def read_back(file: Any, path: Path) -> Document:
    file.save(str(path))
    found = only(path)
    assert isinstance(found, Document)
    return found


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the document goes."""
    return tmp_path / "report.docx"


def test_claims_of_a_report(pipeline: Pipeline, path: Path) -> None:
    file = docx.Document()
    file.core_properties.title = "Rents in the towns"
    file.core_properties.author = "Jane Marsh; admin"
    file.add_heading("Rents rise by 8%", 0)
    file.add_heading("Findings", 1)
    file.add_paragraph("Average rents rose by 8% last year, the Harbour Trust said on Tuesday.")
    file.add_paragraph("Wages rose by 3% in the towns.", style="List Bullet")
    file.add_paragraph("About 40 boats were counted.", style="List Bullet")
    table = file.add_table(2, 2)
    for row, cells in zip(table.rows, (("Town", "Rent"), ("Seaford", "£950")), strict=True):
        for cell, words in zip(row.cells, cells, strict=True):
            cell.text = words
    file.sections[0].header.paragraphs[0].text = "Report no. 14"
    document = read_back(file, path)
    assert document.text == (
        "Rents rise by 8%\n\nFindings\n\nAverage rents rose by 8% last year, the Harbour Trust said on Tuesday.\n"
        "Wages rose by 3% in the towns.\nAbout 40 boats were counted.\n\nTown\tRent\nSeaford\t£950\n\nReport no. 14"
    )
    elements = ["h1", "h2", "p", "li", "li", "tr", "tr", "p"]
    assert [hint.element for hint in document.hints] == elements
    assert document.metadata == Metadata(title="Rents in the towns", authors=("Jane Marsh",))
    extract = pipeline.extract(document)
    assert all(document.text[claim.start : claim.end] == claim.surface for claim in extract.claims)
    assert {"8%", "3%", "About 40 boats", "£950"} <= {claim.surface for claim in extract.claims}
    assert extract.document.blocks[-1].rule == "markup.running-head"


def test_insertions_controls_and_text_boxes_are_read_and_deletions_are_not(path: Path) -> None:
    file = docx.Document()
    paragraph = file.add_paragraph("It cost ")
    for xml in (
        f"<w:ins {W}><w:r><w:t>£3</w:t></w:r></w:ins>",
        f"<w:del {W}><w:r><w:delText>£4</w:delText></w:r></w:del>",
        f"<w:sdt {W}><w:sdtContent><w:r><w:t> in May.</w:t></w:r></w:sdtContent></w:sdt>",
        f"<w:r {W}><w:pict><w:txbxContent><w:p><w:r><w:t>Boxed: £5.</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>",
    ):
        paragraph._p.append(parse_xml(xml))
    assert read_back(file, path).text == "It cost £3 in May.\n\nBoxed: £5."


def test_footnotes_stand_after_the_text(path: Path) -> None:
    file = docx.Document()
    file.add_paragraph("It cost £3.")._p.append(parse_xml(f'<w:r {W}><w:footnoteReference w:id="2"/></w:r>'))
    notes = (
        f'<w:footnotes {W}><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
        '<w:footnote w:id="2"><w:p><w:r><w:t>Of which £1 is tax.</w:t></w:r></w:p></w:footnote></w:footnotes>'
    )
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    part = Part(PackURI("/word/footnotes.xml"), kind, notes.encode(), file.part.package)
    file.part.relate_to(part, relation)
    document = read_back(file, path)
    assert document.text == "It cost £3.[2]\n\nOf which £1 is tax."
    assert document.hints[-1].element == "footnote"


def test_tables_within_tables_are_read_once(path: Path) -> None:
    file = docx.Document()
    table = file.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Seaford", "£950"
    inner = table.cell(0, 1).add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "of which heating", "£80"
    assert read_back(file, path).text == "Seaford\t£950\n\nof which heating\t£80"


def test_table_of_one_cell_is_a_frame(path: Path) -> None:
    file = docx.Document()
    cell = file.add_table(1, 1).cell(0, 0)
    cell.text = "Rents rose by 8%."
    cell.add_paragraph("Wages rose by 3%.")
    document = read_back(file, path)
    assert document.text == "Rents rose by 8%.\n\nWages rose by 3%."
    assert [hint.element for hint in document.hints] == ["p", "p"]


def test_archive_that_unpacks_to_too_much_is_refused_unpacked(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b" " * 30_000_000)
    found = only(path)
    assert found == Problem("report.docx", "a Word document that unpacks to more than 20 MB")


def test_entities_that_multiply_are_not_expanded(path: Path) -> None:
    made = io.BytesIO()
    docx.Document().save(made)
    bomb = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa">' + "".join(
        f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    body = f"{bomb}]><w:document {W}><w:body><w:p><w:r><w:t>&i;</w:t></w:r></w:p></w:body></w:document>"
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            new.writestr(name, body if name == "word/document.xml" else old.read(name))
    found = only(path)
    assert isinstance(found, Problem) or found.text == ""


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "a broken Word document, or another kind of file"),
        (b"PK\x03\x04 and no more", "a broken Word document, or another kind of file"),
        (OLE, "an encrypted Word document, or one of before 2007; save it as .docx without a password"),
    ],
)
def test_broken_and_encrypted_files_are_named_so(path: Path, data: bytes, reason: str) -> None:
    path.write_bytes(data)
    assert only(path) == Problem("report.docx", reason)


def test_another_archive_is_named_so(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("notes.txt", "It cost £3.")
    assert only(path) == Problem("report.docx", "a broken Word document, or another kind of file")


def test_missing_extra_is_named(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    docx.Document().save(str(path))
    monkeypatch.setitem(__import__("sys").modules, "docx", None)
    expected = "Word documents need an extra that is not installed: pip install 'claimx[docx]'"
    assert only(path) == Problem("report.docx", expected)
