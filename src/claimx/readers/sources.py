"""Finds what there is to read: files, folders and the standard input become sources, each once and with its own id."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from operator import attrgetter
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from claimx.errors import InputError
from claimx.model import Problem
from claimx.readers.formats import all_readers
from claimx.readers.interface import Source

STDIN = "-"
"""Stands for the standard input among paths; a file of that name is `./-`."""

_LOCK = "claimx.lock.jsonl"
"""JSON Lines beside the sources that are none themselves: what `claimx check` holds claims against."""


_LONGEST_CLAIM = 1_000_000
"""Bytes of a file that are looked at for its first line; a claim's line holds a sentence and is far shorter."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file or folder inside a folder that is not read, and why: `hidden`, `not a regular file`, `.png`."""

    path: Path
    reason: str


@dataclass(frozen=True, slots=True)
class Found:
    """What the paths lead to."""

    sources: tuple[Source, ...]
    problems: tuple[Problem, ...]
    skipped: tuple[Skipped, ...]
    folders: tuple[Path, ...] = ()
    """All folders that were gone through; another entry in one of them may be another source."""

    @property
    def size(self) -> int | None:
        """Bytes of all sources together; None where one's is not known."""
        sizes = [source.size for source in self.sources]
        return None if None in sizes else sum(size for size in sizes if size is not None)


def find(paths: Iterable[str | Path], output: Path | None = None) -> Found:
    """The sources at the paths, in the order of the paths, a folder's in alphabetical order. A file that is met twice
    counts once, and an earlier result in a folder that this one replaces does not count.

    Raises InputError where the result would take the place of a source.
    """
    sources: list[Source] = []
    problems: list[Problem] = []
    skipped: list[Skipped] = []
    folders: list[Path] = []
    target = os.path.realpath(output) if output else None
    met: set[str | None] = set()
    for path in paths:
        for item in _at(path, folders):
            match item:
                case Problem():
                    problems.append(item)
                case Skipped():
                    skipped.append(item)
                case Source() if (real := os.path.realpath(item.path) if item.path else None) not in met:
                    met.add(real)
                    if target is None or real != target:
                        sources.append(item)
                    elif item.path is not None and (Path(path).is_file() or not _is_result(item.path)):
                        name = name_of(item.path)
                        raise InputError(
                            f"{name}: is a source, which the result must not overwrite; give -o another file"
                        )
    return Found(tuple(_with_own_ids(sources)), tuple(problems), tuple(skipped), tuple(folders))


def _at(given: str | Path, entered: list[Path]) -> Iterator[Source | Problem | Skipped]:
    if given == STDIN:
        yield Source("stdin", None)
        return
    path = Path(given)
    try:
        status = path.stat()
    except (OSError, ValueError) as error:
        yield Problem(name_of(path), reason_of(error))
        return
    if S_ISDIR(status.st_mode):
        yield from _in_folder(path, entered)
    else:
        yield Source(name_of(path.name), path, status.st_size if S_ISREG(status.st_mode) else None)


def _in_folder(folder: Path, entered: list[Path]) -> Iterator[Source | Problem | Skipped]:
    known = tuple(suffix for reader in all_readers().values() for suffix in reader.suffixes)
    any_source = False
    for item in _walk(folder, entered):
        if isinstance(item, Path):
            if item.name == _LOCK:
                yield Skipped(item, "claimx's lock file")
                continue
            if not item.name.lower().endswith(known):
                yield Skipped(item, item.suffix.lower() or "no suffix")
                continue
            try:
                status = item.stat()
            except OSError as error:
                yield Problem(name_of(item.relative_to(folder)), reason_of(error))
                continue
            if not S_ISREG(status.st_mode):  # nobody may ever write into a pipe; one that is named is waited for
                yield Skipped(item, "not a regular file")
                continue
            any_source = True
            yield Source(name_of(item.relative_to(folder)), item, status.st_size)
        else:
            any_source = any_source or isinstance(item, Problem)
            yield item
    if not any_source:
        yield Problem(name_of(folder), "no files of a known format in this folder")


def _walk(folder: Path, entered: list[Path]) -> Iterator[Path | Problem | Skipped]:
    """The files below a folder, sorted, those of a folder before those of the folders in it. Links to folders are not
    followed: they can lead round in circles. `entered` gets every folder that is gone through."""
    failures: list[Problem] = []
    ahead = [folder]
    while ahead:
        here = ahead.pop()
        entered.append(here)
        try:
            with os.scandir(here) as listing:
                entries = sorted(listing, key=attrgetter("name"))
        except OSError as error:
            failures.append(Problem(name_of(here), reason_of(error)))
            continue
        inside = []
        for entry in (entry for entry in entries if _is_folder(entry)):
            if entry.name.startswith("."):
                yield Skipped(here / entry.name, "hidden")
            elif entry.is_symlink():
                yield Skipped(here / entry.name, "linked folder")
            else:
                inside.append(here / entry.name)
        for entry in (entry for entry in entries if not _is_folder(entry)):
            yield Skipped(here / entry.name, "hidden") if entry.name.startswith(".") else here / entry.name
        ahead.extend(reversed(inside))
    yield from failures


def _is_folder(entry: os.DirEntry[str]) -> bool:
    """Whether the entry is a folder or a link to one; what cannot be looked at counts as a file, whose reader says
    why."""
    try:
        return entry.is_dir()
    except OSError:
        return False


def _is_result(path: Path) -> bool:
    """Whether claimx wrote the file, whose suffix is a format's. One that cannot be opened is left to its writer."""
    reader = next(reader for reader in all_readers().values() if path.name.lower().endswith(reader.suffixes))
    try:
        with path.open("rb") as stream:
            line = stream.readline(_LONGEST_CLAIM)
    except OSError:
        return True
    return reader.is_result(line)


def _with_own_ids(sources: list[Source]) -> list[Source]:
    """The sources with ids that differ: those that share one are named by longer and longer ends of their paths. Where
    whole paths are written alike, as of bytes and of what stands for them, the reader numbers the documents."""
    named, before = list(sources), None
    while named != before:
        uses, before = Counter(source.id for source in named), named
        named = [_longer(source) if uses[source.id] > 1 else source for source in named]
    return named


def _longer(source: Source) -> Source:
    """The source with one more part of its path in its id."""
    if source.path is None:
        return source
    parts = source.path.absolute().parts
    return replace(source, id=name_of(Path(*parts[-len(Path(source.id).parts) - 1 :])))


def name_of(path: Path | str) -> str:
    """A path as text with `/`; bytes of a file name that are not UTF-8 are written out, since JSON cannot hold them."""
    return os.fsencode(Path(path).as_posix()).decode("utf-8", "backslashreplace")


def reason_of(error: OSError | ValueError) -> str:
    """The operating system's reason in words for the user."""
    reason = getattr(error, "strerror", None) or str(error)
    return f"cannot be read: {reason[:1].lower()}{reason[1:]}"
