"""PDF, one document a file: its paragraphs, without the running heads and numbers of its pages between them."""

from collections.abc import Iterator
from typing import BinaryIO

from claimx.model import Document, Problem
from claimx.readers.interface import Reader, Source
from claimx.readers.stream import CONTAINER, whole


def _read(source: Source, stream: BinaryIO, limit: int) -> Iterator[Document | Problem]:
    from claimx.readers.pdf.file import pdf_documents

    return pdf_documents(source.id, whole(source, stream, CONTAINER * limit), limit)


READER = Reader(suffixes=(".pdf",), recognises=lambda head: head.startswith(b"%PDF-"), read=_read, insists=True)
