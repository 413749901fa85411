"""Runs by their command lines: what each looked at and what it wrote. Where nothing that it looked at has changed, the
same command line gives the same again, without anybody reading it as one.

Nothing is imported here that takes long: a run that is known is over sooner than that.
"""

import hashlib
import os
import sys
from collections.abc import Callable, Sequence
from stat import S_ISREG

from claimx.cache.netstrings import packed, unpacked
from claimx.cache.surroundings import surroundings

_TELLING = ("CLAIMX_", "PYTHON", "LANG", "LC_")
"""How the names of environment variables begin that have a part in what a command line means."""


class Looked:
    """What a run looks at beside the code: folders whose entries it goes through, and files that it reads, of rules
    and of sources alike."""

    __slots__ = ("files", "folders")

    def __init__(self, folders: Sequence[str], files: Sequence[str]) -> None:
        self.folders = folders
        self.files = files

    def state(self) -> str | None:
        """A hash that changes with anything that is looked at, and with the code; None where that cannot be told."""
        hashed = hashlib.sha256(repr(surroundings()).encode())
        try:
            for folder in self.folders:
                hashed.update(_entries(folder))
            for file in self.files:
                hashed.update(_contents(file))
        except OSError:
            return None
        return hashed.hexdigest()


class Known:
    """A run that can be given again: what it looked at, the state of that before the run and after it, the key under
    which what it wrote is kept, the file that it wrote to (empty for the standard output), and the line about what it
    passed over in folders."""

    __slots__ = ("looked", "output", "place", "skipped", "state", "target")

    def __init__(self, looked: Looked, state: str, output: str, target: str, skipped: str, place: str = "") -> None:
        self.looked = looked
        self.state = state
        self.output = output
        self.target = target
        self.skipped = skipped
        self.place = place or _real(target)
        """Where the target is behind any links. It is no source as long as it stays there."""

    @property
    def stands(self) -> bool:
        """Whether everything is as it was."""
        return _real(self.target) == self.place and self.looked.state() == self.state


def known(arguments: Sequence[str], get: Callable[[bytes], bytes | None]) -> Known | None:
    """The run of that command line, in this folder and environment, as the store that `get` looks in has it; None where
    it has none, or an unreadable one."""
    try:
        state, output, target, skipped, place, count, *paths = map(os.fsdecode, unpacked(get(_key(arguments)) or b""))
        return Known(Looked(paths[: int(count)], paths[int(count) :]), state, output, target, skipped, place)
    except ValueError:
        return None


def learn(arguments: Sequence[str], run: Known, put: Callable[[bytes, bytes], None]) -> None:
    """Has the store that `put` puts into remember a run, if it still stands."""
    if run.stands:
        folders, files = run.looked.folders, run.looked.files
        told = run.state, run.output, run.target, run.skipped, run.place, str(len(folders)), *folders, *files
        put(_key(arguments), packed(map(os.fsencode, told)))


def _key(arguments: Sequence[str]) -> bytes:
    """Differs for whatever may give the same words another meaning."""
    environment = sorted((name, value) for name, value in os.environ.items() if name.startswith(_TELLING))
    settings = os.getcwd(), environment, sys.getfilesystemencoding(), sys.stdout.isatty()
    return hashlib.sha256(repr(("run", list(arguments), *settings)).encode("utf-8", "surrogatepass")).digest()


def _real(path: str) -> str:
    return os.path.realpath(path) if path else ""


def _entries(folder: str) -> bytes:
    """The names in a folder, and of what sort each is."""
    with os.scandir(folder) as listing:
        entries = sorted((entry.name, entry.is_dir(), entry.is_file(), entry.is_symlink()) for entry in listing)
    return repr((folder, entries)).encode("utf-8", "surrogatepass")


def _contents(path: str) -> bytes:
    """Which file it is, and its bytes. Raises OSError for what is none: a pipe would have to be waited for."""
    status = os.stat(path)
    if not S_ISREG(status.st_mode):
        raise OSError(f"{path}: not a file")
    with open(path, "rb") as stream:
        told = path, status.st_dev, status.st_ino, hashlib.sha256(stream.read()).digest()
    return repr(told).encode("utf-8", "surrogatepass")
