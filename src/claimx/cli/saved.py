"""Keeps the text of documents, into which all offsets point."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import quote

from claimx.errors import OutputError
from claimx.model import Document, Problem

_PLAIN = " ()+,-=@[]_"
"""What may stand in a file name everywhere, besides letters, digits and dots."""
_LONGEST = 180


def saved(inputs: Iterable[Document | Problem], folder: Path) -> Iterator[Document | Problem]:
    """The inputs, unchanged; the text of each document is in the folder when it comes. Raises OutputError where the
    folder cannot be written to."""
    for item in inputs:
        if isinstance(item, Document):
            _save(item.text, folder / file_name(item.id))
        yield item


def _save(text: str, path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8"))
    except OSError as error:
        raise OutputError(f"{path}: cannot be written: {(error.strerror or str(error)).lower()}") from error


def file_name(document: str) -> str:
    """The name of the file that a document's text is kept in: its id, with signs that file names cannot hold (`/`, `:`)
    percent-encoded, and `.txt` at the end."""
    name = quote(document, safe=_PLAIN)
    name = f"%2E{name[1:]}" if name.startswith(".") else name or "%"
    if len(name) > _LONGEST:
        name = f"{name[:_LONGEST]}-{hashlib.sha256(document.encode()).hexdigest()[:12]}"
    return name if name.endswith(".txt") else f"{name}.txt"
