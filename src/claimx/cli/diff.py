"""`claimx diff`: what two versions of documents claim differently."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated, Literal, NamedTuple

import msgspec
import typer

from claimx.cli import console
from claimx.cli.options import Cache, Clean, Jobs, Language, MaxSize, Model, NoCache, Recurring, Rules, Zones
from claimx.cli.problems import Problems
from claimx.cli.summary import changes_line
from claimx.errors import ExitCode, InputError
from claimx.outputfile import OutputFile

if TYPE_CHECKING:
    from claimx.diff.comparison import Version
    from claimx.diff.report import DiffReport, Unread
    from claimx.diff.sides import Side
    from claimx.settings import Options

_EXAMPLES = """\b
Examples:
  claimx diff draft1.txt draft2.txt             two versions of a text
  claimx diff old/ new/                         two folders; renamed files are known again
  claimx diff HEAD~1:report.md report.md        what is in git and what is here
  claimx diff main:texts/ texts/ --format markdown > comment.md
  claimx diff claims.json articles/             a saved result of claimx extract
  curl -s ADDRESS | claimx diff article.txt -   from the standard input

\b
Each line is one change: + added, - removed, > moved into the article or out of
it, ~ changed: figure, hedge, speaker, period or modality (with --all also
= reworded). Layout, typography, order and what stands around an article make
no difference.

\b
Exit codes: 0 the same; 1 different; 2 an error, or a source that could not be
read (the others are still compared)."""

_STYLES = {"+": "green", "-": "red", "~": "yellow", ">": "cyan", "=": "dim"}

_MOST_RENAMINGS = 5


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("diff", epilog=_EXAMPLES)(diff)


def diff(
    old: Annotated[
        str, typer.Argument(metavar="OLD", help="A file, a folder, saved JSON of extract, REV:path from git, or -.")
    ],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The same for the new version.")],
    show_all: Annotated[bool, typer.Option("--all", help="Show also what says the same in other words.")] = False,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write to this file, whole or not at all.")
    ] = None,
    format_name: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="text|json|markdown",
            help="Lines, data, or a comment. Default: what FILE's suffix says.",
        ),
    ] = None,
    rules: Rules = None,
    model: Model = None,
    clean: Clean = True,
    recurring: Recurring = True,
    zones: Zones = "all",
    language: Language = "en",
    max_size: MaxSize = 10,
    jobs: Jobs = None,
    cache: Cache = None,
    no_cache: NoCache = False,
) -> ExitCode:
    """Compare two versions by what they claim: which claims were added, removed or changed, whatever their place."""
    from claimx.diff.formats import name_for, writer
    from claimx.settings import Options

    chosen = format_name or name_for(output)
    write = writer(chosen).write  # an unknown format is told before the long work
    target = OutputFile(output) if output else None
    if old == new == "-":
        raise InputError("both sides are the standard input; give one of them a path")
    options = Options(
        rules=tuple(rules or ()),
        model=model,
        clean=clean,
        main_only=zones == "main",
        any_language=language == "any",
    )
    with TemporaryDirectory(prefix="claimx-") as workspace:
        sides = _sides(old, new, Path(workspace), output)
        versions, problems = _versions(
            sides, _Run(options, clean and recurring, int(max_size * 1_000_000), jobs, cache, no_cache)
        )
    if problems and not all(version.documents for version in versions):
        return ExitCode.ERROR
    _warn_of_makers(*versions)

    from claimx.diff.comparison import compare
    from claimx.diff.report import report_on

    report = report_on(compare(*versions), problems, reworded=show_all)
    if target is not None:
        target.write(write(report))
    elif chosen == "text":
        from claimx.diff.formats.text import lines

        console.write_coloured((line, _STYLES[mark]) for mark, line in lines(report))
    else:
        console.write(write(report))
    if not all(len(version.documents) == 1 for version in versions):  # else the user has named both
        _tell_of_renamings(report)
    console.note(changes_line(report))
    if problems:
        return ExitCode.ERROR
    return ExitCode.FINDINGS if report.changes else ExitCode.OK


class _Run(NamedTuple):
    """How documents are to be read and extracted."""

    options: Options
    recurring: bool
    max_size: int
    jobs: int | None
    cache: Path | None
    no_cache: bool


def _sides(old: str, new: str, workspace: Path, output: Path | None) -> tuple[Side, Side]:
    from claimx.diff.sides import open_side

    folders = workspace / "old", workspace / "new"
    for folder in folders:
        folder.mkdir()
    return open_side(old, folders[0], output), open_side(new, folders[1], output)


def _versions(sides: tuple[Side, Side], run: _Run) -> tuple[tuple[Version, Version], list[Unread]]:
    """Both versions, and what could not be read of them. Two saved ones need no language model."""
    old, new = sides
    if old.version and new.version:
        return (old.version, new.version), []

    from claimx.cli.caching import opened
    from claimx.diff.reading import versions
    from claimx.diff.report import Unread
    from claimx.engines import engine_for, jobs_for
    from claimx.model import Problem
    from claimx.run import extracted
    from claimx.settings import generator

    unread: list[Unread] = []
    problems = Problems()

    def on_problem(side: Side, problem: Problem) -> None:
        version: Literal["old", "new"] = "old" if side is old else "new"
        unread.append(Unread(version=version, document=problem.document, message=problem.message))
        problems.tell(Problem(_named(side, problem.document), problem.message))

    sizes = [side.found.size for side in sides]
    size = None if None in sizes else sum(filter(None, sizes))
    engine = engine_for(run.jobs or jobs_for(size))
    with opened(run.options, run.cache, off=run.no_cache) as cache:
        found = versions(
            sides,
            lambda items: extracted(console.progress(items, size), run.options, engine, cache),
            generator(run.options),
            run.max_size,
            on_problem,
            recurring=run.recurring,
        )
    problems.close()
    return found, unread


def _named(side: Side, document: str) -> str:
    """The document's name, with that of its side where this says more."""
    return side.given if Path(side.given).name == document else f"{side.given}: {document}"


def _warn_of_makers(old: Version, new: Version) -> None:
    """Says so where changes may come from what extracted the claims, not from the texts."""
    if old.made_by and new.made_by and old.made_by != new.made_by:
        ones, others = (msgspec.structs.asdict(maker) for maker in (old.made_by, new.made_by))
        differing = ", ".join(name for name in ones if ones[name] != others[name])
        console.warning(f"the sides were extracted with different {differing}; some changes may come from that")


def _tell_of_renamings(report: DiffReport) -> None:
    for renaming in report.renamings[:_MOST_RENAMINGS]:
        match renaming.old, renaming.new:
            case str(old), str(new):
                console.note(f"{old} is now {new}")
            case str(old), None:
                console.note(f"{old} is only in the old version")
            case None, str(new):
                console.note(f"{new} is only in the new version")
    if len(report.renamings) > _MOST_RENAMINGS:
        console.note(f"{len(report.renamings) - _MOST_RENAMINGS:,} more documents are renamed, or in one version only")
