"""Every failure is one line and an exit code; a traceback is never shown unasked."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from claimx.errors import ClaimxError
from tests.cli.conftest import COMMAND, Claimx

Start = Callable[..., "subprocess.Popen[str]"]


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["extract"], "claimx: error: Missing argument 'PATH...'. See: claimx extract --help"),
        (["extrakt"], "claimx: error: No such command 'extrakt'."),
        (["extract", "--speed", "a.txt"], "claimx: error: No such option: --speed"),
        (["rules"], "claimx: error: Missing command. See: claimx rules --help"),
        (["extract", ""], "claimx: error: an empty path; give files, folders, or - for the standard input"),
        (
            ["extract", "a.txt", "--zones", "some"],
            "claimx: error: Invalid value for '--zones': 'some' is not one of 'all', 'main'. See: ",
        ),
        (
            ["extract", "a.txt", "--max-size", "big"],
            "claimx: error: Invalid value for '--max-size': 'big' is not a number. See: ",
        ),
        (
            ["extract", "a.txt", "--max-size", "0"],
            "claimx: error: Invalid value for '--max-size': 0.0 is not between 0.001 and 1000. See: ",
        ),
        (
            ["extract", "a.txt", "--max-size", "inf"],
            "claimx: error: Invalid value for '--max-size': inf is not between 0.001 and 1000.",
        ),
        (
            ["extract", "a.txt", "--jobs", "2.5"],
            "claimx: error: Invalid value for '--jobs' / '-j': '2.5' is not a whole number. See: ",
        ),
        (["extract", "a.txt", "--format", "xml"], "claimx: error: no output format xml; there are csv, json, "),
        (["extract", "a.txt", "-o", "a.xml"], "claimx: error: a.xml: its suffix names no output format"),
    ],
)
def test_wrong_usage_is_one_line_and_2(claimx: Claimx, arguments: list[str], line: str) -> None:
    result = claimx(*arguments)
    assert (result.code, result.out, len(result.lines)) == (2, "", 1)
    assert result.err.startswith(line)


def raising(error: BaseException) -> Callable[..., None]:
    def find(*_arguments: object) -> None:
        raise error

    return find


@pytest.mark.parametrize(
    ("error", "code", "line"),
    [
        (ClaimxError("it rains"), 2, "claimx: error: it rains"),
        (KeyboardInterrupt(), 130, "claimx: error: interrupted"),
        (PermissionError(13, "Permission denied", "/etc/x"), 2, "claimx: error: /etc/x: Permission denied"),
        (MemoryError(), 2, "claimx: error: out of memory; give it fewer or smaller documents at a time"),
        (
            ZeroDivisionError("by zero"),
            2,
            "claimx: error: this is a bug: ZeroDivisionError: by zero "
            "(set CLAIMX_DEBUG=1 for the traceback, and please report it)",
        ),
    ],
)
def test_each_error_is_one_line(
    claimx: Claimx, monkeypatch: pytest.MonkeyPatch, error: BaseException, code: int, line: str
) -> None:
    monkeypatch.delenv("CLAIMX_DEBUG", raising=False)
    monkeypatch.setattr("claimx.readers.find", raising(error))
    result = claimx("extract", "a.txt")
    assert (result.code, result.lines) == (code, [line])


def test_debugging_shows_the_traceback(claimx: Claimx, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMX_DEBUG", "1")
    monkeypatch.setattr("claimx.readers.find", raising(ZeroDivisionError("by zero")))
    result = claimx("extract", "a.txt")
    assert result.lines[0] == "Traceback (most recent call last):"


def test_message_cannot_drive_the_terminal(claimx: Claimx) -> None:
    result = claimx("extract", "no\x1b[2Jwhere\n.txt")
    assert result.err == "claimx: error: no\\x1b[2Jwhere .txt: cannot be read: no such file or directory\n"


def test_interrupt_ends_at_once_and_leaves_no_file(start: Start, tmp_path: Path) -> None:
    output = tmp_path / "claims.json"
    with start("extract", tmp_path / "missing.txt", "-", "-o", output) as process:
        assert process.stderr is not None
        assert "missing.txt" in process.stderr.readline()  # it is at work now, and waits for the standard input
        process.send_signal(signal.SIGINT)
        _, messages = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "Traceback" not in messages
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def rows(tmp_path: Path) -> Path:
    """More documents than two processes are given at a time."""
    path = tmp_path / "rows.jsonl"
    path.write_text("".join(f'{{"id": "{number}", "text": "It cost £{number}."}}\n' for number in range(80)))
    return path


def test_several_processes_end_without_a_word(start: Start, rows: Path) -> None:
    with start("extract", rows, "--jobs", "2", "-o", "/dev/null", "--format", "json") as process:
        _, messages = process.communicate(timeout=60)
    assert process.returncode == 0
    assert [line.partition(",")[0] for line in messages.splitlines()] == ["80 claims"]


def test_interrupt_ends_several_processes_without_a_word(environment: dict[str, str], rows: Path) -> None:
    pipe = subprocess.PIPE
    command = [*COMMAND, "extract", "missing.txt", str(rows), "-", "--jobs", "2"]
    with subprocess.Popen(
        command, stdin=pipe, stdout=pipe, stderr=pipe, env=environment, text=True, start_new_session=True
    ) as process:
        assert process.stderr is not None
        assert "missing.txt" in process.stderr.readline()
        time.sleep(1.5)  # the workers are starting or at work now; the end of the standard input does not come
        os.killpg(process.pid, signal.SIGINT)
        _, messages = process.communicate(timeout=60)
    assert process.returncode == 130
    assert messages == "claimx: error: interrupted\n"


def test_closed_pipe_is_silent(start: Start, tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    path.write_text("".join(f'{{"id": "{number}", "text": "."}}\n' for number in range(800)))
    with start("extract", path) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline() == "{\n"
        process.stdout.close()
        messages = process.stderr.read()
    assert process.returncode == 0
    assert messages.splitlines() == ["0 claims, 0 figures in 800 documents; 0 numbers excluded"]


def test_help_into_a_closed_pipe_is_silent(start: Start) -> None:
    with start("extract", "--help") as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == ""
    assert process.returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["extract", "a.txt"], "the standard output cannot be written: No space left on device\n"),
        (["--help"], "no space left for the output, or for temporary files in "),
    ],
)
def test_full_disk_is_one_line_and_2(
    environment: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], message: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("It cost £3.")
    with Path("/dev/full").open("wb") as full:
        command = [*COMMAND, *arguments]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, env=environment, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.startswith(f"claimx: error: {message}")
    assert done.stderr.count("\n") == 1


def test_closed_streams_are_no_trouble(environment: dict[str, str]) -> None:
    command = f'"{sys.executable}" -m claimx extract - -o /dev/null --format json <&- >&- 2>&-'
    assert subprocess.run(["sh", "-c", command], env=environment, check=False).returncode == 0
