"""What the commands that check know of a project: its configuration, and where its lock file is."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from claimx.config import Config, Language, find_config, read_config
from claimx.errors import InputError
from claimx.outputfile import OutputFile
from claimx.readers import name_of

if TYPE_CHECKING:
    from claimx.settings import Options


@dataclass(frozen=True, slots=True)
class Project:
    """A project's settings. Paths are relative to the working directory where they are not absolute."""

    config: Config
    base: Path
    """The folder that the configuration's paths are relative to."""
    file: Path | None
    """The configuration; None where there is none."""
    lock: Path

    @property
    def paths(self) -> list[str]:
        """What the configuration says is to be checked."""
        return [str(self.base / path) for path in self.config.paths]

    def document(self, path: str | Path) -> str:
        """The id of the document at a path: relative to the lock file's folder, with `/`."""
        return name_of(os.path.relpath(path, self.lock.parent))

    def path(self, document: str) -> str:
        """Where the document with an id is, relative to the working directory, with `/`."""
        return name_of(os.path.relpath(self.lock.parent / document))

    def name(self, path: str | Path) -> str:
        """The path relative to the configuration's folder, which its patterns of documents go by."""
        return name_of(os.path.relpath(path, self.base))

    def files(self, document: str) -> Iterator[Path]:
        """Where the document's file can be, absolute: its id is the file's path, or what comes before a `#` in it."""
        ends = (at for at, sign in enumerate(document) if sign == "#")
        for end in (len(document), *ends):
            yield absolute(self.lock.parent / document[:end])

    def output(self, path: Path, documents: Iterable[str]) -> OutputFile:
        """Where findings go. Raises InputError where they would take the place of the lock file, the configuration, or
        one of the documents, and OutputError where nothing can be written."""
        needed = [self.lock, *filter(None, [self.file]), *(file for name in documents for file in self.files(name))]
        if os.path.realpath(path) in map(os.path.realpath, needed):
            raise InputError(f"{path}: is needed, and findings must not overwrite it; give -o another file")
        return OutputFile(path)

    def options(self, rules: Sequence[Path] = (), language: Language | None = None) -> Options:
        """What extraction is to do: as configured, with these rules on top, and this language instead."""
        from claimx.settings import Options

        return Options(
            rules=(*(self.base / path for path in self.config.rules), *rules),
            model=self.config.model,
            any_language=(language or self.config.language) == "any",
        )


def open_project(config: Path | None, lock: Path | None) -> Project:
    """The project of the working directory. `config` and `lock`: the files to use instead of the usual ones.

    Raises ConfigError where the configuration is not valid.
    """
    file = config or find_config(Path.cwd())
    settings = read_config(file) if file else Config()
    base = Path(os.path.relpath(file.parent)) if file else Path()
    return Project(settings, base, file, lock or base / settings.lock)


def absolute(path: str | Path) -> Path:
    """The path from the root, without `..`; links in it stay, since documents are named by them."""
    return Path(os.path.normpath(Path(path).absolute()))
