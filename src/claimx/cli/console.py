"""What the user sees: messages on the standard error, results on the standard output, tables and progress on a
terminal. Text from documents is shown as it is: never as markup, never as something that the terminal obeys."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterable, Iterator, Sequence

from claimx.display import visible, visible_lines
from claimx.errors import OutputError

TYPE_CHECKING = False
"""As in `typing`, which takes as long to import as the rest of a run that is known."""
if TYPE_CHECKING:
    from typing import TextIO

    from claimx.model import Document, Problem

_WORTH_WAITING = 100_000
"""Bytes of input below which a run is over before a progress bar could be read."""


def open_streams() -> None:
    """Sees to it that there are standard streams, and that no character fails in a terminal that cannot show it."""
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_RDWR), "r" if name == "stdin" else "w"))
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def is_terminal() -> bool:
    """Whether somebody is looking at the standard output."""
    return sys.stdout.isatty()


def error(message: str) -> None:
    """Why something failed, in one line."""
    _say(f"claimx: error: {message}")


def warning(message: str) -> None:
    """What the user should know of a result, in one line."""
    _say(f"claimx: warning: {message}")


def note(message: str) -> None:
    """One line about the run."""
    _say(message)


def _say(line: str) -> None:
    try:
        print(visible(line), file=sys.stderr, flush=True)
    except BrokenPipeError:
        _discard(sys.stderr)


def write(result: str | bytes) -> None:
    """A result to the standard output, text in UTF-8 whatever the locale. Once nobody reads it, it goes nowhere. A
    terminal is shown what it would obey as escapes; everything else gets the exact text.

    Raises OutputError where it cannot be written, and for bytes that are no text on a terminal.
    """
    if isinstance(result, str):
        result = (visible_lines(result) if is_terminal() else result).encode("utf-8")
    elif is_terminal():
        raise OutputError("this format is not for reading in a terminal; name a file with -o FILE")
    write_all((result,))


def write_all(pieces: Iterable[bytes]) -> None:
    """A result to the standard output as it is, however long it is. Raises OutputError where it cannot be written."""
    try:
        sys.stdout.flush()
        sys.stdout.buffer.writelines(pieces)
        sys.stdout.flush()
    except BrokenPipeError:
        discard_output()
    except OSError as failure:
        discard_output()
        raise OutputError(f"the standard output cannot be written: {failure.strerror}") from failure


def write_lines(lines: Iterable[tuple[str, bool]]) -> None:
    """Lines of documents to the standard output, those with True in grey on a terminal."""
    write_coloured((line, "dim" if grey else "") for line, grey in lines)


def write_coloured(lines: Iterable[tuple[str, str]]) -> None:
    """Lines to the standard output, on a terminal each in its colour or style."""
    if not is_terminal():
        write("".join(f"{line}\n" for line, _ in lines))
        return
    from rich.console import Console
    from rich.text import Text

    terminal = Console(highlight=False)
    for line, style in lines:
        terminal.print(Text(visible(line), style=style), soft_wrap=True)


def write_styled(lines: Iterable[Iterable[tuple[str, str]]]) -> None:
    """Lines to the standard output, each of pieces of text with their styles, which only a terminal shows."""
    if not is_terminal():
        write("".join("".join(text for text, _ in line) + "\n" for line in lines))
        return
    from rich.console import Console
    from rich.text import Text

    terminal = Console(highlight=False)
    for line in lines:
        terminal.print(Text.assemble(*((visible_lines(text), style) for text, style in line)), soft_wrap=True)


def discard_output() -> None:
    """Lets everything that is still written to the standard output go nowhere."""
    _discard(sys.stdout)


def _discard(stream: TextIO) -> None:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Rows as a table in the terminal's width, long cells wrapped, the last column's as late as possible."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console()
    lines = list(rows)
    longest = max((len(cells[-1]) for cells in lines), default=0)
    drawn = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for heading in headings[:-1]:
        drawn.add_column(heading, overflow="fold")
    drawn.add_column(headings[-1], overflow="fold", min_width=min(longest, console.width // 3))
    for cells in lines:
        drawn.add_row(*map(Text, cells))
    console.print(drawn)


def progress(inputs: Iterable[Document | Problem], size: int | None) -> Iterator[Document | Problem]:
    """The inputs, unchanged; on a terminal with a bar while they are worked on, if `size` (bytes; None: unknown) is
    worth it."""
    dumb = os.environ.get("TERM") == "dumb"
    if not sys.stderr.isatty() or dumb or (size is not None and size < _WORTH_WAITING):
        yield from inputs
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn, TransferSpeedColumn

    columns = (SpinnerColumn(), TextColumn("{task.fields[documents]} documents"), BarColumn())
    rate = (TransferSpeedColumn(), TimeRemainingColumn())
    with Progress(*columns, *rate, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=size, documents=0)
        for number, item in enumerate(inputs, start=1):
            yield item
            bar.update(task, advance=len(getattr(item, "text", "")), documents=number)
