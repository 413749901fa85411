"""Pages that a browser saved as one file (.mhtml, .mht; RFC 2557): the page itself, without its pictures and frames."""

import re
from collections.abc import Iterator
from typing import BinaryIO

from claimx.errors import InputError
from claimx.model import Document, Problem
from claimx.readers.interface import Reader, Source
from claimx.readers.stream import CONTAINER, whole

_SAVED = re.compile(
    rb"(?:From: <?Saved by|Snapshot-Content-Location:|MIME-Version:)[^\x00]{0,1500}?multipart/related", re.IGNORECASE
)


def _read(source: Source, stream: BinaryIO, limit: int) -> Iterator[Document | Problem]:
    from email import policy
    from email.parser import BytesParser

    data = whole(source, stream, CONTAINER * limit)
    try:
        page = BytesParser(policy=policy.default).parsebytes(data).get_body(("html",))
        markup = page.get_payload(decode=True) if page is not None else None
        charset = page.get_content_charset() if page is not None else None
    except (ValueError, LookupError, AttributeError, TypeError, IndexError, RecursionError) as error:
        raise InputError("a broken saved page") from error
    if not isinstance(markup, bytes) or not markup.strip():
        raise InputError("a saved page without a page in it")
    from claimx.readers.html.page import html_document

    yield html_document(source.id, markup, charset)


READER = Reader(suffixes=(".mhtml", ".mht"), recognises=lambda head: bool(_SAVED.match(head)), read=_read)
