"""The readme's commands do what it says, and its lists name what there is."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from typer.main import get_command

from claimx.checks import all_checks
from claimx.checks.formats import names as names_of_formats
from claimx.cli.app import commands as cli_commands
from claimx.config import Config, read_config
from claimx.model import Report
from claimx.readers.formats import all_readers

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_COMMAND = re.compile(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)


def blocks(language: str) -> list[str]:
    """The readme's fenced blocks in a language."""
    return [body for name, body in _BLOCK.findall(README) if name == language]


def commands() -> Iterator[tuple[str, str]]:
    """The readme's commands, each with the output that it shows."""
    for block in blocks("console"):
        yield from _COMMAND.findall(block)


@pytest.fixture(scope="module")
def workplace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with everything that the examples use, and `claimx` in its `bin`."""
    folder = tmp_path_factory.mktemp("readme")
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    shown = dict(commands())
    (folder / "ferry.txt").write_text(shown["cat ferry.txt"], encoding="utf-8")
    (folder / "my-rules").mkdir()
    [rules] = [block for block in blocks("yaml") if "counterexamples:" in block]
    (folder / "my-rules" / "games.yaml").write_text(rules, encoding="utf-8")
    script = folder / "bin" / "claimx"
    script.parent.mkdir()
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m claimx "$@"\n')
    script.chmod(0o755)
    return folder


@pytest.mark.parametrize(("command", "shown"), list(commands()), ids=[command for command, _ in commands()])
def test_command_does_what_is_shown(command: str, shown: str, workplace: Path) -> None:
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; PATH={workplace}/bin:$PATH; {command}"],
        cwd=workplace,
        env={"PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == (1 if command.startswith("claimx diff") else 0), done.stderr
    if shown:
        assert done.stdout + done.stderr == shown


def test_checks_run_the_readmes_own_command() -> None:
    steps = re.findall(r"^step (.*)$", (ROOT / ".ci" / "run").read_text(encoding="utf-8"), re.MULTILINE)
    use, *_, test = (block.strip() for block in blocks("sh"))
    assert test.split(" && ") == steps[:2]
    assert use == "sh setup.sh && .venv/bin/claimx extract seeds/"


def test_keys_of_the_json_are_all_named() -> None:
    section = README.partition("## JSON")[2].partition("## Rules")[0]
    rows = re.findall(r"^\| (`.*?) \|", section, re.MULTILINE)
    assert [key for row in rows for key in re.findall(r"`(\w+)`", row)] == list(Report.__struct_fields__)


def _names(command: Any) -> Iterator[str]:
    """The command's own commands, `rules list` for one inside another."""
    for name, inner in getattr(command, "commands", {}).items():
        yield name
        yield from (f"{name} {deeper}" for deeper in _names(inner))


def test_commands_are_all_named() -> None:
    names = [*_names(get_command(cli_commands()))]
    assert {"extract", "rules list"} <= {*names}
    groups = {name.partition(" ")[0] for name in names if " " in name}
    section = README.partition("## Commands")[2].partition("## Input")[0]
    grouped = "|".join(sorted(groups))
    named = set(re.findall(rf"`claimx ((?:(?:{grouped}) )?[a-z]+)", section))
    assert named - groups == {*names} - groups


def test_suffixes_are_all_named() -> None:
    section = README.partition("## Input")[2].partition("## JSON")[0]
    suffixes = {suffix for reader in all_readers().values() for suffix in reader.suffixes}
    assert suffixes == set(re.findall(r"`(\.[a-z.]+)`", section))


def test_changelog_names_every_command() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert {name.partition(" ")[0] for name in _names(get_command(cli_commands()))} <= set(
        re.findall(r"`claimx ([a-z]+)", changelog)
    )


def test_options_are_those_that_there_are() -> None:
    command = [sys.executable, "-m", "claimx", "extract", "--help"]
    help_ = subprocess.run(command, env={"PYTHONPATH": str(ROOT / "src")}, capture_output=True, text=True, check=True)
    options = set(re.findall(r"--[a-z-]+", help_.stdout)) - {"--help", "--output"}
    usual = {option for option in options if f"--no-{option[2:]}" in options} - {"--cache"}
    assert options - usual == set(re.findall(r"^\| `(--[a-z-]+)", README, re.MULTILINE))


def test_the_checks_are_all_named_with_their_severities() -> None:
    section = README.partition("## Checking sources")[2].partition("## Input")[0]
    rows = re.findall(r"^\| ((?:`[a-z-]+`(?:, )?)+) \| (\w+) \|", section, re.MULTILINE)
    named = {name: level for names, level in rows for name in re.findall(r"`([a-z-]+)`", names)}
    assert named == {name: check.severity for name, check in all_checks().items()}


def test_the_configuration_is_one(tmp_path: Path) -> None:
    [text] = blocks("toml")
    (tmp_path / "claimx.toml").write_text(text.replace("# model", "model"), encoding="utf-8")
    config = read_config(tmp_path / "claimx.toml")
    assert all(getattr(config, name) for name in Config.__struct_fields__)


def test_the_action_and_the_hook_are_those_of_the_repository() -> None:
    workflow, hooks = (yaml.safe_load(block) for block in blocks("yaml") if "OWNER/claimx" in block)
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    assert {*workflow["jobs"]["check"]["steps"][-1]["with"]} <= {*action["inputs"]}
    offered = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert {hook["id"] for hook in hooks["repos"][0]["hooks"]} == {hook["id"] for hook in offered}


def test_formats_of_findings_are_all_named() -> None:
    section = README.partition("## Checking sources")[2].partition("## Input")[0]
    sentence = re.search(r"`--format` writes findings as (.*?)`-o FILE`", section, re.DOTALL)
    assert sentence
    assert {*re.findall(r"`([a-z]+)`", sentence[1])} == {*names_of_formats()}
