"""What a terminal is shown: a table in its width, and documents' text as text."""

import os
import pty
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from claimx.cli import console
from claimx.display import visible, visible_lines
from tests.cli.conftest import COMMAND


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Zoë’s £5 – €6", "Zoë’s £5 – €6"),
        ("a\tb\r\n c", "a b c"),
        ("\x1b[31mred\x1b[0m", "\\x1b[31mred\\x1b[0m"),
        ("\x9b2J", "\\x9b2J"),
        ("pay \u202e05£", "pay \\u202e05£"),
        ("\ud800", "\\ud800"),
        ("[red]5[/red] :smile:", "[red]5[/red] :smile:"),
    ],
)
def test_text_cannot_drive_the_terminal(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_lines_and_tabs_stay_in_results() -> None:
    assert visible_lines("a\tb\r\n\x1bc\n") == "a\tb\\r\n\\x1bc\n"


def test_table_takes_no_markup_from_cells(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    console.table(("Figure", "Where"), [("[bold]5[/bold] :smile:", "https://a.example")])
    assert "[bold]5[/bold] :smile:" in capsys.readouterr().out


def test_progress_is_the_inputs_where_nobody_looks() -> None:
    assert list(console.progress(iter([]), None)) == []


def _read(descriptor: int) -> Iterator[bytes]:
    with suppress(OSError):  # Linux says so when the other end is closed
        while part := os.read(descriptor, 65_536):
            yield part


def on_terminal(
    environment: dict[str, str],
    *arguments: str | Path,
    code: int = 0,
    command: tuple[str, ...] = COMMAND,
    **variables: str,
) -> str:
    """What claimx, or another command, shows on a terminal."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [*command, *map(str, arguments)], stdout=theirs, stderr=theirs, env={**environment, **variables}
    ) as process:
        os.close(theirs)
        shown = b"".join(_read(ours)).decode()
    os.close(ours)
    assert process.returncode == code
    return shown


def test_terminal_gets_a_table_and_no_colour_if_not_wanted(environment: dict[str, str], tmp_path: Path) -> None:
    path = tmp_path / "bridge.txt"
    path.write_text("The bridge cost £4.2m, engineers said.\n", encoding="utf-8")
    shown = on_terminal(environment, "extract", path, TERM="dumb", NO_COLOR="1")
    assert "Figure" in shown
    assert "Who says so" in shown
    assert "\x1b" not in shown
    assert "bridge.txt:1" in shown
    assert re.search(r"[\d,]+ claims?, [\d,]+ figures? in 1 document; ", shown)


def test_terminal_gets_changes_in_colour_if_wanted(environment: dict[str, str], tmp_path: Path) -> None:
    for name, cost in (("old", "4"), ("new", "5")):
        (tmp_path / f"{name}.txt").write_text(f"The bridge cost £{cost}m.\n", encoding="utf-8")
    command = ("diff", tmp_path / "old.txt", tmp_path / "new.txt")
    assert "\x1b[33m~ £4m → £5m: " in on_terminal(environment, *command, code=1, TERM="xterm")
    assert "\x1b" not in on_terminal(environment, *command, code=1, TERM="xterm", NO_COLOR="1")


@pytest.mark.parametrize("format_name", ["csv", "json", "jsonl"])
def test_terminal_obeys_no_result(environment: dict[str, str], tmp_path: Path, format_name: str) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text(
        '{"id": "a\\u001b[2J\\u202e", "text": "The \\u001b]0;x\\u0007bridge cost \\u009b£4.2m, he said."}\n'
    )
    shown = on_terminal(environment, "extract", path, "--format", format_name, TERM="dumb")
    assert "4.2m" in shown
    assert not re.search("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u202e]", shown)


def test_pipe_gets_the_exact_text(environment: dict[str, str], tmp_path: Path) -> None:
    path = tmp_path / "bridge.txt"
    path.write_text("The \x1b[1mbridge cost £4.2m.", encoding="utf-8")
    command = [*COMMAND, "extract", str(path), "--format", "csv"]
    done = subprocess.run(command, env=environment, capture_output=True, check=True)
    assert "The \x1b[1mbridge cost" in done.stdout.decode()


def test_terminal_sees_progress_and_then_no_trace_of_it(environment: dict[str, str], tmp_path: Path) -> None:
    path = tmp_path / "bridge.txt"
    path.write_text("The bridge cost £4.2m.\n" + "\n" * 200_000, encoding="utf-8")
    shown = on_terminal(environment, "extract", path, TERM="xterm")
    assert "0 documents" in shown
    assert shown.index("\x1b[?25l") < shown.index("\x1b[?25h")  # the cursor is hidden, and comes back


def test_styles_are_for_terminals(environment: dict[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    code = (
        "from claimx.cli import console; "
        "console.write_styled([[('a.txt: ', ''), ('error', 'bold red'), (' [b]5[/b] \\x1b[2J', '')]])"
    )
    shown = on_terminal(environment, TERM="xterm", COLORTERM="", command=(sys.executable, "-c", code))
    assert shown.rstrip() == "a.txt: \x1b[1;31merror\x1b[0m [b]5[/b] \\x1b[2J"
    plain = on_terminal(environment, TERM="xterm", NO_COLOR="1", command=(sys.executable, "-c", code))
    assert "31m" not in plain
    console.write_styled([[("a.txt: ", ""), ("error", "bold red")]])
    assert capsys.readouterr().out == "a.txt: error\n"
