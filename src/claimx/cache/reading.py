"""The cache for one who only looks."""

import os
import sqlite3
from contextlib import suppress

FILE = "extracts-1.sqlite3"
"""Bears the number of the layout, so that versions of claimx with different ones do not meet."""


class Reading:
    """What the store in a folder holds. It is neither made nor mended, and nothing is told of what is wrong with it:
    what cannot be read is not there."""

    def __init__(self, folder: str) -> None:
        self._connection: sqlite3.Connection | None = None
        path = os.path.join(folder, FILE)
        if os.path.isfile(path):
            with suppress(sqlite3.Error):
                self._connection = sqlite3.connect(path, isolation_level=None)
                self._connection.execute("PRAGMA query_only = 1")

    def get(self, key: bytes) -> bytes | None:
        """What is kept under the key."""
        if self._connection is None:
            return None
        try:
            row = self._connection.execute("SELECT value FROM entries WHERE key = ?", (key,)).fetchone()
        except sqlite3.Error:
            return None
        return bytes(row[0]) if row is not None else None

    def close(self) -> None:
        """Lets go of the file."""
        if self._connection is not None:
            self._connection.close()
