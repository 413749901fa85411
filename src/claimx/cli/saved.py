"""Keeps the text of documents, into which all offsets point."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from stat import S_ISLNK, S_ISREG
from typing import TYPE_CHECKING
from urllib.parse import quote

from claimx.errors import OutputError
from claimx.model import Document, Problem
from claimx.outputfile import OutputFile

if TYPE_CHECKING:
    from claimx.readers.interface import Source

_PLAIN = " ()+,-=@[]_"
"""What may stand in a file name everywhere, besides letters, digits and dots."""
_LONGEST = 180

_File = tuple[int, int]
"""Device and inode: what a file is, whatever it is called."""


def saved(
    inputs: Iterable[Document | Problem], folder: Path, sources: Iterable[Source]
) -> Iterator[Document | Problem]:
    """The inputs, unchanged; the text of each document is in the folder when it comes. Files of the same names are
    replaced there, but neither a source nor what a link leads to.

    Raises OutputError where the folder cannot be written to, and where a text would take the place of a source: at once
    where the names of the sources tell.
    """
    kept = list(sources)
    files = {file for source in kept if source.path and (file := _file(source.path))}
    for source in kept:
        _refuse_overwriting(folder / file_name(source.id), files)
    return _saving(inputs, folder, files)


def _saving(
    inputs: Iterable[Document | Problem], folder: Path, sources: Collection[_File]
) -> Iterator[Document | Problem]:
    taken: set[str] = set()
    for item in inputs:
        if isinstance(item, Document):
            name = file_name(item.id, taken)
            taken.add(name.casefold())
            _save(item.text, folder / name, sources)
        yield item


def _save(text: str, path: Path, sources: Collection[_File]) -> None:
    _refuse_overwriting(path, sources)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"{path}: cannot be written: {(error.strerror or str(error)).lower()}") from error
    OutputFile(path).write(text)


def _refuse_overwriting(path: Path, sources: Collection[_File]) -> None:
    try:
        status = path.lstat()
    except (OSError, ValueError):
        return
    if S_ISLNK(status.st_mode):
        raise OutputError(f"{path}: is a link, and texts are not written through links; give --save-text a new folder")
    if not S_ISREG(status.st_mode):
        raise OutputError(f"{path}: is not a regular file; give --save-text a new folder")
    if (status.st_dev, status.st_ino) in sources:
        raise OutputError(f"{path}: is a source, which its text must not overwrite; give --save-text a new folder")


def _file(path: Path) -> _File | None:
    try:
        status = path.stat()
    except (OSError, ValueError):
        return None
    return status.st_dev, status.st_ino


def file_name(document: str, taken: Collection[str] = ()) -> str:
    """The name of the file that a document's text is kept in: its id, with signs that file names cannot hold (`/`, `:`)
    percent-encoded, and `.txt` at the end. Where the name is among those that are taken (in small letters, since not
    every disk tells `A` from `a`), a hash of the id goes before the `.txt`."""
    name = quote(document, safe=_PLAIN)
    name = f"%2E{name[1:]}" if name.startswith(".") else name or "%"
    stem = name.removesuffix(".txt")
    if len(name) > _LONGEST:
        stem = f"{name[:_LONGEST]}-{_hash(document)}"
    own, number = stem, 0
    while f"{own}.txt".casefold() in taken:
        own = f"{stem}-{_hash(f'{document}#{number}' if number else document)}"
        number += 1
    return f"{own}.txt"


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:12]
