"""Bytes under keys in one SQLite file, which any number of processes may use at once, and which may be lost at any
time: whatever is wrong with it, the work goes on without it."""

import sqlite3
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from claimx.cache.reading import FILE

_APPLICATION = 0x636C6D78
"""Stands in the file's header and says whose it is."""

_WAIT = 10.0
"""Seconds to wait for another process to finish writing."""

_TOGETHER = 64
_AT_LEAST_EVERY = 2.0
"""Entries, and seconds, after which what is new is written: so much a killed run loses."""

_SAME_USE = 86_400
"""Seconds for which a use is not written down anew: a run that finds everything then writes nothing."""

MOST = 1_000_000_000
"""Bytes that the file may take; beyond, what was not used for longest goes."""

_SPARED = 0.8
"""Share of the bound that is left once it is passed."""

_TABLES = (
    "CREATE TABLE IF NOT EXISTS entries (key BLOB PRIMARY KEY, used INTEGER, size INTEGER, value BLOB)",
    "CREATE INDEX IF NOT EXISTS by_use ON entries (used, size)",
)


class Info(NamedTuple):
    """What a store holds."""

    path: Path
    entries: int
    size: int
    """Bytes of the entries."""


class Store:
    """The file in the folder. `warn` is told, in words for the user, what is wrong with it; `chosen` says that the user
    named the folder, and wants to know too where it cannot be written to."""

    def __init__(
        self, folder: Path, warn: Callable[[str], None], *, chosen: bool = True, most: int = MOST, wait: float = _WAIT
    ) -> None:
        self.path = folder / FILE
        self._warn = warn
        self._chosen = chosen
        self._most = most
        self._wait = wait
        self._new: list[tuple[bytes, int, int, bytes]] = []
        self._used: list[bytes] = []
        self._now = int(time.time())
        self._written = time.monotonic()
        self._connection = self._open()

    def get(self, key: bytes) -> bytes | None:
        """What was put under the key; None where there is nothing."""
        if self._connection is None:
            return None
        try:
            row = self._connection.execute("SELECT value, used FROM entries WHERE key = ?", (key,)).fetchone()
        except sqlite3.Error as error:
            self._give_up(error)
            return None
        if row is None:
            return None
        if row[1] + _SAME_USE < self._now:
            self._used.append(key)
        return bytes(row[0])

    def put(self, key: bytes, value: bytes) -> None:
        """Keeps the value; it is in the file a little later, or once the store is closed."""
        if self._connection is None:
            return
        self._new.append((key, self._now, len(value), value))
        if len(self._new) >= _TOGETHER or time.monotonic() - self._written > _AT_LEAST_EVERY:
            self._write()

    def close(self) -> None:
        """Writes what is left to write, and keeps the file within its bound."""
        self._write()
        try:
            if self._connection is not None:
                self._evict(self._connection)
                self._connection.close()
        except sqlite3.Error as error:
            self._give_up(error)
        self._connection = None

    @property
    def usable(self) -> bool:
        """Whether there is a file to work with."""
        return self._connection is not None

    def clear(self) -> int | None:
        """Forgets everything; says how many entries that were, None where that is not possible."""
        if self._connection is None:
            return None
        try:
            forgotten = self._connection.execute("DELETE FROM entries").rowcount
            self._connection.executescript("PRAGMA incremental_vacuum")
        except sqlite3.Error as error:
            self._give_up(error)
            return None
        return forgotten

    def info(self) -> Info | None:
        """What the store holds, without what is not written yet; None where that cannot be told."""
        if self._connection is None:
            return None
        try:
            entries, size = self._connection.execute("SELECT count(*), coalesce(sum(size), 0) FROM entries").fetchone()
        except sqlite3.Error as error:
            self._give_up(error)
            return None
        return Info(self.path, entries, size)

    def _open(self) -> sqlite3.Connection | None:
        try:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            self._tell_unwritable(error.strerror or str(error))
            return None
        try:
            return self._connect()
        except sqlite3.OperationalError as error:  # locked for too long, not to be written to, or a full disk
            self._tell_unwritable(str(error))
        except sqlite3.DatabaseError as error:
            return self._begun_anew(error)
        return None

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self.path, timeout=self._wait, isolation_level=None)
        try:
            if not self._is_laid_out(connection):
                self._lay_out(connection)
            connection.execute("PRAGMA synchronous = NORMAL")
        except BaseException:
            connection.close()
            raise
        return connection

    def _is_laid_out(self, connection: sqlite3.Connection) -> bool:
        [application] = connection.execute("PRAGMA application_id").fetchone()
        [tables] = connection.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'entries'").fetchone()
        return bool(application == _APPLICATION and tables)

    def _lay_out(self, connection: sqlite3.Connection) -> None:
        """Makes a new file ours. Raises DatabaseError where it holds something else."""
        connection.execute("PRAGMA auto_vacuum = INCREMENTAL")
        connection.execute("BEGIN IMMEDIATE")
        [tables] = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        [application] = connection.execute("PRAGMA application_id").fetchone()
        if tables and application != _APPLICATION:
            connection.execute("ROLLBACK")
            raise sqlite3.DatabaseError("another program's file")
        for statement in _TABLES:
            connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {_APPLICATION}")
        connection.execute("COMMIT")
        connection.execute("PRAGMA journal_mode = WAL")

    def _begun_anew(self, error: sqlite3.Error) -> sqlite3.Connection | None:
        """A new file in the place of one that cannot be used, which is kept beside it."""
        aside = self.path.with_suffix(".broken")
        try:
            self.path.replace(aside)
            for left in ("-wal", "-shm"):
                self.path.with_name(self.path.name + left).unlink(missing_ok=True)
            connection = self._connect()
        except (OSError, sqlite3.Error):
            self._warn(f"the cache {self.path} cannot be used ({error}); going on without it")
            return None
        self._warn(f"the cache {self.path} was broken ({error}); begun anew, the old one is {aside.name}")
        return connection

    def _write(self) -> None:
        if self._connection is None or not (self._new or self._used):
            return
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            self._connection.executemany("INSERT OR REPLACE INTO entries VALUES (?, ?, ?, ?)", self._new)
            uses = ((self._now, key) for key in self._used)
            self._connection.executemany("UPDATE entries SET used = ? WHERE key = ?", uses)
            self._connection.execute("COMMIT")
        except sqlite3.Error as error:
            self._give_up(error)
        self._new.clear()
        self._used.clear()
        self._written = time.monotonic()

    def _evict(self, connection: sqlite3.Connection) -> None:
        pages, free, size = (
            connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "freelist_count", "page_size")
        )
        if (pages - free) * size <= self._most:
            return
        connection.execute("BEGIN IMMEDIATE")
        kept = "SELECT rowid, sum(size) OVER (ORDER BY used DESC, rowid DESC) AS together FROM entries"
        connection.execute(
            f"DELETE FROM entries WHERE rowid IN (SELECT rowid FROM ({kept}) WHERE together > ?)",
            (int(self._most * _SPARED),),
        )
        connection.execute("COMMIT")
        connection.executescript("PRAGMA incremental_vacuum")

    def _give_up(self, error: sqlite3.Error) -> None:
        """Goes on without a file that has failed in the middle; one that is broken is out of the next run's way."""
        connection, self._connection = self._connection, None
        if connection is not None:
            with suppress(sqlite3.Error):
                connection.close()
        broken = isinstance(error, sqlite3.DatabaseError) and not isinstance(error, sqlite3.OperationalError)
        if broken:
            with suppress(OSError):
                self.path.replace(self.path.with_suffix(".broken"))
        self._warn(f"the cache {self.path} failed ({error}); going on without it")

    def _tell_unwritable(self, reason: str) -> None:
        """Nobody who did not ask for a cache need hear that there is no place for one."""
        if self._chosen or self.path.exists():
            self._warn(f"the cache {self.path} cannot be used ({reason}); going on without it")
