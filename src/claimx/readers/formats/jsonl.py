"""JSON Lines: one `{"id": …, "text": …}` object a line is one document. Other fields are passed over."""

import hashlib
import re
from collections.abc import Iterator
from typing import BinaryIO

import msgspec

from claimx.errors import InputError
from claimx.model import Document, Problem
from claimx.readers.interface import Reader, Source
from claimx.readers.size import too_large

_START = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{[ \t]*"(?:id|text)"[ \t]*:')
"""An object that is written on one line; one over several lines is ordinary JSON."""

_BOM = b"\xef\xbb\xbf"


class _Row(msgspec.Struct):
    id: str | int
    text: str


class _Claim(msgspec.Struct):
    """What tells a line of claimx's own JSON Lines."""

    figure: str | None
    surface: str
    sentence: str


_ROW = msgspec.json.Decoder(_Row)
_CLAIM = msgspec.json.Decoder(_Claim)


def _read(source: Source, stream: BinaryIO, limit: int) -> Iterator[Document | Problem]:
    number = 0
    while line := stream.readline(limit + 1):
        number += 1
        if len(line) > limit:
            _skip_line(stream, line)
            yield Problem(f"{source.id}:{number}", too_large(None, limit))
            continue
        if number == 1:
            line = line.removeprefix(_BOM)
            if _is_claim(line):
                raise InputError("a result of claimx extract, not a source; give it the documents themselves")
        if line.strip():
            yield _document(line, f"{source.id}:{number}")


def _skip_line(stream: BinaryIO, part: bytes) -> None:
    while part and not part.endswith(b"\n"):
        part = stream.readline(1 << 20)


def _is_claim(line: bytes) -> bool:
    try:
        _CLAIM.decode(line)
    except msgspec.DecodeError:
        return False
    return True


def _document(line: bytes, place: str) -> Document | Problem:
    """The line's document, or what is wrong with it."""
    try:
        row = _ROW.decode(line)
    except msgspec.ValidationError as error:
        return Problem(place, f'not an object with "id" and "text": {_lowered(error)}')
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        return Problem(place, f"not valid JSON: {_lowered(error)}")
    data = row.text.encode("utf-8")
    return Document(str(row.id), row.text, hashlib.sha256(data).hexdigest())


def _lowered(error: Exception) -> str:
    message = str(error).removeprefix("JSON is malformed: ")
    return message[:1].lower() + message[1:]


READER = Reader(
    suffixes=(".jsonl", ".ndjson"),
    recognises=lambda head: bool(_START.match(head)),
    read=_read,
    is_result=_is_claim,
)
