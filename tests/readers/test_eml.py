"""Mail messages: what the sender wrote becomes claims, what they quote does not."""

from email.message import EmailMessage
from pathlib import Path

import pytest

from claimx.model import Document, LeftOut, Metadata, Problem
from claimx.pipeline import Pipeline
from claimx.readers import find, read

WRITTEN = """Dear all,

Average rents rose by 8% last year, the Harbour Trust said on Tuesday in its long
report. One in five tenants pays more than half of their income.

On Mon, 4 Mar 2024 at 09:00, Tom Lee <tom@example.org>
wrote:
> We have 300 flats to let.
> They cost £400.

About 40 people came.

-- \nAnn Field
Call 01234 567890
"""


def message(subject: str = "Rents up 8%") -> EmailMessage:
    made = EmailMessage()
    made["From"] = "Ann Field <ann@example.org>"
    made["Organization"] = "Harbour Trust"
    made["Subject"] = subject
    made["Date"] = "Tue, 05 Mar 2024 10:00:00 +0000"
    return made


def only(data: bytes | EmailMessage, folder: Path, name: str = "a.eml") -> Document | Problem:
    (folder / name).write_bytes(bytes(data))
    [found] = read(find([folder / name]).sources)
    return found


def ids(data: bytes, folder: Path) -> list[str]:
    (folder / "a.eml").write_bytes(data)
    return [item.id for item in read(find([folder / "a.eml"]).sources) if isinstance(item, Document)]


def text(data: bytes | EmailMessage, folder: Path) -> str:
    found = only(data, folder)
    assert isinstance(found, Document)
    return found.text


FORWARDED = """See below.

Ann

-- \nAnn Field
Call 01234 567890

{marker}
From: Tom Lee <tom@example.org>
Date: Mon, 4 Mar 2024 at 09:00
Subject: Flats

We have 300 flats to let at £400 a month, said the Harbour Trust.

> How many of the 500 are left?
"""


@pytest.mark.parametrize(
    ("subject", "marker", "kept"),
    [
        ("Fwd: Flats", "---------- Forwarded message ---------", True),
        ("Flats", "Begin forwarded message:", True),
        ("FW: Flats", "-----Original Message-----", True),
        ("RE: Flats", "-----Original Message-----", False),
    ],
)
def test_what_is_sent_on_is_kept(pipeline: Pipeline, tmp_path: Path, subject: str, marker: str, *, kept: bool) -> None:
    """What is answered is not; nor are the head of what is sent on, a signature, or what it quotes itself."""
    made = message(subject)
    made.set_content(FORWARDED.format(marker=marker))
    document = only(made, tmp_path)
    assert isinstance(document, Document)
    extract = pipeline.extract(document)
    assert {claim.surface for claim in extract.claims} == ({"300 flats", "£400 a month"} if kept else set())


def test_claims_are_those_of_the_sender(pipeline: Pipeline, tmp_path: Path) -> None:
    made = message()
    made.set_content(WRITTEN)
    made.add_alternative("<html><body><p>Not this.</p></body></html>", subtype="html")
    document = only(made, tmp_path)
    assert isinstance(document, Document)
    assert document.text.startswith("Rents up 8%\n\nDear all,\n\nAverage rents")
    assert "in its long report. One" in document.text
    extract = pipeline.extract(document)
    assert all(document.text[claim.start : claim.end] == claim.surface for claim in extract.claims)
    claimed = {claim.surface for claim in extract.claims}
    assert {"8%", "One in five", "About 40 people"} <= claimed
    assert not {"300 flats", "£400"} & claimed
    rules = {document.text[b.start : b.end]: b.rule for b in extract.document.blocks}
    assert rules["> They cost £400."] == "markup.quoted-message"
    assert rules["Ann Field"] == "markup.quoted-message"


def test_headers_become_metadata(tmp_path: Path) -> None:
    made = message("=?utf-8?q?Caf=C3=A9s?=")
    made.set_content("Text.")
    document = only(made, tmp_path)
    assert isinstance(document, Document)
    assert document.metadata == Metadata("Cafés", "2024-03-05", ("Ann Field",), "Harbour Trust")


def test_page_is_read_where_there_is_no_plain_text(tmp_path: Path) -> None:
    made = message()
    made.set_content("<html><body><p>It cost <b>£3</b>.</p></body></html>", subtype="html")
    document = only(made, tmp_path)
    assert isinstance(document, Document)
    assert document.text == "Rents up 8%\n\nIt cost £3."
    assert [document.text[hint.start : hint.end] for hint in document.hints] == ["Rents up 8%", "It cost £3."]


def test_original_message_is_quoted_to_its_end(tmp_path: Path) -> None:
    made = message()
    made.set_content("It cost £3.\n\n-----Original Message-----\nFrom: Tom\n\nIt cost £4.\n")
    document = only(made, tmp_path)
    assert isinstance(document, Document)
    assert [hint.element for hint in document.hints] == ["title", "p", "quoted-message", "quoted-message"]


def test_message_is_recognised_without_its_suffix(tmp_path: Path) -> None:
    made = message()
    made.set_content("It cost £3.")
    document = only(made, tmp_path, "message")
    assert isinstance(document, Document)
    assert document.media_type == "message/rfc822"


def test_letter_that_begins_like_a_message_is_a_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("From: the mayor\nTo: all\nIt cost £3.\n")
    [found] = read(find([tmp_path / "a.txt"]).sources)
    assert isinstance(found, Document)
    assert found.media_type == "text/plain"


