"""What a terminal is shown: a table in its width, and documents' text as text."""

import os
import pty
import re
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from claimx.cli import console
from claimx.display import visible
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


def on_terminal(environment: dict[str, str], *arguments: str | Path, **variables: str) -> str:
    """What claimx shows on a terminal."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [*COMMAND, *map(str, arguments)], stdout=theirs, stderr=theirs, env={**environment, **variables}
    ) as process:
        os.close(theirs)
        shown = b"".join(_read(ours)).decode()
    os.close(ours)
    assert process.returncode == 0
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


def test_terminal_sees_progress_and_then_no_trace_of_it(environment: dict[str, str], tmp_path: Path) -> None:
    path = tmp_path / "bridge.txt"
    path.write_text("The bridge cost £4.2m.\n" + "\n" * 200_000, encoding="utf-8")
    shown = on_terminal(environment, "extract", path, TERM="xterm")
    assert "0 documents" in shown
    assert shown.index("\x1b[?25l") < shown.index("\x1b[?25h")  # the cursor is hidden, and comes back
