"""Gold files: JSON Lines, one document a line, each with all the numbers of its text and what they are."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
from msgspec import UNSET, Struct, UnsetType, field

from claimx.errors import InputError
from claimx.model import Comparator, Document, Kind, Modality, Mode, Reason


class GoldChange(Struct, frozen=True):
    """The change that a claim states; `delta` is true where the claim's value is the size of the change."""

    direction: str | None = None
    delta: Any = None
    from_: float | None = field(default=None, name="from")
    to: float | None = None


class GoldMention(Struct, frozen=True):
    """One number of the text: its surface, and the how-manieth of its like it is, from 0 (or its offsets).

    A claim has its fields; what is left out of `subject` and `period` is not compared, and what is null must be null.
    """

    surface: str
    claim: bool
    nth: int = 0
    start: int | None = None
    end: int | None = None
    reason: Reason | None = None
    kind: Kind | None = None
    value: float | None = None
    low: float | None = None
    high: float | None = None
    numerator: int | None = None
    denominator: int | None = None
    vague: str | None = None
    from_: float | None = field(default=None, name="from")
    to: float | None = None
    unit: str | None = None
    comparator: Comparator = "="
    per: str | None = None
    change: GoldChange | None = None
    period: str | UnsetType | None = UNSET
    subject: str | UnsetType | None = UNSET
    modality: Modality = "actual"
    mode: Mode = "document"
    speakers: tuple[str, ...] = ()
    cluster: str | None = None


class GoldDocument(Struct, frozen=True):
    """A document's id, which is its path below the texts' folder, and its numbers."""

    id: str
    mentions: tuple[GoldMention, ...]


def read_gold(path: Path, texts: Path) -> Iterator[tuple[GoldDocument, Document]]:
    """Each line of the file with its document, the mentions located in the text.

    Raises InputError, with file and line, for a line that is not in the format, a text that is missing, or a surface
    that the text does not have.
    """
    decoder = msgspec.json.Decoder(GoldDocument)
    for number, line in enumerate(_lines(path), 1):
        if not line.strip():
            continue
        try:
            document = decoder.decode(line)
        except msgspec.DecodeError as error:
            raise InputError(f"{path}:{number}: not a line of a gold file: {error}") from error
        where = f"{path}:{number}"
        text = _text(texts / document.id, where)
        located = tuple(_located(mention, text, where) for mention in document.mentions)
        digest = hashlib.sha256(text.encode()).hexdigest()
        yield GoldDocument(document.id, located), Document(document.id, text, digest)


def _lines(path: Path) -> list[bytes]:
    try:
        return path.read_bytes().splitlines()
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}") from error


def _text(path: Path, where: str) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise InputError(f"{where}: its text {path} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{where}: its text {path} is not UTF-8") from error


def _located(mention: GoldMention, text: str, where: str) -> GoldMention:
    start = mention.start
    if start is None or text[start : mention.end] != mention.surface:
        start = -1
        for _ in range(mention.nth + 1):
            start = text.find(mention.surface, start + 1)
            if start < 0:
                raise InputError(f"{where}: the text does not have {mention.surface!r} (nth {mention.nth})")
    return msgspec.structs.replace(mention, start=start, end=start + len(mention.surface))
