"""`claimx diff` from what is given to what is told, with all that can be wrong with it."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from claimx.pipeline import Pipeline
from tests.cli.conftest import COMMAND, Claimx, Result

OLD = "Repairs cost £4.2m last year, the council said on Monday.\n"
NEW = "Repairs cost about £4.5m last year, the council said on Monday.\n"
VALUE = "~ £4.2m → about £4.5m (hedge added): Repairs, "


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with two versions of a text."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "old.txt").write_text(OLD, encoding="utf-8")
    (tmp_path / "new.txt").write_text(NEW, encoding="utf-8")
    return tmp_path


def kinds(result: Result) -> list[str]:
    """The kinds of the changes that a result in JSON holds."""
    return [change["kind"] for change in json.loads(result.out)["changes"]]


def test_changed_text_is_told_and_1(claimx: Claimx, folder: Path) -> None:
    result = claimx("diff", "old.txt", "new.txt")
    assert result.code == 1
    assert result.out.startswith(VALUE)
    assert result.lines == ["1 change: 1 value"]


def test_same_text_is_silent_and_0(claimx: Claimx, folder: Path) -> None:
    (folder / "copy.txt").write_text(f"\n{OLD}".replace(",", " ,"), encoding="utf-8")
    result = claimx("diff", "old.txt", "copy.txt")
    assert (result.code, result.out, result.lines) == (0, "", ["no changes"])


def test_same_bytes_need_no_model(claimx: Claimx, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(folder, folder / "copy")
    monkeypatch.setattr(Pipeline, "extract", None)
    assert claimx("diff", "old.txt", "copy/old.txt").code == 0


def test_all_shows_what_is_reworded(claimx: Claimx, folder: Path) -> None:
    (folder / "new.txt").write_text(OLD.replace("Repairs cost", "The repairs cost"), encoding="utf-8")
    hidden = claimx("diff", "old.txt", "new.txt")
    assert (hidden.code, hidden.out, hidden.lines) == (0, "", ["no changes; 1 reworded (--all shows them)"])
    shown = claimx("diff", "old.txt", "new.txt", "--all")
    assert (shown.code, shown.out[:16]) == (1, "= £4.2m reworded")


def test_folders_are_compared_by_name_and_renamed_files_by_claims(claimx: Claimx, folder: Path) -> None:
    for name in ("before", "after"):
        (folder / name).mkdir()
        (folder / name / "bridge.txt").write_text("The bridge is 340 metres long.\n")
    (folder / "old.txt").rename(folder / "before" / "draft.txt")
    (folder / "after" / "final.txt").write_text(f"{OLD}\nWork took 14 months.\n")
    (folder / "after" / "empty.txt").touch()
    result = claimx("diff", "before", "after", "--format", "json")
    assert (result.code, kinds(result)) == (1, ["added"])
    assert json.loads(result.out)["renamings"] == [
        {"old": "draft.txt", "new": "final.txt"},
        {"old": None, "new": "empty.txt"},
    ]
    assert result.lines[:2] == ["draft.txt is now final.txt", "empty.txt is only in the new version"]


def test_saved_results_need_no_documents_and_no_model(
    claimx: Claimx, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("old", "new"):
        assert claimx("extract", f"{name}.txt", "-o", f"{name}.json").code == 0
    direct = claimx("diff", "old.txt", "new.txt")
    half = claimx("diff", "old.json", "new.txt")
    monkeypatch.setattr(Pipeline, "extract", None)
    saved = claimx("diff", "old.json", "new.json")
    assert saved.out == half.out == direct.out
    assert saved.code == half.code == 1


def test_standard_input_may_be_text_or_saved(folder: Path, environment: dict[str, str], claimx: Claimx) -> None:
    claimx("extract", "new.txt", "-o", "new.json")
    for given in ("new.txt", "new.json"):
        done = subprocess.run(
            [*COMMAND, "diff", "old.txt", "-"],
            input=(folder / given).read_bytes(),
            env=environment,
            capture_output=True,
            check=False,
        )
        assert (done.returncode, done.stdout.decode()[: len(VALUE)]) == (1, VALUE), done.stderr


@pytest.mark.skipif(not Path("/dev/fd").exists(), reason="needs pipes with names")
def test_pipes_are_read_once(claimx: Claimx, folder: Path) -> None:
    with subprocess.Popen(["cat", "new.txt"], stdout=subprocess.PIPE) as source:
        assert source.stdout is not None
        result = claimx("diff", "old.txt", f"/dev/fd/{source.stdout.fileno()}")
    assert (result.code, result.out[: len(VALUE)]) == (1, VALUE)


@pytest.fixture
def repository(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder as a git repository: the old text committed as `reports/a.txt`, the new one there now."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    (folder / "reports").mkdir()
    report = folder / "reports" / "a.txt"
    shutil.copy(folder / "old.txt", report)
    (folder / "reports" / "logo.png").write_bytes(b"\x89PNG")
    git = ["git", "-c", "user.name=Ruth", "-c", "user.email=ruth@example.org"]
    for command in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "one"]):
        subprocess.run([*git, *command], cwd=folder, check=True)
    shutil.copy(folder / "new.txt", report)
    return folder


@pytest.mark.parametrize(
    ("here", "old", "new"),
    [
        (".", "HEAD:reports/a.txt", "reports/a.txt"),
        (".", "HEAD:reports", "reports"),
        (".", "HEAD:reports/", "reports/"),
        ("reports", "HEAD:reports/a.txt", "a.txt"),
        ("reports", "HEAD:./a.txt", "a.txt"),
        ("reports", "HEAD:a.txt", "a.txt"),
        ("reports", "HEAD:./", "."),
        (".", ":reports/a.txt", "reports/a.txt"),
    ],
)
def test_revisions_of_git(
    claimx: Claimx, repository: Path, monkeypatch: pytest.MonkeyPatch, here: str, old: str, new: str
) -> None:
    monkeypatch.chdir(repository / here)
    result = claimx("diff", old, new)
    assert (result.code, result.out[: len(VALUE)]) == (1, VALUE), result.err
    assert "a.txt:1)" in result.out


def test_file_with_a_colon_goes_before_a_revision(claimx: Claimx, repository: Path) -> None:
    shutil.copy("old.txt", "HEAD:new.txt")
    assert claimx("diff", "HEAD:new.txt", "new.txt").code == 1


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ("HEAD:reports/b.txt", "HEAD:reports/b.txt: HEAD has no reports/b.txt"),
        ("v9:reports/a.txt", "v9:reports/a.txt: no revision v9"),
        (":b.txt", ":b.txt: the index has no b.txt"),
        ("C:\\texts\\a.txt", "C:\\texts\\a.txt: cannot be read: no such file or directory"),
        ("b.txt", "b.txt: cannot be read: no such file or directory"),
        ("", "an empty path; give a file, a folder, REV:path, or - for the standard input"),
        ("HEAD:a\0b", "HEAD:a"),
        ("https://news.example/a", "https://news.example/a: claimx fetches nothing; "),
    ],
)
def test_what_is_not_there_is_one_line_and_2(claimx: Claimx, repository: Path, given: str, reason: str) -> None:
    result = claimx("diff", given, "new.txt")
    assert (result.code, result.out, len(result.lines)) == (2, "", 1)
    assert result.lines[0].startswith(f"claimx: error: {reason}")


def test_outside_of_a_repository(claimx: Claimx, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(folder.parent))
    result = claimx("diff", "HEAD:old.txt", "new.txt")
    assert (result.code, len(result.lines)) == (2, 1)
    assert result.lines[0].startswith("claimx: error: HEAD:old.txt: not a git repository")


def test_without_git(claimx: Claimx, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(folder))
    result = claimx("diff", "HEAD:old.txt", "new.txt")
    assert (result.code, len(result.lines)) == (2, 1)
    assert "git is not installed" in result.lines[0]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b'{"schema_version": "1.0", "claims": [', "damaged: input data was truncated"),
        (b'{"schema_version": "1.0"}', "damaged: object missing required field `documents`"),
        (b'{"schema_version": 1}', "damaged: expected `str`, got `int` - at `$.schema_version`"),
        (b"[" * 100_000, "damaged: "),
        (b"", "damaged: input data was truncated"),
        (b'{"schema_version": "9.0", "documents": [], "claims": [], "excluded": []}', "a result in format 9.0; this "),
    ],
)
def test_broken_saved_result_is_one_line_and_2(claimx: Claimx, folder: Path, data: bytes, reason: str) -> None:
    (folder / "claims.json").write_bytes(data)
    result = claimx("diff", "claims.json", "new.txt")
    assert (result.code, result.out, len(result.lines)) == (2, "", 1)
    assert result.lines[0].startswith("claimx: error: claims.json: ")
    assert reason in result.lines[0]


def test_both_sides_cannot_be_the_standard_input(claimx: Claimx) -> None:
    assert claimx("diff", "-", "-").lines == [
        "claimx: error: both sides are the standard input; give one of them a path"
    ]


def test_unreadable_document_is_told_and_the_others_are_compared(claimx: Claimx, folder: Path) -> None:
    for name, text in (("one", OLD), ("two", NEW)):
        (folder / name).mkdir()
        (folder / name / "a.txt").write_text(text)
        (folder / name / "b.txt").write_text("The bridge is 340 metres long.\n")
    (folder / "two" / "b.txt").write_bytes(b"\x00\x01\x02\xff" * 100)
    result = claimx("diff", "one", "two")
    assert (result.code, result.out.count("\n")) == (2, 1)
    assert result.lines[0].startswith("claimx: error: two: b.txt: a binary file")


def test_unreadable_side_is_an_error_alone(claimx: Claimx, folder: Path) -> None:
    (folder / "new.txt").write_bytes(b"\x00\x01\x02\xff" * 100)
    result = claimx("diff", "old.txt", "new.txt")
    assert (result.code, result.out, len(result.lines)) == (2, "", 1)
    assert result.lines[0].startswith("claimx: error: new.txt: a binary file")


@pytest.mark.parametrize("format_name", ["text", "json", "markdown"])
def test_output_file_is_what_standard_output_would_be(claimx: Claimx, folder: Path, format_name: str) -> None:
    shown = claimx("diff", "old.txt", "new.txt", "--format", format_name)
    written = claimx("diff", "old.txt", "new.txt", "--format", format_name, "-o", "out")
    assert (shown.code, written.code, written.out) == (1, 1, "")
    assert (folder / "out").read_text(encoding="utf-8") == shown.out != ""


@pytest.mark.parametrize(("name", "start"), [("a.json", "{"), ("a.md", "#"), ("a.txt", "~"), ("a", "~")])
def test_suffix_chooses_the_format(claimx: Claimx, folder: Path, name: str, start: str) -> None:
    assert claimx("diff", "old.txt", "new.txt", "-o", name).code == 1
    assert (folder / name).read_text(encoding="utf-8").startswith(start)


def test_result_goes_over_no_source(claimx: Claimx, folder: Path) -> None:
    claimx("extract", "old.txt", "-o", "old.json")
    for source in ("old.txt", "old.json"):
        before = (folder / source).read_bytes()
        result = claimx("diff", source, "new.txt", "-o", source)
        assert (result.code, len(result.lines)) == (2, 1)
        assert (folder / source).read_bytes() == before


def test_result_of_another_extraction_is_told(claimx: Claimx, folder: Path) -> None:
    claimx("extract", "old.txt", "-o", "old.json")
    saved = json.loads((folder / "old.json").read_text(encoding="utf-8"))
    saved["generator"]["rules"] = "sha256:0"
    (folder / "old.json").write_text(json.dumps(saved), encoding="utf-8")
    result = claimx("diff", "old.json", "old.txt")
    assert result.code == 0
    assert result.lines[0] == (
        "claimx: warning: the sides were extracted with different rules; some changes may come from that"
    )


def test_unknown_format_is_one_line_and_2(claimx: Claimx, folder: Path) -> None:
    assert claimx("diff", "old.txt", "new.txt", "--format", "xml").lines == [
        "claimx: error: no output format xml; there are json, markdown, text"
    ]


def test_nothing_is_left_behind(claimx: Claimx, repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    temporary = repository / "tmp"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    assert claimx("diff", "HEAD:reports", "reports").code == 1
    assert list(temporary.iterdir()) == []


def test_text_cannot_drive_the_terminal(claimx: Claimx, folder: Path) -> None:
    (folder / "new.txt").write_text("Repairs \x1b[31mcost £9m\u202e, \x07the council said.\n", encoding="utf-8")
    out = claimx("diff", "old.txt", "new.txt").out
    assert "£9m" in out
    assert not set(out) & {"\x1b", "\u202e", "\x07"}
