"""`claimx explain`: why each number of a line is a claim, or is none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from claimx.cli import console
from claimx.cli.options import Clean, MaxSize, Model, Recurring, Rules, Zones
from claimx.errors import ExitCode, InputError

if TYPE_CHECKING:
    from claimx.explanation import Explanation, RuleUse
    from claimx.model import Document, Problem
    from claimx.pipeline import Pipeline

_EXAMPLES = """\b
Examples:
  claimx explain article.txt:7                  every number of line 7
  claimx explain articles/a.txt:7 articles/     the same, as extract articles/ sees it
  claimx explain c_62554d4fb4449f94 articles/   one claim, by its id
  claimx explain article.txt:7 --rules mine/    with your rules

\b
Exit codes: 0 done; 2 an error, or nothing to explain there."""

_LINE = re.compile(r"(?s)(?P<path>.+):(?P<line>\d{1,9})")
_WIDTH = 14


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("explain", epilog=_EXAMPLES)(explain_target)


def explain_target(
    target: Annotated[str, typer.Argument(metavar="PATH:LINE|CLAIM_ID", help="A line of a file, or a claim's id.")],
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[PATH...]",
            help="Where to look for the claim, and for what a line's document shares with others. "
            "Default: here for a claim; for a line, its document alone.",
        ),
    ] = None,
    rules: Rules = None,
    model: Model = None,
    clean: Clean = True,
    recurring: Recurring = True,
    zones: Zones = "all",
    max_size: MaxSize = 10,
) -> ExitCode:
    """Explain what was made of a number: what was read from it, step by step, and by which rules."""
    from claimx.pipeline import Pipeline
    from claimx.settings import Options

    options = Options(rules=tuple(rules or ()), model=model, clean=clean, main_only=zones == "main")
    pipeline = Pipeline(options)
    reading = _Reading(int(max_size * 1_000_000), clean and recurring)
    line = _LINE.fullmatch(target)
    if line is not None:
        lines = _of_line(pipeline, Path(line["path"]), int(line["line"]), paths or [], reading)
    elif target.startswith("c_"):
        lines = _of_claim(pipeline, target, paths or [Path()], reading)
    else:
        raise InputError(f"{target}: neither PATH:LINE nor the id of a claim (c_…)")
    console.write("\n".join(lines) + "\n")
    return ExitCode.OK


class _Reading(NamedTuple):
    """How documents are read, as an extraction with the same options reads them."""

    max_size: int
    recurring: bool


def _of_line(pipeline: Pipeline, path: Path, line: int, others: Sequence[Path], reading: _Reading) -> Iterator[str]:
    from claimx.explanation import explain

    documents = list(_documents([*others, path], reading, path))
    if len(documents) != 1:
        raise InputError(
            f"{path}: holds {len(documents)} documents, whose lines are not its own; name a claim by its id"
        )
    text = documents[0].text
    count = text.count("\n") + (not text.endswith("\n"))
    if not 1 <= line <= count:
        raise InputError(f"{path}: has no line {line}; it has {count}")
    found = [one for _, one in explain(pipeline, documents[0]) if one.line == line]
    if not found:
        raise InputError(f"{path}:{line}: there is no number on this line")
    for number, explanation in enumerate(found):
        if number:
            yield ""
        yield from _lines(f"{path}:{line}:{explanation.column}", explanation)


def _of_claim(pipeline: Pipeline, claim: str, paths: Sequence[Path], reading: _Reading) -> Iterator[str]:
    from claimx.explanation import explain
    from claimx.model import Claim

    for document in _documents(paths, reading):
        for number, explanation in explain(pipeline, document):
            if isinstance(number, Claim) and number.id == claim:
                yield from _lines(f"{document.id}:{explanation.line}:{explanation.column}", explanation)
                return
    where = ", ".join(map(str, paths))
    raise InputError(f"{claim}: no document of {where} has this claim; give the paths that it was extracted from")


def _documents(paths: Sequence[Path], reading: _Reading, only: Path | None = None) -> Iterator[Document]:
    """The documents at the paths, as an extraction of them all sees them; what cannot be read ends the command. `only`:
    the file that is wanted of them; the others are read for what they share with it."""
    from claimx.model import Problem
    from claimx.readers import find, read
    from claimx.readers.siblings import read_marked

    found = find(paths)
    for problem in found.problems:
        raise InputError(f"{problem.document}: {problem.message}")
    wanted = [source for source in found.sources if only is None or _is_at(source.path, only)]
    items: Iterator[Document | Problem] = read(wanted, reading.max_size)
    if reading.recurring:
        beside = [source for source in found.sources if source not in wanted]
        items = (item for _, item in read_marked(wanted, reading.max_size, beside))
    for item in items:
        if isinstance(item, Problem):
            raise InputError(f"{item.document}: {item.message}")
        yield item


def _is_at(path: Path | None, given: Path) -> bool:
    """Whether a source, which without a path is the standard input, is what was given."""
    return path.resolve() == given.resolve() if path else str(given) == "-"


def _lines(place: str, explanation: Explanation) -> Iterator[str]:
    yield f"{place}: {explanation.surface!r}: {explanation.verdict} (characters {explanation.start}-{explanation.end})"
    yield from (f"  {name:{_WIDTH}} {value}" for name, value in explanation.steps)
    yield from _uses("by the rules", explanation.rules)
    yield from _uses("speaker by", explanation.said)


def _uses(heading: str, rules: Sequence[RuleUse]) -> Iterator[str]:
    if rules:
        yield f"  {heading}"
    for rule in rules:
        matched = f" {rule.matched!r}" if rule.matched else ""
        yield f"    {rule.id} ({rule.origin}){matched}"
        yield f"      {rule.why}"
