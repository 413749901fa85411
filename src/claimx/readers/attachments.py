"""What is attached to a mail message: each file that can be read is a document of its own."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from claimx.errors import InputError
from claimx.model import Document, LeftOut, Problem
from claimx.readers.choice import reader_for
from claimx.readers.formats import all_readers
from claimx.readers.interface import Reader, Source

if TYPE_CHECKING:
    from email.message import MIMEPart

MESSAGE = "message/rfc822"
MOST = 200
"""Attachments of one message that are read."""
_HEAD = 4096
_UNSAFE = re.compile(r"[\x00-\x1f\x7f/\\]+")
_TEXTLESS = ("image", "audio", "video", "font")
"""Kinds that hold no text in any format, such as the picture of a signature; they are passed over."""
_CERTIFICATES = ("application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature")
_READERS = {
    "text/plain": "text",
    "text/html": "html",
    "text/markdown": "markdown",
    "application/pdf": "pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
}
"""Readers by media type, for attachments whose name has no known suffix."""


def parts_beside(message: MIMEPart, own: MIMEPart | None) -> Iterator[MIMEPart]:
    """All parts of a message that may hold text, wherever mail programs put them, but for its own text, other forms of
    that, and what a page needs to be shown. A message within it is one part."""
    ahead = [(message, False)]
    while ahead:
        part, shown = ahead.pop()
        if part.get_content_maintype() == "multipart" and part.is_multipart():
            shown = shown or part.get_content_subtype() in ("alternative", "related")
            ahead += [(one, shown) for one in part.iter_parts()][::-1]
        elif part is not own and _may_hold_text(part) and (part.is_attachment() or not shown or _is_file(part)):
            yield part


def _may_hold_text(part: MIMEPart) -> bool:
    return part.get_content_maintype() not in _TEXTLESS and part.get_content_type() not in _CERTIFICATES


def _is_file(part: MIMEPart) -> bool:
    return part.get_filename() is not None and part.get_content_maintype() != "text"


def attached(
    parts: Sequence[MIMEPart], id_: str, limit: int, inner: Callable[[str, bytes], Iterator[Document | Problem]]
) -> Iterator[Document | Problem]:
    """The documents of what is attached to the message with that id, and what of it is not read. `inner` reads one
    that is a message itself, given the id that it gets and its bytes."""
    for number, part in enumerate(parts[:MOST], 1):
        media = part.get_content_type()
        name = _UNSAFE.sub("_", part.get_filename() or "").strip() or f"attachment {number}"
        try:
            data = _bytes(part)
            reader = _reader(name, media, data)
            if reader is None:
                yield LeftOut(f"{id_}/{name}", f"an attachment of a kind that is not read ({media})")
            elif reader is all_readers()["eml"]:
                yield from inner(f"{id_}/{name}", data)
            else:
                yield from reader.read(Source(f"{id_}/{name}", None, len(data)), io.BytesIO(data), limit)
        except InputError as error:
            yield Problem(f"{id_}/{name}", str(error))
    if len(parts) > MOST:
        yield Problem(id_, f"more than {MOST} attachments; the others are not read")


def _reader(name: str, media: str, data: bytes) -> Reader | None:
    readers = all_readers()
    if media == MESSAGE:
        return readers["eml"]
    named = reader_for(name, data[:_HEAD])
    return named or (readers[_READERS[media]] if media in _READERS else None)


def _bytes(part: MIMEPart) -> bytes:
    """The attachment as it was before it was attached; text in UTF-8."""
    try:
        if part.get_content_type() == MESSAGE:
            inner = part.get_payload(0)
            return inner.as_bytes() if hasattr(inner, "as_bytes") else b""
        if part.get_content_maintype() == "text" and part.get_content_charset() not in (None, "utf-8", "us-ascii"):
            return str(part.get_content()).encode("utf-8", "replace")
    except (LookupError, ValueError, TypeError, AttributeError, IndexError):
        pass  # an encoding that nobody knows, or a part that is not what it says: its bytes as they are
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""
