"""JSON that is no JSON Lines: not a source, but easily given by mistake, so it is refused with a reason."""

import re
from collections.abc import Iterator
from typing import BinaryIO

from claimx.errors import InputError
from claimx.model import Document, Problem
from claimx.readers.interface import Reader, Source

_START = re.compile(rb'(?:\xef\xbb\xbf)?\s*(?:\{(?![ \t]*"(?:id|text)")\s*"[^"\n]{1,100}"\s*:|\[\s*[{\[])')
"""An object or a list of them; `id` or `text` on the first line would make it JSON Lines."""

_REPORT = re.compile(rb'\s*\{\s*"schema_version"\s*:.{0,200}"generator"\s*:', re.DOTALL)
_HEAD = 4096


def _read(_source: Source, stream: BinaryIO, _limit: int) -> Iterator[Document | Problem]:
    if _REPORT.match(stream.read(_HEAD)):
        raise InputError("a result of claimx extract, not a source; give it the documents themselves")
    raise InputError('JSON, not text; claimx reads JSON Lines, one {"id": …, "text": …} object a line')
    yield


READER = Reader(suffixes=(), recognises=lambda head: bool(_START.match(head)), read=_read)
