"""A file is written whole or not at all, and whether it can be is known beforehand."""

import os
from pathlib import Path

import pytest

from claimx.errors import OutputError
from claimx.outputfile import OutputFile

not_as_root = pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")


def names_in(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def test_writes_a_new_file(tmp_path: Path) -> None:
    OutputFile(tmp_path / "a.json").write("£3\n")
    assert (tmp_path / "a.json").read_bytes() == "£3\n".encode()
    assert names_in(tmp_path) == ["a.json"]


def test_checking_leaves_nothing_behind(tmp_path: Path) -> None:
    OutputFile(tmp_path / "a.json")
    assert names_in(tmp_path) == []


def test_new_file_has_the_usual_permissions(tmp_path: Path) -> None:
    (tmp_path / "usual").touch()
    OutputFile(tmp_path / "a.json").write("x")
    assert (tmp_path / "a.json").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_replaced_file_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text("old")
    path.chmod(0o640)
    OutputFile(path).write("new")
    assert (path.read_text(), path.stat().st_mode & 0o777) == ("new", 0o640)


def test_link_stays_and_its_target_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "real.json").write_text("old")
    (tmp_path / "link.json").symlink_to("real.json")
    OutputFile(tmp_path / "link.json").write("new")
    assert (tmp_path / "link.json").is_symlink()
    assert (tmp_path / "real.json").read_text() == "new"


def test_device_is_written_to() -> None:
    OutputFile(Path(os.devnull)).write("x")
    assert Path(os.devnull).is_char_device()


@pytest.mark.parametrize(
    ("name", "reason"),
    [("nowhere/a.json", "no such file or directory"), ("", "it is a folder"), ("file/a.json", "not a directory")],
)
def test_impossible_place_is_refused_at_once(tmp_path: Path, name: str, reason: str) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OutputError, match=f"cannot be written: {reason}"):
        OutputFile(tmp_path / name)


@not_as_root
def test_place_without_permission_is_refused_at_once(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(OutputError, match="cannot be written: permission denied"):
        OutputFile(tmp_path / "a.json")


def test_failed_writing_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.json"
    path.write_text("old")
    output = OutputFile(path)

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OutputError, match="cannot be written: no space left on device"):
        output.write("new")
    assert path.read_text() == "old"
    assert names_in(tmp_path) == ["a.json"]


def test_interrupted_writing_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_descriptor: int) -> None:
        raise KeyboardInterrupt

    output = OutputFile(tmp_path / "a.json")
    monkeypatch.setattr("os.fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        output.write("new")
    assert names_in(tmp_path) == []
