"""What the two sides of a comparison are: files, folders, the standard input, revisions of git, saved results."""

import os
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from shutil import copyfileobj
from typing import BinaryIO

from claimx.diff import git, saved
from claimx.diff.comparison import Version
from claimx.errors import InputError
from claimx.readers import Found, find
from claimx.readers.formats import all_readers
from claimx.readers.sources import STDIN, reason_of

_DRIVE = re.compile(r"[A-Za-z]:[\\/]")
"""How an absolute path of Windows begins."""

_ADDRESS = re.compile(r"[A-Za-z]+://")

_HEAD = 4096
"""Bytes by which a saved result is known."""


@dataclass(frozen=True, slots=True)
class Side:
    """One side: a version that was saved, or what there is to read."""

    given: str
    """What the user calls it."""
    found: Found
    version: Version | None = None


def open_side(given: str, workspace: Path, output: Path | None = None) -> Side:
    """Finds out what the user means. What is no file here is copied into the workspace, an empty folder.

    Raises InputError where it means nothing, or means the file that the result is written to.
    """
    path = _path(given, workspace)
    found = find([path], output)
    if path.is_file() and _is_saved(path):
        return Side(given, Found((), (), ()), _saved(given, path))
    if not found.sources:
        raise InputError(f"{given}: {found.problems[0].message}")
    return Side(given, found)


def _path(given: str, workspace: Path) -> Path:
    """Where it is, or where it was copied to."""
    if not given:
        raise InputError("an empty path; give a file, a folder, REV:path, or - for the standard input")
    if given == STDIN:
        return _copied(sys.stdin.buffer, workspace / "stdin")
    if _ADDRESS.match(given):
        raise InputError(f"{given}: claimx fetches nothing; fetch it, and give it as a file or as the standard input")
    if ":" in given and not _DRIVE.match(given) and not os.path.lexists(given.partition("\0")[0]):
        suffixes = [suffix for reader in all_readers().values() for suffix in reader.suffixes]
        return git.take_out(given, workspace, suffixes)
    path = Path(given)
    if not _is_stream(path):
        return path
    try:
        with path.open("rb") as stream:
            return _copied(stream, workspace / path.name)
    except OSError as error:
        raise InputError(f"{given}: {reason_of(error)}") from error


def _is_stream(path: Path) -> bool:
    """Whether it can be read only once: a pipe, as of `<(command)` in a shell."""
    try:
        return path.exists() and not path.is_file() and not path.is_dir()
    except (OSError, ValueError):
        return False  # whoever reads it says why


def _copied(stream: BinaryIO, path: Path) -> Path:
    with path.open("xb") as copy:
        copyfileobj(stream, copy)
    return path


def _is_saved(path: Path) -> bool:
    if path.suffix.lower() == ".json":
        return True
    try:
        with path.open("rb") as stream:
            return saved.is_saved(stream.read(_HEAD))
    except OSError:
        return False  # whoever reads it says why


def _saved(given: str, path: Path) -> Version:
    try:
        return saved.version_of(path.read_bytes())
    except InputError as error:
        raise InputError(f"{given}: {error}") from error
    except OSError as error:
        raise InputError(f"{given}: {reason_of(error)}") from error
