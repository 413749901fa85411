"""HTML pages, one document a file: its text as a browser shows it, with what the markup says of each part."""

from collections.abc import Iterator
from typing import BinaryIO

from claimx.model import Document, Problem
from claimx.readers.html.signature import looks_like_html
from claimx.readers.interface import Reader, Source
from claimx.readers.stream import whole


def _read(source: Source, stream: BinaryIO, limit: int) -> Iterator[Document | Problem]:
    from claimx.readers.html.page import html_document

    yield html_document(source.id, whole(source, stream, limit))


READER = Reader(suffixes=(".html", ".htm", ".xhtml"), recognises=looks_like_html, read=_read, insists=True)
