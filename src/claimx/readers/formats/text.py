"""Plain text, one document a file: whatever no other format recognises is taken for it.

Line ends stay as they are, so that offsets count the file's own characters.
"""

import hashlib
from collections.abc import Iterator
from typing import BinaryIO

from claimx.model import Document, Problem
from claimx.readers.decoding import decode
from claimx.readers.interface import Reader, Source
from claimx.readers.stream import whole


def _read(source: Source, stream: BinaryIO, limit: int) -> Iterator[Document | Problem]:
    data = whole(source, stream, limit)
    text, encoding = decode(data)
    yield Document(source.id, text, hashlib.sha256(data).hexdigest(), encoding=encoding)


READER = Reader(suffixes=(".txt", ".text"), recognises=lambda head: False, read=_read)
