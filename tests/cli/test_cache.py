"""Runs that find everything remembered give the same bytes, and load no language model for them."""

import subprocess
import sys
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
    assert "3 documents" in shown
    assert claimx("cache", "clear", *cache).err == "forgot 3 documents\n"
    assert "0 documents" in claimx("cache", "info", *cache).out


def test_only_what_has_changed_is_worked_on_again(
    claimx: Claimx, sources: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = ("--cache", tmp_path / "cache")
    claimx("extract", sources, *cache)
    (sources / "a.txt").write_text(TEXT.replace("4,000", "5,000"))
    worked_on = []

    def noted(pipeline: Pipeline, document: Document) -> Extract | Problem:
        worked_on.append(document.id)
        return guarded(pipeline, document)

    monkeypatch.setattr("claimx.pipeline.guarded", noted)
    changed = claimx("extract", sources, *cache)
    assert worked_on == ["a.txt"]
    assert changed == claimx("extract", sources, "--no-cache")


def test_a_run_that_finds_everything_imports_no_language_model(
    claimx: Claimx, sources: Path, tmp_path: Path, environment: dict[str, str]
) -> None:
    cache = ("--cache", str(tmp_path / "cache"))
    first = claimx("extract", sources, *cache)
    command = [sys.executable, "-X", "importtime", "-m", "claimx", "extract", str(sources), *cache]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.stdout == first.out
    modules = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert "claimx.run" in modules
    assert not modules & {"spacy", "numpy", "yaml", "claimx.pipeline", "claimx.attribution"}


def test_a_cache_that_cannot_be_used_is_said_and_no_error(claimx: Claimx, sources: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    result = claimx("extract", sources / "a.txt", "--cache", tmp_path / "file")
    assert result.code == 0
    assert "warning: the cache" in result.err
    assert claimx("cache", "info", "--cache", tmp_path / "file").code == 2
