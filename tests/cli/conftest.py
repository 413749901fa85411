"""Ways to run the command line: inside this process, where the stages need not be built anew, and as a process."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from claimx.cli.boundary import exit_code
from claimx.pipeline import Pipeline
from claimx.settings import Options

PYTHONPATH = str(Path(__file__).parent.parent.parent / "src")
COMMAND = (sys.executable, "-m", "claimx")


@dataclass(frozen=True)
class Result:
    """How a run ended and what it wrote."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        """The lines of the standard error."""
        return self.err.splitlines()


Claimx = Callable[..., Result]


@pytest.fixture
def claimx(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], pipeline: Pipeline
) -> Callable[..., Result]:
    """Runs claimx with the arguments inside this process."""

    def built(options: Options) -> Pipeline:
        return pipeline if options == pipeline.options else Pipeline(options)

    def run(*arguments: str | Path) -> Result:
        capfd.readouterr()
        code = exit_code([str(argument) for argument in arguments])
        captured = capfd.readouterr()
        return Result(code, captured.out, captured.err)

    monkeypatch.setattr("claimx.pipeline.Pipeline", built)
    return run


@pytest.fixture(scope="session")
def environment() -> dict[str, str]:
    """The environment for claimx as a process of its own."""
    return {**os.environ, "PYTHONPATH": PYTHONPATH, "COLUMNS": "100"}


@pytest.fixture(scope="session")
def start(environment: dict[str, str]) -> Callable[..., "subprocess.Popen[str]"]:
    """Starts claimx as a process, its streams connected to pipes."""

    def run(*arguments: str | Path) -> subprocess.Popen[str]:
        pipe = subprocess.PIPE
        return subprocess.Popen(
            [*COMMAND, *map(str, arguments)], stdin=pipe, stdout=pipe, stderr=pipe, env=environment, text=True
        )

    return run
