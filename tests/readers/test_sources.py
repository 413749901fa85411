"""Paths become sources: sorted, each once, each with its own id; what is left out is named."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from claimx.errors import InputError
from claimx.model import Document
from claimx.readers import find, read


def make(folder: Path, *names: str) -> None:
    """Empty files of the names, with their folders."""
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()


def ids(*paths: Path) -> list[str]:
    return [source.id for source in find(paths).sources]


def test_folder_is_read_recursively_and_sorted(tmp_path: Path) -> None:
    make(tmp_path, "b.txt", "a/z.md", "a/c.JSONL", "a.txt", "a/deep/er/x.txt")
    assert sorted(ids(tmp_path)) == ["a.txt", "a/c.JSONL", "a/deep/er/x.txt", "a/z.md", "b.txt"]
    assert ids(tmp_path) == ids(tmp_path)


def test_file_is_known_by_its_name_whatever_its_suffix(tmp_path: Path) -> None:
    make(tmp_path, "deep/minutes", "deep/notes.log")
    assert ids(tmp_path / "deep/minutes", tmp_path / "deep/notes.log") == ["minutes", "notes.log"]


def test_skipped_entries_have_reasons(tmp_path: Path) -> None:
    make(tmp_path, "a.txt", ".hidden.txt", ".git/b.txt", "scan.PNG", "Makefile")
    (tmp_path / "loop").symlink_to(tmp_path)
    found = find([tmp_path])
    assert [source.id for source in found.sources] == ["a.txt"]
    reasons = {item.path.name: item.reason for item in found.skipped}
    assert reasons == {
        ".hidden.txt": "hidden",
        ".git": "hidden",
        "scan.PNG": ".png",
        "Makefile": "no suffix",
        "loop": "linked folder",
    }


def test_files_come_before_those_of_inner_folders(tmp_path: Path) -> None:
    make(tmp_path, "b.txt", "a/z.md", "a/deep/er/x.txt", "a.txt", "c/d.txt")
    assert ids(tmp_path) == ["a.txt", "b.txt", "a/z.md", "a/deep/er/x.txt", "c/d.txt"]


@pytest.fixture
def deep(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder with 1,500 folders in each other and a text in the innermost; it is gone afterwards, since what clears
    temporary folders away would not reach its end either."""
    monkeypatch.chdir(tmp_path)
    for _ in range(1_500):
        Path("d").mkdir()
        os.chdir("d")
    make(Path(), "deepest.txt")
    os.chdir(tmp_path)
    yield tmp_path
    os.chdir(tmp_path / Path(*["d"] * 1_500))
    Path("deepest.txt").unlink()
    for _ in range(1_500):
        os.chdir("..")
        Path("d").rmdir()


def test_depth_of_folders_has_no_limit(deep: Path) -> None:
    assert ids(deep) == [f"{'d/' * 1_500}deepest.txt"]


def test_pipe_in_a_folder_is_not_waited_for(tmp_path: Path) -> None:
    make(tmp_path, "a.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "null.txt").symlink_to(os.devnull)
    found = find([tmp_path])
    assert [source.id for source in found.sources] == ["a.txt"]
    assert {item.path.name: item.reason for item in found.skipped} == dict.fromkeys(
        ("null.txt", "pipe.txt"), "not a regular file"
    )


def test_pipe_that_is_named_is_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert ids(tmp_path / "pipe.txt") == ["pipe.txt"]


def test_file_met_twice_counts_once(tmp_path: Path) -> None:
    make(tmp_path, "a.txt")
    (tmp_path / "same.txt").symlink_to(tmp_path / "a.txt")
    assert ids(tmp_path, tmp_path / "a.txt", tmp_path / "same.txt") == ["a.txt"]


def test_same_names_are_told_apart_by_their_folders(tmp_path: Path) -> None:
    make(tmp_path, "may/report.txt", "june/report.txt", "june/other.txt")
    assert ids(tmp_path / "may/report.txt", tmp_path / "june") == ["may/report.txt", "other.txt", "june/report.txt"]


def test_longer_names_never_meet_others(tmp_path: Path) -> None:
    make(tmp_path, "x/may/report.txt", "y/may/report.txt", "z/report.txt")
    found = ids(tmp_path / "x/may/report.txt", tmp_path / "y", tmp_path / "z")
    assert found == ["x/may/report.txt", "y/may/report.txt", "z/report.txt"]


def test_names_that_are_written_alike_do_not_keep_the_search_from_ending(tmp_path: Path) -> None:
    """The documents get numbers when they are read."""
    make(tmp_path, r"\xff.txt")
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt")).write_text("It rose 5%.")
    found = find([tmp_path]).sources
    assert len({source.id for source in found}) == 1
    assert len({item.id for item in read(found) if isinstance(item, Document)}) == 2


CLAIM = '{"id": "c_1", "figure": null, "surface": "5%", "sentence": "Up 5%."}\n'


def test_earlier_result_in_a_folder_is_no_source(tmp_path: Path) -> None:
    make(tmp_path, "a.txt")
    (tmp_path / "claims.jsonl").write_text(CLAIM)
    assert [source.id for source in find([tmp_path], tmp_path / "claims.jsonl").sources] == ["a.txt"]


@pytest.mark.parametrize("name", ["claims.jsonl", "minutes"])
def test_named_file_is_never_the_output(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(CLAIM)
    with pytest.raises(InputError, match=f"{name}: is a source"):
        find([tmp_path / name], tmp_path / name)


@pytest.mark.parametrize("output", ["a.jsonl", "link.jsonl", "b.txt"])
@pytest.mark.parametrize("paths", [["b.txt", "a.jsonl"], ["."]])
def test_source_is_not_to_be_overwritten(tmp_path: Path, output: str, paths: list[str]) -> None:
    (tmp_path / "a.jsonl").write_text('{"id": 1, "text": "Up 5%."}\n')
    make(tmp_path, "b.txt")
    (tmp_path / "link.jsonl").symlink_to("a.jsonl")
    with pytest.raises(InputError, match=r"[ab]\.(jsonl|txt): is a source, which the result must not overwrite; "):
        find([tmp_path / path for path in paths], tmp_path / output)


def test_file_called_dash_can_be_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path, "-")
    monkeypatch.chdir(tmp_path)
    assert [source.path for source in find(["-", "./-", "-"]).sources] == [None, Path("-")]


def test_missing_path_is_a_problem(tmp_path: Path) -> None:
    make(tmp_path, "a.txt")
    found = find([tmp_path / "nowhere.txt", tmp_path])
    assert [problem.message for problem in found.problems] == ["cannot be read: no such file or directory"]
    assert [source.id for source in found.sources] == ["a.txt"]


def test_folder_without_texts_is_a_problem(tmp_path: Path) -> None:
    make(tmp_path, "scan.png")
    found = find([tmp_path])
    assert "no files of a known format in this folder" in found.problems[0].message


def test_path_that_no_file_can_have() -> None:
    assert find([Path("a\0b")]).problems[0].message.startswith("cannot be read: ")


@pytest.mark.skipif(os.name == "nt", reason="file names are text there")
def test_file_name_that_is_not_utf_8(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")).touch()
    assert ids(tmp_path) == ["caf\\xe9.txt"]


def test_size_of_all_sources(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("12345")
    (tmp_path / "b.txt").write_text("678")
    assert find([tmp_path]).size == 8
    assert find([tmp_path, "-"]).size is None
