"""The files that rules are written in, as bytes: enough to tell whether rules have changed, without reading any."""

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from claimx.errors import RuleError

_MAX_FILE = 4_000_000
"""Bytes; a larger rule file is a mistake."""


class RuleFile(NamedTuple):
    """One file of rules. `folder` counts the built-in ones as 0, then those that the user gives."""

    folder: int
    path: Path
    data: bytes


def rules_directory() -> Path:
    """The built-in rules: inside an installed package, or at the root of a source checkout."""
    package = Path(__file__).resolve().parent
    inside = package / "rules"
    return inside if inside.is_dir() else package.parent.parent / "rules"


def rule_files(*extra: Path) -> list[RuleFile]:
    """The built-in files, then those of each directory (or the file) of `extra`. Raises RuleError where one cannot be
    read."""
    folders = (rules_directory(), *extra)
    return [RuleFile(number, path, _read(path)) for number, folder in enumerate(folders) for path in _files(folder)]


def digest(files: Iterable[RuleFile]) -> str:
    """`sha256:…` over the files' names and bytes."""
    hashed = hashlib.sha256()
    for file in files:
        hashed.update(os.fsencode(file.path.name) + b"\0" + file.data + b"\0")
    return f"sha256:{hashed.hexdigest()}"


def _files(directory: Path) -> list[Path]:
    if directory.is_file():
        return [directory]
    if not directory.is_dir():
        raise RuleError(f"{directory}: no such rules directory")
    if not (found := sorted(directory.glob("*.yaml"))):
        raise RuleError(f"{directory}: holds no rule files, whose names end in .yaml")
    return found


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > _MAX_FILE:
            raise RuleError(f"{path.name}: larger than {_MAX_FILE // 1_000_000} MB; split it")
        return path.read_bytes()
    except OSError as error:
        raise RuleError(f"{path}: cannot be read: {error.strerror}") from error
