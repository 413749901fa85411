"""Checks where they are used: in git repositories, as a hook and in workflows, with real processes."""

import importlib.resources
import json
import os
import re
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from claimx.lock import read_lock
from tests.cli.conftest import PYTHONPATH, Claimx

ROOT = Path(__file__).parent.parent.parent
PIER = "The repairs will cost £4.2m, Ruth Okafor said on Monday.\n"
QUAY = "The quay took 48 ships in May, the harbour master Ben Sole said.\n"

Shell = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    """Runs a command in the repository, `claimx` on its path."""
    tools = tmp_path / "tools"
    tools.mkdir()
    script = tools / "claimx"
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m claimx "$@"\n')
    script.chmod(0o755)
    environment = {
        "PATH": f"{tools}:{os.environ['PATH']}",
        "PYTHONPATH": PYTHONPATH,
        "HOME": str(tmp_path),
        "CLAIMX_CACHE": os.environ["CLAIMX_CACHE"],
        **{f"GIT_{role}_{what}": "x@example.org" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
    }

    def run(command: str, **variables: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", command],
            cwd=tmp_path / "repository",
            env={**environment, **variables},
            capture_output=True,
            text=True,
            check=False,
        )

    return run


@pytest.fixture
def repository(tmp_path: Path, shell: Shell, claimx: Claimx, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository of sources, set up by `claimx init` and committed."""
    folder = tmp_path / "repository"
    (folder / "sources").mkdir(parents=True)
    (folder / "sources" / "pier.txt").write_text(PIER, encoding="utf-8")
    monkeypatch.chdir(folder)
    assert shell("git init -q -b main .").returncode == 0
    assert claimx("init", "sources").code == 0
    assert shell("git add -A && git commit -qm begin").returncode == 0
    return folder


def commands(steps: list[dict[str, Any]]) -> list[str]:
    """What the steps of a workflow run of claimx itself."""
    return [step["run"] for step in steps if re.search(r"\bclaimx\S* check\b", step.get("run", ""))]


def test_the_workflows_commands_are_green_until_a_figure_changes(repository: Path, shell: Shell) -> None:
    workflow = yaml.safe_load((repository / ".github/workflows/claimx.yml").read_text(encoding="utf-8"))
    [command] = commands(workflow["jobs"]["check"]["steps"])
    done = shell(command)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "no findings in 1 file\n")
    (repository / "sources" / "pier.txt").write_text(PIER.replace("4.2", "5.2"), encoding="utf-8")
    done = shell(command)
    assert done.returncode == 1
    assert done.stdout.startswith("::error file=sources/pier.txt,line=1,endLine=1,col=23,endColumn=28,")


def test_the_actions_commands_run(repository: Path, shell: Shell, tmp_path: Path) -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    [command] = commands(action["runs"]["steps"])
    installed = tmp_path / "runner" / "claimx" / "bin"
    installed.mkdir(parents=True)
    (installed / "claimx").symlink_to(tmp_path / "tools" / "claimx")
    (repository / "sources" / "a b.txt").write_text(QUAY, encoding="utf-8")
    inputs = {name.upper().replace("-", "_"): one.get("default", "") for name, one in action["inputs"].items()}
    runner = {"RUNNER_TEMP": str(tmp_path / "runner")}
    done = shell(command, **{**inputs, **runner, "PATHS": "sources/a b.txt\n\nsources/pier.txt\n", "FORMAT": "sarif"})
    assert (done.returncode, done.stderr) == (1, "1 error in 2 files\n")
    [run] = json.loads(done.stdout)["runs"]
    assert [artifact["location"]["uri"] for artifact in run["artifacts"]] == [
        "sources/a%20b.txt",
        "sources/pier.txt",
    ]


def test_the_action_installs_its_own_checkout() -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    install, check = action["runs"]["steps"]
    assert '"$GITHUB_ACTION_PATH${EXTRAS:+[$EXTRAS]}"' in install["run"]
    assert "${{" not in install["run"] + check["run"], "inputs reach a shell as variables, never as its text"


def test_the_hook_refuses_a_figure_that_nobody_accepted(repository: Path, shell: Shell, claimx: Claimx) -> None:
    [hook] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    script = repository / ".git" / "hooks" / "pre-commit"
    files = (
        f"git diff --cached --name-only --diff-filter=ACMR | grep -E '{hook['files']}' | grep -vE '{hook['exclude']}'"
    )
    script.write_text(f'#!/bin/bash\nmapfile -t files < <({files})\n{hook["entry"]} "${{files[@]}}"\n')
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    (repository / "sources" / "quay.txt").write_text(QUAY, encoding="utf-8")
    refused = shell("git add -A && git commit -m quay")
    assert refused.returncode == 1
    assert refused.stderr.startswith("sources/quay.txt:1:15: error: new claim '48 ships'")
    assert claimx("check", "--accept").code == 0
    assert shell("git add -A && git commit -m quay").returncode == 0


def test_the_hook_takes_texts_and_not_the_lock_file() -> None:
    [hook] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert (hook["id"], hook["entry"], hook["language"], hook["types"]) == (
        "claimx",
        "claimx check",
        "python",
        ["text"],
    )
    assert hook["require_serial"], "documents that are checked apart cannot contradict each other"
    taken = [
        name
        for name in ("a.txt", "b/c.md", "page.html", "code.py", "claimx.lock.jsonl", "x/claimx.lock.jsonl", "c.jsonl")
        if re.search(hook["files"], name) and not re.search(hook["exclude"], name)
    ]
    assert taken == ["a.txt", "b/c.md", "page.html", "c.jsonl"]


def test_claims_of_two_branches_merge(repository: Path, shell: Shell, claimx: Claimx) -> None:
    for branch, text in (("quay", QUAY), ("slip", QUAY.replace("quay", "slip").replace("48", "95"))):
        assert shell(f"git checkout -q -b {branch} main").returncode == 0
        (repository / "sources" / f"{branch}.txt").write_text(text, encoding="utf-8")
        assert claimx("check", "--accept").code == 0
        assert shell(f"git add -A && git commit -qm {branch}").returncode == 0
    merged = shell("git merge -q --no-edit quay")
    assert (merged.returncode, merged.stderr) == (0, "")
    assert len(read_lock(repository / "claimx.lock.jsonl").entries) == 3
    assert claimx("check").code == 0
    before = (repository / "claimx.lock.jsonl").read_text(encoding="utf-8").splitlines()
    assert claimx("check", "--accept").code == 0
    assert (repository / "claimx.lock.jsonl").read_text(encoding="utf-8").splitlines() == sorted(before)


def test_claims_at_different_places_merge_without_help(repository: Path, shell: Shell, claimx: Claimx) -> None:
    """Line by line, as git does it where no attribute is set."""
    (repository / ".gitattributes").unlink()
    for name in ("kay", "oar"):
        (repository / "sources" / f"{name}.txt").write_text(QUAY.replace("quay", name), encoding="utf-8")
    claimx("check", "--accept")
    shell("git add -A && git commit -qm more")
    for branch in ("alder", "zander"):
        shell(f"git checkout -q -b {branch} main")
        (repository / "sources" / f"{branch}.txt").write_text(QUAY.replace("quay", branch), encoding="utf-8")
        assert claimx("check", "--accept").code == 0
        assert shell(f"git add -A && git commit -qm {branch}").returncode == 0
    assert shell("git merge -q --no-edit alder").returncode == 0
    assert claimx("check").code == 0


def test_two_verdicts_on_one_claim_do_not_merge_in_silence(repository: Path, shell: Shell, claimx: Claimx) -> None:
    lock = repository / "claimx.lock.jsonl"
    text = lock.read_text(encoding="utf-8")
    for verdict in ("verified", "disputed"):
        shell(f"git checkout -q -b {verdict} main")
        lock.write_text(
            text.replace('said on Monday."}', f'said on Monday.","verdict":"{verdict}"}}'), encoding="utf-8"
        )
        shell(f"git commit -qam {verdict}")
    assert shell("git merge -q --no-edit verified").returncode == 0
    result = claimx("check")
    assert (result.code, result.err) == (
        2,
        "claimx: error: claimx.lock.jsonl:3: says something else of the claim of line 2; delete one of them\n",
    )


@pytest.mark.parametrize(
    ("schema", "file"),
    [("github-actions", "action.yml"), ("github-workflows", ".github/workflows/claimx.yml")],
)
def test_githubs_files_are_valid(schema: str, file: str, repository: Path) -> None:
    vendor = importlib.resources.files("check_jsonschema.builtin_schemas.vendor")
    rules = json.loads((vendor / f"{schema}.json").read_text(encoding="utf-8"))
    path = ROOT / file if (ROOT / file).exists() else repository / file
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    data = {"on" if key is True else key: value for key, value in data.items()}  # YAML 1.1 takes `on` for a truth value
    jsonschema.Draft7Validator(rules).validate(data)
