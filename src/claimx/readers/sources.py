"""Finds what there is to read: files, folders and the standard input become sources, each once and with its own id."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from claimx.model import Problem
from claimx.readers.formats import all_readers
from claimx.readers.interface import Source

STDIN = "-"
"""Stands for the standard input among paths; a file of that name is `./-`."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file or folder inside a folder that is not read, and why: `hidden`, `linked folder`, `.pdf`."""

    path: Path
    reason: str


@dataclass(frozen=True, slots=True)
class Found:
    """What the paths lead to."""

    sources: tuple[Source, ...]
    problems: tuple[Problem, ...]
    skipped: tuple[Skipped, ...]

    @property
    def size(self) -> int | None:
        """Bytes of all sources together; None where one's is not known."""
        sizes = [source.size for source in self.sources]
        return None if None in sizes else sum(size for size in sizes if size is not None)


def find(paths: Iterable[str | Path], output: Path | None = None) -> Found:
    """The sources at the paths, in the order of the paths, a folder's in alphabetical order. A file that is met twice
    counts once, and the file that the result is written to does not count."""
    sources: list[Source] = []
    problems: list[Problem] = []
    skipped: list[Skipped] = []
    met: set[str | None] = {os.path.realpath(output)} if output else set()
    for path in paths:
        for item in _at(path):
            match item:
                case Problem():
                    problems.append(item)
                case Skipped():
                    skipped.append(item)
                case Source() if (real := os.path.realpath(item.path) if item.path else None) not in met:
                    met.add(real)
                    sources.append(item)
    return Found(tuple(_with_own_ids(sources)), tuple(problems), tuple(skipped))


def _at(given: str | Path) -> Iterator[Source | Problem | Skipped]:
    if given == STDIN:
        yield Source("stdin", None)
        return
    path = Path(given)
    try:
        status = path.stat()
    except (OSError, ValueError) as error:
        yield Problem(_name(path), reason_of(error))
        return
    if S_ISDIR(status.st_mode):
        yield from _in_folder(path)
    else:
        yield Source(_name(path.name), path, status.st_size if S_ISREG(status.st_mode) else None)


def _in_folder(folder: Path) -> Iterator[Source | Problem | Skipped]:
    known = tuple(suffix for reader in all_readers().values() for suffix in reader.suffixes)
    any_source = False
    for item in _walk(folder):
        if isinstance(item, Path):
            if not item.name.lower().endswith(known):
                yield Skipped(item, item.suffix.lower() or "no suffix")
                continue
            try:
                size = item.stat().st_size
            except OSError as error:
                yield Problem(_name(item.relative_to(folder)), reason_of(error))
                continue
            any_source = True
            yield Source(_name(item.relative_to(folder)), item, size)
        else:
            any_source = any_source or isinstance(item, Problem)
            yield item
    if not any_source:
        yield Problem(_name(folder), "no files of a known format in this folder")


def _walk(folder: Path) -> Iterator[Path | Problem | Skipped]:
    """The files below a folder, sorted. Links to folders are not followed: they can lead round in circles."""
    failures: list[Problem] = []

    def failed(error: OSError) -> None:
        failures.append(Problem(_name(Path(error.filename)), reason_of(error)))

    for root, folders, files in os.walk(folder, onerror=failed):
        here = Path(root)
        visible = []
        for name in sorted(folders):
            if name.startswith("."):
                yield Skipped(here / name, "hidden")
            elif (here / name).is_symlink():
                yield Skipped(here / name, "linked folder")
            else:
                visible.append(name)
        folders[:] = visible
        for name in sorted(files):
            yield Skipped(here / name, "hidden") if name.startswith(".") else here / name
    yield from failures


def _with_own_ids(sources: list[Source]) -> list[Source]:
    """The sources with ids that differ: those that share one are named by longer and longer ends of their paths."""
    named = list(sources)
    while True:
        uses = Counter(source.id for source in named)
        if len(uses) == len(named):
            return named
        named = [_longer(source) if uses[source.id] > 1 else source for source in named]


def _longer(source: Source) -> Source:
    """The source with one more part of its path in its id."""
    if source.path is None:
        return source
    parts = source.path.absolute().parts
    return replace(source, id=_name(Path(*parts[-len(Path(source.id).parts) - 1 :])))


def _name(path: Path | str) -> str:
    """A path as text with `/`; bytes of a file name that are not UTF-8 are written out, since JSON cannot hold them."""
    return os.fsencode(Path(path).as_posix()).decode("utf-8", "backslashreplace")


def reason_of(error: OSError | ValueError) -> str:
    """The operating system's reason in words for the user."""
    reason = getattr(error, "strerror", None) or str(error)
    return f"cannot be read: {reason[:1].lower()}{reason[1:]}"
