"""Web archives (.warc, .warc.gz), one document a response: the pages and texts that a crawler saved."""

import hashlib
import io
import re
import zlib
from collections.abc import Iterator
from contextlib import redirect_stderr
from typing import Any, BinaryIO

from claimx.errors import InputError
from claimx.extras import extra
from claimx.model import Document, Problem
from claimx.readers.decoding import decode
from claimx.readers.html.signature import looks_like_html
from claimx.readers.interface import Reader, Source
from claimx.readers.size import too_large

_TYPES = ("response", "resource", "conversion")
_PAGES = ("text/html", "application/xhtml+xml")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{2,40})", re.IGNORECASE)
_PIECE = 65_536
_DRAINED = 50
"""How many times the limit a record may be longer before the archive is given up: its end must be read to be found."""


def _read(source: Source, stream: BinaryIO, limit: int) -> Iterator[Document | Problem]:
    with extra("warc", "Web archives"):
        from warcio.archiveiterator import ArchiveIterator
        from warcio.exceptions import ArchiveLoadFailed
        from warcio.statusandheaders import StatusAndHeadersParserException as BadHeaders
    count = 0
    try:
        for record in _records(ArchiveIterator(stream)):
            if record.rec_type in _TYPES:
                count += 1
                address = record.rec_headers.get_header("WARC-Target-URI") or f"{source.id}:{count}"
                yield from _of_record(record, address, limit)
    except (ArchiveLoadFailed, BadHeaders, zlib.error, EOFError, ValueError, AttributeError, TypeError) as error:
        raise InputError(f"a broken web archive; read up to its record {count}") from error
    if not count:
        raise InputError("a web archive without responses")


def _records(archive: Any) -> Iterator[Any]:
    """The records of an archive. Raises EOFError where it ends within one, or one is longer than it says: warcio tells
    of neither, but for a note of its own on the standard error."""
    while True:
        with redirect_stderr(io.StringIO()):
            record = next(archive, None)
        if archive.err_count:
            raise EOFError
        if record is None:
            break
        if not (record.rec_headers.get_header("Content-Length") or "").isdecimal():
            raise EOFError
        yield record
        if not _is_whole(record):
            raise EOFError
    if archive.fh.tell() > archive.offset:  # the head of one more
        raise EOFError


def _is_whole(record: Any) -> bool:
    """Whether the archive holds all the bytes that the record has by its header."""
    while record.raw_stream.read(_PIECE):
        pass
    return bool(record.raw_stream.limit == 0)


def _of_record(record: Any, address: str, limit: int) -> Iterator[Document | Problem]:
    headers = record.http_headers
    status = headers.get_statuscode() if headers else "200"
    if not status.startswith("2"):
        return
    declared = headers.get_header("Content-Type") if headers else record.rec_headers.get_header("Content-Type")
    media, _, parameters = (declared or "").partition(";")
    try:
        data = _payload(record.content_stream(), limit)
        if not _is_whole(record):
            return
        yield from _documents(address, media.strip().lower(), _charset(parameters), data, limit)
    except InputError as error:
        yield Problem(address, str(error))


def _payload(stream: BinaryIO, limit: int) -> bytes:
    """What the server sent. Raises InputError where it is too much; of what is far too much, the archive's end."""
    data = bytearray()
    while len(data) <= limit and (piece := stream.read(_PIECE)):
        data += piece
    if len(data) > limit:
        skipped = len(data)
        while piece := stream.read(_PIECE):
            skipped += len(piece)
            if skipped > _DRAINED * limit:
                raise EOFError
        raise InputError(too_large(skipped, limit))
    return bytes(data)


def _documents(address: str, media: str, charset: str | None, data: bytes, limit: int) -> Iterator[Document | Problem]:
    """The document of what a server sent, and what of it could not be read; nothing for pictures, programs and the
    like."""
    if media in _PAGES or (media in ("", "text/plain") and looks_like_html(data[:4096])):
        from claimx.readers.html.page import html_document

        yield html_document(address, data, charset)
    elif media == "application/pdf":
        from claimx.readers.pdf.file import pdf_documents

        yield from pdf_documents(address, data, limit)
    elif media == "text/plain":
        text, encoding = decode(data)
        yield Document(address, text, hashlib.sha256(data).hexdigest(), encoding=encoding)


def _charset(parameters: str) -> str | None:
    match = _CHARSET.search(parameters)
    return match[1] if match else None


def _recognises(head: bytes) -> bool:
    if head.startswith(b"\x1f\x8b"):
        try:
            head = zlib.decompressobj(wbits=31).decompress(head, 64)
        except zlib.error:
            return False
    return head.startswith(b"WARC/")


READER = Reader(suffixes=(".warc", ".warc.gz"), recognises=_recognises, read=_read, insists=True)
