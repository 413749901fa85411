"""The command line as a whole: help, version, and how little they load."""

import subprocess
import sys
from pathlib import Path

import pytest
from typer.main import get_command
from typer.testing import CliRunner

import claimx as package
from claimx.cli import HELP
from claimx.cli.app import commands
from tests.cli.conftest import Claimx

HEAVY = ("spacy", "thinc", "numpy", "rich", "rapidfuzz", "yaml", "claimx.rulebook", "claimx.pipeline")


@pytest.mark.parametrize("arguments", [(), ("--help",)])
def test_help_names_the_commands(claimx: Claimx, arguments: tuple[str, ...]) -> None:
    result = claimx(*arguments)
    assert (result.code, result.err) == (0, "")
    assert "extract" in result.out


def test_help_of_a_command_has_examples_and_exit_codes(claimx: Claimx) -> None:
    result = claimx("extract", "--help")
    assert "\n    claimx extract articles/ -o claims.json" in result.out
    assert "Exit codes: 0 done" in result.out
    assert "csv|json|jsonl|parquet|table" in result.out


def test_help_that_is_kept_ready_is_the_one_that_would_be_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    made = CliRunner().invoke(commands(), ["--help"], prog_name="claimx").output
    assert made == Path(HELP).read_text(encoding="utf-8"), "write the help anew: see HELP in claimx/cli/__init__.py"


@pytest.mark.parametrize("arguments", [[], ["--help"]])
def test_help_needs_no_command_line_library(arguments: list[str]) -> None:
    code = f"import sys; sys.argv = ['claimx', *{arguments}]; sys.modules['typer'] = None; from claimx.cli import main"
    code += "; main()"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == Path(HELP).read_text(encoding="utf-8")


def test_version(claimx: Claimx) -> None:
    assert claimx("--version").out == f"claimx {package.__version__}\n"


@pytest.mark.parametrize("arguments", [["--help"], ["extract", "--help"], ["--version"], ["extract", "missing.txt"]])
def test_little_is_loaded_without_work(environment: dict[str, str], arguments: list[str]) -> None:
    code = f"""
import sys
from claimx.cli.boundary import exit_code
exit_code({arguments!r})
print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)
"""
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert done.stderr.splitlines()[-1] == "[]"


@pytest.mark.parametrize(
    ("wanted", "names"), [("extract", {"extract"}), ("rules", {"rules"}), ("console", None), ("extrakt", None)]
)
def test_a_command_that_is_named_is_put_together_alone(wanted: str, names: set[str] | None) -> None:
    """Whatever is no command gets all of them, to choose from."""
    whole, found = (getattr(get_command(commands(name)), "commands", {}) for name in (None, wanted))
    assert {*found} == (names or {*whole})