def test_unknown_encoding_does_not_stop_it(tmp_path: Path) -> None:
    head = b"From: a@example.org\nSubject: x\nMIME-Version: 1.0\nContent-Type: text/plain; charset=x-none\n\n"
    assert text(head + b"It cost 3 pounds.\n", tmp_path) == "x\n\nIt cost 3 pounds."


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no message at all",
        b"From: a@example.org\nMIME-Version: 1.0\nContent-Type: image/png\n\nxx",
        b"From: a@example.org\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n" + b"--b\n" * 10_000,
    ],
)
def test_what_has_no_text_is_refused(tmp_path: Path, data: bytes) -> None:
    assert only(data, tmp_path) == Problem("a.eml", "a mail message without text")


def test_parts_within_parts_do_not_end_the_run(tmp_path: Path) -> None:
    data = b"From: a@example.org\nMIME-Version: 1.0\n"
    for number in range(3_000):
        data += b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (number, number)
    found = only(data + b"Content-Type: text/plain\n\nIt cost 3 pounds.\n", tmp_path)
    assert isinstance(found, Problem)


def read_all(made: EmailMessage, folder: Path) -> list[Document | Problem]:
    (folder / "a.eml").write_bytes(bytes(made))
    return list(read(find([folder / "a.eml"]).sources))


def with_attachments() -> EmailMessage:
    made = message()
    made.set_content("The figures are attached.")
    page = "<html><body><article><p>The pier cost £4m, the council said on Monday.</p></article></body></html>"
    made.add_attachment("It drew 900 people.", filename="notes.txt")
    made.add_attachment(page.encode(), maintype="application", subtype="octet-stream", filename="page.html")
    made.add_attachment("Es kamen 90 Gäste.", charset="iso-8859-1", filename="a/../b.txt")
    made.add_attachment(b"\x89PNG....", maintype="image", subtype="png", filename="logo.png")
    made.add_attachment(b"PK\x05\x06" + bytes(18), maintype="application", subtype="zip", filename="all.zip")
    made.add_attachment(b"%PDF-1.4 broken", maintype="application", subtype="pdf", filename="report.pdf")
    return made


def test_attachments_are_documents_of_their_own(tmp_path: Path) -> None:
    found = {item.id: item.text for item in read_all(with_attachments(), tmp_path) if isinstance(item, Document)}
    assert list(found) == ["a.eml", "a.eml/notes.txt", "a.eml/page.html", "a.eml/a_.._b.txt"]
    assert found["a.eml"] == "Rents up 8%\n\nThe figures are attached."
    assert found["a.eml/notes.txt"] == "It drew 900 people.\n"
    assert "£4m" in found["a.eml/page.html"]
    assert "Gäste" in found["a.eml/a_.._b.txt"]


def test_attachments_that_are_not_read_are_told(tmp_path: Path) -> None:
    problems = [item for item in read_all(with_attachments(), tmp_path) if isinstance(item, Problem)]
    assert problems == [
        LeftOut("a.eml/all.zip", "an attachment of a kind that is not read (application/zip)"),
        Problem("a.eml/report.pdf", "a broken PDF file"),
    ]


def test_parts_are_found_wherever_mail_programs_put_them(tmp_path: Path) -> None:
    """A file beside the page in one of the forms of a message, and text that goes on behind a file."""
    data = b"""From: a@example.org
Subject: x
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary=a

--a
Content-Type: text/plain

It cost 3 pounds.
--a
Content-Type: multipart/mixed; boundary=b

--b
Content-Type: text/html

<p>It cost <b>3</b> pounds.</p>
--b
Content-Type: application/octet-stream; name=notes.md
Content-Disposition: inline; filename=notes.md

It drew 900 people.
--b
Content-Type: text/html

<p>Bye.</p>
--b--
--a--
"""
    mixed = data.replace(b"multipart/alternative", b"multipart/mixed")
    assert ids(data, tmp_path) == ["a.eml", "a.eml/notes.md"]
    assert ids(mixed, tmp_path) == [
        "a.eml",
        "a.eml/attachment 1",
        "a.eml/notes.md",
        "a.eml/attachment 3",
    ]


@pytest.mark.parametrize("declared", ["", "; charset=us-ascii", "; charset=iso-8859-1", "; charset=utf-8"])
def test_bytes_are_read_as_what_they_seem_to_be(tmp_path: Path, declared: str) -> None:
    head = f"From: a@example.org\nSubject: x\nMIME-Version: 1.0\nContent-Type: text/plain{declared}\n\n".encode()
    assert text(head + b"It\x92s \xa33 a head.", tmp_path) == "x\n\nIt’s £3 a head."


def test_attached_messages_are_read_so_deep(tmp_path: Path) -> None:
    made = message("0")
    made.set_content("Number 0.")
    for number in range(1, 6):
        outer = message(str(number))
        outer.set_content(f"Number {number}.")
        outer.add_attachment(made)
        made = outer
    found = read_all(made, tmp_path)
    assert [item.text for item in found if isinstance(item, Document)] == [f"{n}\n\nNumber {n}." for n in (5, 4, 3, 2)]
    assert [item.message for item in found if isinstance(item, Problem)] == ["a message within more than 3 others"]


def test_message_of_nothing_but_an_attachment(tmp_path: Path) -> None:
    made = message()
    made.add_attachment("It drew 900 people.", filename="notes.txt")
    assert [item.id for item in read_all(made, tmp_path) if isinstance(item, Document)] == ["a.eml/notes.txt"]


def test_too_many_attachments_are_told(tmp_path: Path) -> None:
    made = message()
    made.set_content("Hello.")
    for number in range(202):
        made.add_attachment(f"{number} people came.", filename=f"{number}.txt")
    found = read_all(made, tmp_path)
    assert sum(isinstance(item, Document) for item in found) == 201
    assert found[-1] == Problem("a.eml", "more than 200 attachments; the others are not read")
