"""What is taken out of a repository, and what nobody may take out of a hostile one."""

import os
import subprocess
from pathlib import Path

import pytest

from claimx.diff.git import take_out
from claimx.errors import InputError

AUTHOR = ("-c", "user.name=Ruth", "-c", "user.email=ruth@example.org")


def git(*arguments: str, data: bytes = b"") -> str:
    """Runs git here and returns what it says."""
    done = subprocess.run(["git", *AUTHOR, *arguments], input=data, capture_output=True, check=True)
    return done.stdout.decode().strip()


@pytest.fixture
def out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to copy into; a new repository is the current folder."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    for name in ("out", "here"):
        (tmp_path / name).mkdir()
    monkeypatch.chdir(tmp_path / "here")
    git("init", "-q")
    return tmp_path / "out"


def commit(files: dict[str, str]) -> None:
    """Commits files with these texts."""
    for name, text in files.items():
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    git("add", ".")
    git("commit", "-q", "-m", "more")


def copied(folder: Path) -> dict[str, str]:
    """The files in the folder."""
    return {path.relative_to(folder).as_posix(): path.read_text() for path in folder.rglob("*") if path.is_file()}


def test_folder_with_the_files_that_are_read(out: Path) -> None:
    commit({"a/one.txt": "1", "a/b/two tabs\t.md": "2", "a/c.png": "3", "a/.hidden.txt": "4", "d.txt": "5"})
    commit({"a/one.txt": "6", "a/é.txt": "7"})
    assert copied(take_out("HEAD~1:a", out, (".txt", ".md"))) == {"one.txt": "1", "b/two tabs\t.md": "2"}


def test_whole_repository(out: Path) -> None:
    commit({"a.txt": "1", "b/c.txt": "2"})
    assert copied(take_out("HEAD:", out, (".txt",))) == {"a.txt": "1", "b/c.txt": "2"}


def test_file_of_any_suffix_as_it_was_committed(out: Path) -> None:
    commit({"notes": "£5\r\nmore\n"})
    assert take_out("HEAD:notes", out, (".txt",)).read_bytes() == "£5\r\nmore\n".encode()


def test_links_are_not_followed(out: Path) -> None:
    Path("link.txt").symlink_to("/etc/hostname")
    commit({"a.txt": "1"})
    assert copied(take_out("HEAD:", out, (".txt",))) == {"a.txt": "1"}


def test_hostile_paths_are_left_out(out: Path) -> None:
    blob = git("hash-object", "-w", "--stdin", data=b"1")
    names = ("..", "/tmp/x.txt", "a.txt")
    entries = b"".join(b"100644 %s\0" % name.encode() + bytes.fromhex(blob) for name in names)
    tree = git("hash-object", "-t", "tree", "-w", "--literally", "--stdin", data=entries)
    assert copied(take_out(f"{tree}:", out, (".txt", "..", ""))) == {"a.txt": "1"}


@pytest.mark.parametrize(
    "spec", ["--help:a.txt", "-:a.txt", "HEAD^{blob}:a.txt", "HEAD:a.txt\n", "^HEAD:a.txt", ":/one"]
)
def test_strange_names_are_errors(out: Path, spec: str) -> None:
    commit({"a.txt": "1"})
    with pytest.raises(InputError) as raised:
        take_out(spec, out, (".txt",))
    assert str(raised.value).startswith(f"{spec}: ")


def test_object_that_is_missing_is_an_error(out: Path) -> None:
    commit({"a.txt": "1", "b/c.txt": "2"})
    name = git("rev-parse", "HEAD:b/c.txt")
    (Path(".git/objects") / name[:2] / name[2:]).unlink()
    with pytest.raises(InputError, match=r"HEAD:b: git cannot give out c\.txt"):
        take_out("HEAD:b", out, (".txt",))
