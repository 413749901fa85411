"""Runs that find everything remembered give the same bytes, and load no language model for them."""

import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from claimx.model import Document, Extract, Problem
from claimx.pipeline import Pipeline, guarded
from tests.cli.conftest import Claimx

TEXT = "The council said nearly 4,000 children were waiting for a place."
FRENCH = "Le conseil a dit que près de 4 000 enfants attendaient une place dans les écoles de la ville. " * 5


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    folder = tmp_path / "sources"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT)
    (folder / "b.txt").write_text("Some 310 people signed the petition, the mayor said.")
    (folder / "c.txt").write_text(FRENCH)
    return folder


def test_second_run_gives_the_same_bytes_without_a_pipeline(
    claimx: Claimx, sources: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = ("--cache", tmp_path / "cache")
    first = claimx("extract", sources, *cache)
    assert first == claimx("extract", sources, "--no-cache")
    monkeypatch.setattr("claimx.pipeline.Pipeline", pytest.fail)
    assert claimx("extract", sources, *cache) == first
    shown = claimx("cache", "info", *cache).out
    assert str(tmp_path / "cache") in shown
    assert "3 entries" in shown
    assert claimx("cache", "clear", *cache).err == "forgot 3 entries\n"
    assert "0 entries" in claimx("cache", "info", *cache).out


def test_only_what_has_changed_is_worked_on_again(
    claimx: Claimx, sources: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = ("--cache", tmp_path / "cache")
    claimx("extract", sources, *cache)
    (sources / "a.txt").write_text(TEXT.replace("4,000", "5,000"))
    worked_on: list[str] = []

    def noted(pipeline: Pipeline, documents: Sequence[Document]) -> list[Extract | Problem]:
        worked_on.extend(document.id for document in documents)
        return guarded(pipeline, documents)

    monkeypatch.setattr("claimx.pipeline.guarded", noted)
    changed = claimx("extract", sources, *cache)
    assert worked_on == ["a.txt"]
    assert changed == claimx("extract", sources, "--no-cache")


def test_a_run_that_finds_everything_imports_no_language_model(
    claimx: Claimx, sources: Path, tmp_path: Path, environment: dict[str, str]
) -> None:
    (sources / "c.txt").unlink()
    cache = ("--cache", str(tmp_path / "cache"))
    first = claimx("extract", sources, *cache)
    command = [sys.executable, "-X", "importtime", "-m", "claimx", "extract", str(sources), *cache]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.stdout == first.out
    assert not {"claimx.run", "claimx.resolve"} & _modules(done.stderr)
    (sources / "b.txt").unlink()
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    modules = _modules(done.stderr)
    assert "claimx.run" in modules
    assert not modules & {"spacy", "numpy", "yaml", "claimx.pipeline", "claimx.attribution"}


def test_a_cache_that_cannot_be_used_is_said_and_no_error(claimx: Claimx, sources: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    result = claimx("extract", sources / "a.txt", "--cache", tmp_path / "file")
    assert result.code == 0
    assert "warning: the cache" in result.err
    assert claimx("cache", "info", "--cache", tmp_path / "file").code == 2


def _modules(told: str) -> set[str]:
    """What Python says that it has imported."""
    return {line.rpartition("|")[2].strip() for line in told.splitlines() if line.startswith("import time:")}


@pytest.mark.parametrize(
    "change",
    [
        lambda folder: (folder / "b.txt").write_text("Some 320 people signed the petition, the mayor said."),
        lambda folder: (folder / "b.txt").rename(folder / "e.txt"),
        lambda folder: (folder / "b.txt").unlink(),
        lambda folder: (folder / "f.txt").write_text("Nine boats came in."),
    ],
    ids=["changed", "renamed", "removed", "added"],
)
def test_an_output_is_given_again_only_for_the_same_sources(
    claimx: Claimx, sources: Path, tmp_path: Path, change: Callable[[Path], object]
) -> None:
    (sources / "c.txt").unlink()
    cache = ("--cache", tmp_path / "cache")
    first = claimx("extract", sources, *cache)
    assert claimx("extract", sources, *cache) == first
    change(sources)
    changed = claimx("extract", sources, *cache)
    assert changed == claimx("extract", sources, "--no-cache")
    assert changed.out != first.out


@pytest.mark.parametrize("option", [("--format", "csv"), ("--no-clean",), ("--no-conflicts",), ("--zones", "main")])
def test_an_output_is_given_again_only_for_the_same_options(
    claimx: Claimx, sources: Path, tmp_path: Path, option: tuple[str, ...]
) -> None:
    (sources / "c.txt").unlink()
    cache = ("--cache", tmp_path / "cache")
    claimx("extract", sources, *cache)
    expected = claimx("extract", sources, *option, "--no-cache")
    assert claimx("extract", sources, *option, *cache) == expected
    assert claimx("extract", sources, *option, *cache) == expected


def test_what_could_not_be_read_is_told_each_time(claimx: Claimx, sources: Path, tmp_path: Path) -> None:
    (sources / "broken.txt").write_bytes(b"\x00\x01\x02")
    cache = ("--cache", tmp_path / "cache")
    first = claimx("extract", sources, *cache)
    assert first.code == 2
    assert "broken.txt" in first.err
    assert claimx("extract", sources, *cache) == first


def test_warnings_are_given_again(claimx: Claimx, sources: Path, tmp_path: Path) -> None:
    (sources / "c.txt").unlink()
    (sources / "blank.txt").write_text("\n")
    cache = ("--cache", tmp_path / "cache", "-o", tmp_path / "out.json")
    first = claimx("extract", sources, *cache)
    written = (tmp_path / "out.json").read_bytes()
    (tmp_path / "out.json").unlink()
    assert "no text in blank.txt" in first.err
    assert claimx("extract", sources, *cache) == first
    assert (tmp_path / "out.json").read_bytes() == written


@pytest.mark.parametrize("command", ["info", "clear"])
def test_a_broken_cache_is_an_error_in_words(claimx: Claimx, sources: Path, tmp_path: Path, command: str) -> None:
    cache = ("--cache", tmp_path / "cache")
    claimx("extract", sources, *cache)
    path = next((tmp_path / "cache").iterdir())
    data = path.read_bytes()
    path.write_bytes(data[:4_096].ljust(len(data), b"\xff"))
    result = claimx("cache", command, *cache)
    assert result.code == 2
    assert result.lines[-1] == f"claimx: error: {path}: cannot be used"
