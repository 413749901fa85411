"""The file of the cache: shared, bounded, and never a reason to fail."""

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from claimx.cache.store import Store

KEYS = [bytes([number]) * 32 for number in range(40)]

WRITER = """
import sys
from pathlib import Path
from claimx.cache.store import Store
store = Store(Path(sys.argv[1]), print)
number = 0
while True:
    store.put(number.to_bytes(32, "big"), b"x" * 5_000)
    number += 1
    if number == 200:
        print("started", flush=True)
"""


class Told(list[str]):
    """The warnings of a store."""

    def __call__(self, warning: str) -> None:
        self.append(warning)


@pytest.fixture
def told() -> Told:
    return Told()


def filled(folder: Path, told: Told, **values: bytes) -> Path:
    store = Store(folder, told)
    for number, value in enumerate(values.values()):
        store.put(KEYS[number], value)
    store.close()
    return store.path


def test_what_was_put_is_there_for_the_next(tmp_path: Path, told: Told) -> None:
    filled(tmp_path / "new" / "folder", told, a=b"first", b=b"second")
    store = Store(tmp_path / "new" / "folder", told)
    assert [store.get(key) for key in KEYS[:3]] == [b"first", b"second", None]
    held = store.info()
    assert held is not None
    assert held[1:] == (2, len(b"firstsecond"))
    assert store.clear() == 2
    assert store.get(KEYS[0]) is None
    assert told == []


@pytest.mark.parametrize("content", [b"no database at all" * 100, b"SQLite format 3\0" + b"\xff" * 4_000])
def test_a_broken_file_is_set_aside(tmp_path: Path, told: Told, content: bytes) -> None:
    path = filled(tmp_path, told, a=b"first")
    path.write_bytes(content)
    store = Store(tmp_path, told)
    assert "begun anew" in told[0]
    assert path.with_suffix(".broken").read_bytes() == content
    store.put(KEYS[0], b"again")
    store.close()
    assert Store(tmp_path, told).get(KEYS[0]) == b"again"
    assert len(told) == 1


def test_another_programs_file_is_set_aside_unchanged(tmp_path: Path, told: Told) -> None:
    path = filled(tmp_path / "one", told, a=b"first")
    other = sqlite3.connect(path := tmp_path / path.name)
    other.execute("CREATE TABLE letters (text)")
    other.close()
    before = path.read_bytes()
    Store(tmp_path, told).close()
    assert "another program's file" in told[0]
    assert path.with_suffix(".broken").read_bytes() == before


def test_a_file_that_breaks_in_the_middle_costs_only_itself(tmp_path: Path, told: Told) -> None:
    path = filled(tmp_path, told, **{f"v{number}": b"x" * 9_000 for number in range(40)})
    store = Store(tmp_path, told)
    with path.open("r+b") as file:
        file.truncate(8_192)
    assert [store.get(key) for key in KEYS].count(None) > 30
    store.put(KEYS[0], b"new")
    store.close()
    assert len(told) == 1
    assert "going on without it" in told[0]


def test_a_file_that_broke_cannot_be_told_of_or_cleared(tmp_path: Path, told: Told) -> None:
    path = filled(tmp_path, told, **{f"v{number}": b"x" * 9_000 for number in range(40)})
    stores = Store(tmp_path, told), Store(tmp_path, told)
    with path.open("r+b") as file:
        file.truncate(8_192)
    assert (stores[0].info(), stores[1].clear()) == (None, None)
    assert len(told) == 2


def test_a_file_that_lost_its_entries_gets_a_place_for_them(tmp_path: Path, told: Told) -> None:
    path = filled(tmp_path, told, a=b"first")
    with sqlite3.connect(path) as connection:
        connection.execute("DROP TABLE entries")
    connection.close()
    filled(tmp_path, told, a=b"again")
    assert Store(tmp_path, told).get(KEYS[0]) == b"again"
    assert told == []


@pytest.mark.parametrize("chosen", [True, False])
def test_where_nothing_can_be_written_only_who_asked_is_told(tmp_path: Path, told: Told, chosen: bool) -> None:
    (tmp_path / "file").write_text("in the way")
    store = Store(tmp_path / "file" / "cache", told, chosen=chosen)
    store.put(KEYS[0], b"value")
    assert store.get(KEYS[0]) is None
    store.close()
    assert len(told) == chosen


def test_what_was_not_used_for_longest_goes_first(tmp_path: Path, told: Told) -> None:
    path = filled(tmp_path, told, **{f"v{number}": os.urandom(9_000) for number in range(40)})
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE entries SET used = rowid")
    connection.close()
    store = Store(tmp_path, told, most=200_000)
    assert store.get(KEYS[0]) is not None  # its use is written down
    store.close()
    store = Store(tmp_path, told)
    kept = [number for number, key in enumerate(KEYS) if store.get(key) is not None]
    assert kept == [0, *range(24, 40)]
    assert path.stat().st_size < 200_000


def test_another_process_that_writes_is_waited_for_and_then_passed_by(tmp_path: Path, told: Told) -> None:
    path = filled(tmp_path, told, a=b"first")
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    store = Store(tmp_path, told, wait=0.05)
    assert store.get(KEYS[0]) == b"first"
    store.put(KEYS[1], b"second")
    store.close()
    assert "locked" in told[0]
    other.close()
    assert Store(tmp_path, told).get(KEYS[0]) == b"first"


@pytest.mark.skipif(sys.platform == "win32", reason="processes are killed otherwise there")
def test_two_write_at_once_and_one_is_killed(tmp_path: Path, told: Told) -> None:
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path)], stdout=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    for writer in writers:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "started\n"
        writer.send_signal(signal.SIGKILL)
        writer.wait()
        writer.stdout.close()
    store = Store(tmp_path, told)
    assert store.get((100).to_bytes(32, "big")) == b"x" * 5_000
    store.put(KEYS[0], b"after")
    store.close()
    assert Store(tmp_path, told).get(KEYS[0]) == b"after"
    assert told == []
