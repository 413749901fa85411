"""`claimx init`: the first check is green, and nothing is overwritten."""

import re
from pathlib import Path

import pytest
import yaml

from claimx.config import read_config
from tests.cli.conftest import Claimx

FILES = {"claimx.toml", "claimx.lock.jsonl", ".gitattributes", ".github"}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with sources, one of them unreadable."""
    monkeypatch.chdir(tmp_path)
    sources = tmp_path / "my sources"
    sources.mkdir()
    (sources / "pier.txt").write_text("Repairs of the pier cost £4.2m, Ruth Okafor said.\n", encoding="utf-8")
    (sources / "scan.txt").write_bytes(b"\x00\x01\x02" * 400)
    return tmp_path


def names(folder: Path) -> set[str]:
    """What is in a folder."""
    return {path.name for path in folder.iterdir()}


def test_the_first_check_is_green(project: Path, claimx: Claimx) -> None:
    result = claimx("init", "my sources/")
    assert (result.code, result.out) == (
        0,
        "claimx.toml: checks my sources\n"
        "claimx.lock.jsonl: the 1 claim of 2 files\n"
        ".gitattributes: has git merge the lock file line by line\n"
        ".github/workflows/claimx.yml: checks each push and pull request on GitHub\n",
    )
    assert "claimx: warning: may pass, since it was there before: my sources/scan.txt: " in result.err
    assert read_config(Path("claimx.toml")).paths == ("my sources",)
    assert claimx("check").code == 0


def test_nothing_is_overwritten(project: Path, claimx: Claimx) -> None:
    Path("claimx.lock.jsonl").write_text("mine", encoding="utf-8")
    result = claimx("init", "my sources")
    assert (result.code, result.err) == (
        2,
        "claimx: error: claimx.lock.jsonl: is there already; claimx init --force writes it anew\n",
    )
    assert names(project) == {"my sources", "claimx.lock.jsonl"}
    assert claimx("init", "my sources", "--force").code == 0
    assert claimx("check").code == 0


def test_gitattributes_are_added_to(project: Path, claimx: Claimx) -> None:
    Path(".gitattributes").write_text("*.png binary", encoding="utf-8")
    claimx("init", "my sources")
    claimx("init", "my sources", "--force")
    assert Path(".gitattributes").read_text(encoding="utf-8").splitlines() == [
        "*.png binary",
        "claimx.lock.jsonl merge=union",
    ]


def test_attributes_that_cannot_be_read_are_left_alone(project: Path, claimx: Claimx) -> None:
    Path(".gitattributes").write_bytes(b"# caf\xe9\n")
    assert claimx("init", "my sources").err.splitlines()[-1].startswith("claimx: error: .gitattributes: not in UTF-8")
    assert names(project) == {"my sources", ".gitattributes"}


@pytest.mark.parametrize("path", ["none", "empty", "-"])
def test_without_documents_nothing_is_written(path: str, project: Path, claimx: Claimx) -> None:
    (project / "empty").mkdir()
    assert claimx("init", path).code == 2
    assert not names(project) & FILES


def test_a_configuration_elsewhere_is_respected(project: Path, claimx: Claimx) -> None:
    Path("pyproject.toml").write_text("[tool.claimx]\n", encoding="utf-8")
    result = claimx("init", "my sources")
    assert (result.code, len(result.lines)) == (2, 1)
    assert "configures claimx already" in result.err
    assert not names(project) & FILES


def test_paths_are_relative_wherever_they_come_from(project: Path, claimx: Claimx) -> None:
    claimx("init", project / "my sources")
    assert read_config(Path("claimx.toml")).paths == ("my sources",)


def test_the_workflow_is_written_where_github_looks(
    project: Path, claimx: Claimx, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / ".git").mkdir()
    monkeypatch.chdir(project / "my sources")
    assert claimx("init").code == 0
    assert names(project / "my sources") == {*FILES - {".github"}, "pier.txt", "scan.txt"}


def test_the_workflow_installs_what_the_sources_take(project: Path, claimx: Claimx) -> None:
    workflow = Path(".github/workflows/claimx.yml")
    claimx("init", "my sources")
    assert re.search(r'pip install "claimx==\d', workflow.read_text(encoding="utf-8"))
    (project / "my sources" / "page.HTM").write_text("<p>Repairs cost £4m, Ruth Okafor said.</p>", encoding="utf-8")
    claimx("init", "my sources", "--force")
    assert 'pip install "claimx[formats]==' in workflow.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("record", "source"),
    [
        (None, "==0"),
        ('{"url": "file:///home/ann/claimx", "dir_info": {"editable": true}}', "==0"),
        (
            '{"url": "https://ann:secret@example.org/claimx.git", "vcs_info": {"vcs": "git", "commit_id": "c0ffee"}}',
            " @ git+https://example.org/claimx.git@c0ffee",
        ),
        ('{"url": "https://example.org/claimx.whl", "archive_info": {}}', " @ https://example.org/claimx.whl"),
    ],
)
def test_the_workflow_installs_what_is_installed(
    project: Path, claimx: Claimx, monkeypatch: pytest.MonkeyPatch, record: str | None, source: str
) -> None:
    class Installed:
        def read_text(self, name: str) -> str | None:
            return record if name == "direct_url.json" else None

    monkeypatch.setattr("claimx.cli.checking.installation.distribution", lambda name: Installed())
    result = claimx("init", "my sources")
    assert f'pip install "claimx{source}' in Path(".github/workflows/claimx.yml").read_text(encoding="utf-8")
    assert ("came from a folder" in result.err) == (record is not None and "file:" in record)


@pytest.mark.parametrize("file", [".github", ".github/workflows"])
def test_where_a_folder_cannot_be_made_nothing_is(project: Path, claimx: Claimx, file: str) -> None:
    Path(file).parent.mkdir(exist_ok=True)
    Path(file).write_text("mine", encoding="utf-8")
    result = claimx("init", "my sources")
    assert (result.code, result.lines) == (
        2,
        [f"claimx: error: {file}: is a file, so .github/workflows/claimx.yml cannot be written; move it away"],
    )
    assert names(project) == {"my sources", ".github"}


def test_the_workflow_can_be_read(project: Path, claimx: Claimx) -> None:
    claimx("init", "my sources")
    workflow = yaml.safe_load(Path(".github/workflows/claimx.yml").read_text(encoding="utf-8"))
    assert workflow["permissions"] == {"contents": "read"}
    assert workflow["jobs"]["check"]["steps"][-1]["run"] == "claimx check --format github"
