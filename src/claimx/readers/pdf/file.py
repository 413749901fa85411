"""A PDF file as a document, and a problem for the pages that have no text."""

import hashlib
import re
import time
from collections.abc import Iterator, Sequence
from typing import Any

from claimx.errors import InputError
from claimx.extras import extra
from claimx.model import Document, Metadata, Problem
from claimx.readers.pdf.furniture import furniture
from claimx.readers.pdf.lines import Line, is_picture, lines_of
from claimx.readers.pdf.paragraphs import paragraphs
from claimx.readers.size import too_large
from claimx.readers.textbuilder import TextBuilder

_MOST_PAGES = 5_000
_LONGEST = 120.0
"""Seconds after which the pages that are left are given up."""
_FILE = re.compile(r"^Microsoft \w+ - |\.(?:docx?|pdf|indd|qxd|pptx?|xlsx?|odt|rtf|tex)$|^untitled", re.IGNORECASE)
"""Titles that a program gave."""


def pdf_documents(id_: str, data: bytes, limit: int) -> Iterator[Document | Problem]:
    """The document of a PDF file and what of it could not be read. Raises InputError for a file that is broken,
    encrypted, a scan without text, or holds more than `limit` bytes of text."""
    with extra("pdf", "PDF files"):
        import pypdfium2
    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        encrypted = "password" in str(error).lower()
        raise InputError("an encrypted PDF file" if encrypted else "a broken PDF file") from error
    try:
        pages, scans, unread = _pages(pdf, limit)
        builder = TextBuilder()
        for paragraph in paragraphs(pages, furniture(pages)):
            builder.add(paragraph.text, paragraph.element, paragraph.within)
        metadata = _metadata(pdf)
    finally:
        pdf.close()
    if scans and not builder.length:
        raise InputError("a scanned PDF file without text; recognise its text first, for instance with ocrmypdf")
    yield Document(
        id_,
        builder.text,
        hashlib.sha256(data).hexdigest(),
        media_type="application/pdf",
        hints=tuple(builder.hints),
        metadata=metadata,
    )
    if scans:
        yield Problem(id_, f"{_named(scans)} without text (scanned?), not read")
    if unread:
        yield Problem(id_, f"{_named(unread)} broken or beyond the limits, not read")


def _pages(pdf: Any, limit: int) -> tuple[list[list[Line]], list[int], list[int]]:
    """The lines of each page; the numbers of the pages that are pictures, and of those that were given up."""
    from pypdfium2 import PdfiumError

    pages: list[list[Line]] = []
    scans: list[int] = []
    unread: list[int] = []
    size, end = 0, time.monotonic() + _LONGEST
    for number in range(1, len(pdf) + 1):
        if number > _MOST_PAGES or time.monotonic() > end:
            unread += range(number, len(pdf) + 1)
            break
        try:
            page = pdf[number - 1]
            lines = lines_of(page, number)
            if not lines and is_picture(page):
                scans.append(number)
            page.close()
        except PdfiumError:
            unread.append(number)
            continue
        size += sum(len(line.text) for line in lines)
        if size > limit:
            raise InputError(too_large(None, limit))
        pages.append(lines)
    return pages, scans, unread


def _named(pages: Sequence[int]) -> str:
    """`page 3` or `pages 2-4, 9`, no more than a few of them."""
    runs: list[list[int]] = []
    for page in pages:
        if runs and page == runs[-1][1] + 1:
            runs[-1][1] = page
        else:
            runs.append([page, page])
    shown = ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in runs[:8])
    more = " and others" if len(runs) > 8 else ""
    return f"{'page' if len(pages) == 1 else 'pages'} {shown}{more}"


def _metadata(pdf: Any) -> Metadata | None:
    """What the file says of itself; its dates are those of files, not of what they say."""
    fields = {name: " ".join(value.split()) for name, value in pdf.get_metadata_dict(skip_empty=True).items()}
    title, author = fields.get("Title"), fields.get("Author", "")
    title = None if title and _FILE.search(title) else title
    # a single word is the name of an account
    authors = (author,) if " " in author and "@" not in author else ()
    return Metadata(title=title, authors=authors) if title or authors else None
