"""`claimx clean`: what of documents is taken for their content, and what is not and why."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING, Annotated

import typer

from claimx.cli import console
from claimx.cli.options import MaxSize, Recurring, Rules
from claimx.errors import ExitCode, InputError

if TYPE_CHECKING:
    from claimx.model import Block, Cleaned, Document

_EXAMPLES = """\b
Examples:
  claimx clean page.html                  the text of the article
  claimx clean page.html --show-dropped   the rest as well, each line with what spoke against it
  claimx clean report.pdf > report.txt    any format as plain text

\b
Losing a figure is worse than keeping one too many, so lines that could be
either are kept. The rules are in rules/; --rules adds to them.
Exit codes: 0 done; 2 a source could not be read."""

Paths = Annotated[
    list[str], typer.Argument(metavar="PATH...", help="Files, folders of them, - for the standard input.")
]
ShowDropped = Annotated[
    bool, typer.Option("--show-dropped", help="Show boilerplate too, greyed, with the rule or score that decided.")
]


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("clean", epilog=_EXAMPLES)(clean)


def clean(
    paths: Paths,
    show_dropped: ShowDropped = False,
    recurring: Recurring = True,
    rules: Rules = None,
    max_size: MaxSize = 10,
) -> ExitCode:
    """Print the content of documents without the furniture around it."""
    from claimx.cleaning import Cleaner
    from claimx.model import Problem
    from claimx.readers import find, read
    from claimx.readers.marking import marked
    from claimx.rulebook import load

    if "" in paths:
        raise InputError("an empty path; give files, folders, or - for the standard input")
    found = find(paths)
    cleaner = Cleaner(load(*(rules or ())))
    code = ExitCode.OK
    shown = 0

    def documents() -> Iterator[Document | Problem]:
        return read(found.sources, int(max_size * 1_000_000))

    for item in chain(found.problems, marked(documents, again=found.size is not None) if recurring else documents()):
        if isinstance(item, Problem):
            console.error(f"{item.document}: {item.message}")
            code = ExitCode.ERROR
            continue
        if len(found.sources) > 1 or shown:
            console.write_lines([("", False)] * (shown > 0) + [(f"==> {item.id} <==", False)])
        console.write_lines(_lines(item, cleaner.clean(item), show_dropped))
        shown += 1
    return code


def _lines(document: Document, cleaned: Cleaned, show_dropped: bool) -> list[tuple[str, bool]]:
    """The document's lines to be shown, and whether each was dropped. Blank lines stay where the text has them."""
    lines: list[tuple[str, bool]] = []
    end = 0
    for block in cleaned.blocks:
        dropped = block.zone == "boilerplate"
        if dropped and not show_dropped:
            continue
        breaks = document.text.count("\n", end, block.start)
        text = document.text[block.start : block.end]
        text = f"- [{_reason(block)}] {text}" if dropped else text
        if lines and not breaks and lines[-1][1] == dropped:
            text = f"{lines.pop()[0]} {text}"
        elif lines and breaks > 1:
            lines.append(("", False))
        lines.append((text, dropped))
        end = block.end
    return lines


def _reason(block: Block) -> str:
    return block.rule or f"score {block.score:.2f}"
