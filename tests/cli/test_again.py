"""A run that is known is given again without its command line being read; but never where anything has changed."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from claimx.cache.outputs import Written, keep
from claimx.cli import commandline
from claimx.engines import pipeline_for
from tests.cli.conftest import Claimx

RULE = """
- id: idiom.cats
  kind: exclusion
  reason: idiom
  patterns: ["nine lives"]
  why: Cats are said to have them.
  examples: [{text: "It has nine lives.", find: "nine"}]
  counterexamples: ["It has nine legs."]
"""


class Place:
    """A folder with sources and rules, and the command line that is run there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.sources = folder / "sources"
        self.output = folder / "out.json"
        self.rules = folder / "rules"
        (self.sources / "more").mkdir(parents=True)
        (self.sources / "a.txt").write_text("The council said nearly 4,000 children were waiting for a place.")
        (self.sources / "more" / "b.txt").write_text("The cat has nine lives, and 310 people signed the petition.")
        (self.sources / "picture.png").touch()
        self.arguments = ("extract", self.sources, "-o", self.output)


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    monkeypatch.setenv("CLAIMX_CACHE", str(tmp_path / "cache"))
    return Place(tmp_path / "place")


@pytest.fixture
def read_lines(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """The command lines that are read as such."""
    invoke, read = commandline.invoke, list[object]()

    def noted(arguments: list[str]) -> int:
        read.append(arguments)
        return invoke(arguments)

    monkeypatch.setattr(commandline, "invoke", noted)
    return read


def test_a_known_run_is_given_again_unread(claimx: Claimx, place: Place, read_lines: list[object]) -> None:
    first = claimx(*place.arguments)
    written = place.output.read_bytes()
    place.output.unlink()
    read_lines.clear()
    assert claimx(*place.arguments) == first
    assert place.output.read_bytes() == written
    assert read_lines == []
    assert "skipped 1 entry of folders: 1 .png" in first.err


def test_so_is_one_to_the_standard_output(claimx: Claimx, place: Place, read_lines: list[object]) -> None:
    first = claimx("extract", place.sources, "--format", "csv")
    read_lines.clear()
    assert claimx("extract", place.sources, "--format", "csv") == first
    assert first.out.startswith("document,")
    assert read_lines == []


def _same_size_and_time(place: Place) -> None:
    path = place.sources / "a.txt"
    before = path.stat()
    path.write_text(path.read_text().replace("4,000", "5,000"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def _replaced_by_link(place: Place) -> None:
    place.output.unlink()
    place.output.symlink_to(place.sources / "a.txt")


CHANGES: dict[str, Callable[[Place], object]] = {
    "a text of the same size and time": _same_size_and_time,
    "a file more": lambda place: (place.sources / "more" / "c.txt").write_text("Nine boats came in."),
    "a file less": lambda place: (place.sources / "more" / "b.txt").unlink(),
    "a file renamed": lambda place: (place.sources / "a.txt").rename(place.sources / "z.txt"),
    "a picture more": lambda place: (place.sources / "other.png").touch(),
    "the output a link to a source": _replaced_by_link,
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_not_where_something_has_changed(
    claimx: Claimx, place: Place, read_lines: list[object], change: Callable[[Place], object]
) -> None:
    claimx(*place.arguments)
    change(place)
    read_lines.clear()
    found = claimx(*place.arguments)
    assert len(read_lines) == 1
    written = place.output.read_bytes()
    assert found == claimx(*place.arguments, "--no-cache")
    assert place.output.read_bytes() == written


def test_not_with_other_rules(claimx: Claimx, place: Place, read_lines: list[object]) -> None:
    place.rules.mkdir()
    (place.rules / "cats.yaml").write_text(RULE)
    arguments = ("extract", place.sources / "more", "--rules", place.rules, "-o", place.output)
    claimx(*arguments)
    claimx(*arguments)
    assert len(read_lines) == 1
    (place.rules / "cats.yaml").write_text(RULE.replace("nine lives", "310 people"))
    pipeline_for.cache_clear()  # a process never meets two states of its rules but here
    assert claimx(*arguments).err.startswith("0 claims,")
    assert len(read_lines) == 2
    (place.rules / "dogs.yaml").write_text(RULE.replace("idiom.cats", "idiom.dogs"))
    claimx(*arguments)
    assert len(read_lines) == 3


@pytest.mark.parametrize("what", ["claimx.cache.surroundings.installed", "claimx.cache.surroundings.code"])
def test_not_with_another_code(
    claimx: Claimx, place: Place, read_lines: list[object], monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    claimx(*place.arguments)
    changed: object = {"numpy": "99"} if what.endswith("installed") else [("new.py", 1, 1)]
    monkeypatch.setattr(what, lambda: changed)
    read_lines.clear()
    claimx(*place.arguments)
    assert len(read_lines) == 1


@pytest.mark.parametrize("name", ["CLAIMX_DEBUG", "PYTHONPATH", "LC_ALL"])
def test_not_in_another_environment(
    claimx: Claimx, place: Place, read_lines: list[object], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    claimx(*place.arguments)
    read_lines.clear()
    monkeypatch.setenv(name, "")
    claimx(*place.arguments)
    assert len(read_lines) == 1


def test_not_in_another_folder(
    claimx: Claimx, place: Place, read_lines: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(place.sources)
    claimx("extract", "a.txt")
    (place.sources / "more" / "a.txt").write_text("Nine boats came in.")
    monkeypatch.chdir(place.sources / "more")
    read_lines.clear()
    assert '"surface": "Nine boats"' in claimx("extract", "a.txt").out
    assert len(read_lines) == 1


@pytest.mark.parametrize("option", [("--no-cache",), ("--cache", "elsewhere"), ("--save-text", "texts")])
def test_not_where_more_is_asked_for_than_the_output(
    claimx: Claimx,
    place: Place,
    read_lines: list[object],
    monkeypatch: pytest.MonkeyPatch,
    option: tuple[str, ...],
) -> None:
    monkeypatch.chdir(place.folder)
    for _ in range(2):
        claimx(*place.arguments, *option)
    assert len(read_lines) == 2


def test_an_unreadable_source_is_told_each_time(claimx: Claimx, place: Place, read_lines: list[object]) -> None:
    (place.sources / "broken.txt").write_bytes(b"\x00\x01\x02")
    first = claimx(*place.arguments)
    assert (first.code, claimx(*place.arguments)) == (2, first)
    assert len(read_lines) == 2


def test_a_source_that_changes_in_the_middle_is_not_taken_for_known(
    claimx: Claimx, place: Place, read_lines: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    def late(key: str, written: Written, put: Callable[[bytes, bytes], None]) -> None:
        keep(key, written, put)
        (place.sources / "more" / "c.txt").write_text("Nine boats came in.")

    monkeypatch.setattr("claimx.cli.outputs.keep", late)
    claimx(*place.arguments)
    read_lines.clear()
    assert "3 documents" in claimx(*place.arguments).err
    assert len(read_lines) == 1


def test_an_output_that_cannot_be_written_is_an_error(claimx: Claimx, place: Place) -> None:
    claimx(*place.arguments)
    place.output.unlink()
    place.output.mkdir()
    result = claimx(*place.arguments)
    assert (result.code, result.lines) == (2, [f"claimx: error: {place.output}: cannot be written: it is a folder"])


def test_a_cache_that_is_broken_is_told_of_once(claimx: Claimx, place: Place) -> None:
    first = claimx(*place.arguments)
    path = next((place.folder.parent / "cache").iterdir())
    path.write_bytes(b"no database")
    result = claimx(*place.arguments)
    assert result.code == 0
    assert sum("broken" in line for line in result.lines) == 1
    assert result.lines[-1] == first.lines[-1]


def test_it_imports_next_to_nothing(claimx: Claimx, place: Place, environment: dict[str, str]) -> None:
    command = [sys.executable, "-X", "importtime", "-m", "claimx", *map(str, place.arguments)]
    environment = {**environment, "CLAIMX_CACHE": os.environ["CLAIMX_CACHE"]}
    for _ in range(2):
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    modules = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert "claimx.cli.again" in modules
    assert not modules & {
        "typer",
        "msgspec",
        "typing",
        "pathlib",
        "re",
        "json",
        "claimx.model",
        "claimx.cli.commandline",
    }
