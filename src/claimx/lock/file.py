"""The lock file: one record a line, sorted, so that what two people add merges line by line.

Nothing in it depends on time, place or machine: the same records are always the same bytes. The order of its lines is
that of their characters, which any sorting program can restore.
"""

from pathlib import Path

import msgspec

from claimx.diff import Fact
from claimx.errors import LockError
from claimx.lock.records import Entry, Lock, Suppression
from claimx.lock.versions import LATEST, all_versions
from claimx.lock.versions.v1 import write
from claimx.outputfile import OutputFile

_MARKERS = (b"<<<<<<<", b"|||||||", b"=======", b">>>>>>>")
_UNDO = "mend it, or take the file's last good version from version control"


class _Header(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The first line: the version of the form."""

    claimx_lock: int


_HEADER = msgspec.json.Decoder(_Header)


def read_lock(path: Path) -> Lock:
    """The lock file's records. Their order, blank lines and lines that stand there twice make no difference, since a
    merge may leave them.

    Raises LockError, with what to do, where the file is missing or a line cannot be understood.
    """
    try:
        lines = path.read_bytes().splitlines()
    except FileNotFoundError:
        raise LockError(
            f"{path}: there is no lock file; claimx init sets a project up, and claimx check --accept makes a lock file"
            " of the claims that are there now"
        ) from None
    except OSError as error:
        raise LockError(f"{path}: cannot be read: {(error.strerror or str(error)).lower()}") from error
    _refuse_conflicts(path, lines)
    parse = all_versions()[_version(path, lines)]
    records = _Records(path)
    for number, line in enumerate(lines[1:], start=2):
        if line.strip() and line != lines[0]:
            try:
                records.add(number, parse(line))
            except (msgspec.DecodeError, UnicodeDecodeError) as error:
                raise LockError(f"{path}:{number}: not a line of a lock file: {_lowered(error)}; {_UNDO}") from error
    return records.lock


def write_lock(path: Path, lock: Lock) -> None:
    """Writes the records, whole or not at all. Raises OutputError where that is not possible."""
    OutputFile(path).write(lock_text(lock))


def lock_text(lock: Lock) -> str:
    """The lock file's text. What is in the latest version's form replaces what was in an older one's."""
    header = msgspec.json.encode(_Header(LATEST)).decode()
    records: list[Entry | Suppression] = [*lock.entries.values(), *lock.suppressions.values()]
    lines = sorted(map(write, records))
    return "".join(f"{line}\n" for line in (header, *lines))


def _refuse_conflicts(path: Path, lines: list[bytes]) -> None:
    for number, line in enumerate(lines, start=1):
        if line.startswith(_MARKERS):
            raise LockError(
                f"{path}:{number}: a merge conflict; keep the lines of both sides, delete the lines of"
                " <<<<<<<, ======= and >>>>>>>, and where two lines are about one claim all but one"
            )


def _version(path: Path, lines: list[bytes]) -> int:
    try:
        version = _HEADER.decode(lines[0] if lines else b"").claimx_lock
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise LockError(
            f'{path}:1: not a lock file of claimx, which begins with {{"claimx_lock":{LATEST}}}; {_UNDO}'
        ) from error
    if version not in all_versions():
        raise LockError(f"{path}:1: version {version} of the lock file's form; this claimx knows {LATEST}: update it")
    return version


def _lowered(error: Exception) -> str:
    message = str(error).removeprefix("JSON is malformed: ")
    return message[:1].lower() + message[1:]


class _Records:
    """Gathers the records; refuses two that say different things of the same."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._entries: dict[Fact, tuple[int, Entry]] = {}
        self._suppressions: dict[str, tuple[int, Suppression]] = {}

    def add(self, number: int, record: Entry | Suppression) -> None:
        """Adds the record of a line."""
        if isinstance(record, Suppression):
            line, known = self._suppressions.setdefault(record.fingerprint, (number, record))
            if known != record:
                self._refuse(line, number, "finding")
            return
        first, before = self._entries.setdefault(record.fact, (number, record))
        if before == record or not _judged(record):
            return
        if _judged(before):
            self._refuse(first, number, "claim")
        self._entries[record.fact] = (number, record)

    def _refuse(self, first: int, second: int, noun: str) -> None:
        raise LockError(f"{self._path}:{second}: says something else of the {noun} of line {first}; delete one of them")

    @property
    def lock(self) -> Lock:
        """The records so far."""
        return Lock(
            {fact: entry for fact, (_, entry) in self._entries.items()},
            {name: suppression for name, (_, suppression) in self._suppressions.items()},
        )


def _judged(entry: Entry) -> bool:
    """Whether a person has said something of the claim: such a line outweighs one in which nobody has."""
    return bool(entry.verdict or entry.note or entry.was)
