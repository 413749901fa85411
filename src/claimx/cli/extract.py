"""`claimx extract`: the figures of documents, who asserts them, and where."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from claimx.cli import console
from claimx.cli.engines import EngineName, Engines, PartsFolder, Scheduler
from claimx.cli.options import Cache, Clean, Jobs, Language, MaxSize, Model, NoCache, Recurring, Rules, Zones
from claimx.cli.problems import Problems
from claimx.errors import ExitCode, InputError
from claimx.outputfile import OutputFile
from claimx.writers import name_for, names, writer

if TYPE_CHECKING:
    from claimx.cache.store import Store
    from claimx.model import ConflictKind, Document, Problem, Report
    from claimx.readers import Found
    from claimx.settings import Options

_EXAMPLES = """\b
Examples:
  claimx extract report.txt                   a table of its claims
  claimx extract articles/ -o claims.json     a whole folder, as JSON
  claimx extract corpus.jsonl -o claims.csv   one claim a row, for a spreadsheet
  claimx extract report.pdf page.html         with the extras: pip install 'claimx[formats]'
  curl -s ADDRESS | claimx extract -          from the standard input

\b
Exit codes: 0 done, also when nothing was found; 2 an error, or a source that
could not be read (the others are still processed); 130 interrupted."""

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH...",
        help="Files (text, Markdown, JSON Lines, HTML, MHTML, PDF, Word, mail, WARC), folders, - for standard input.",
    ),
]
Output = Annotated[
    Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write to this file, whole or not at all.")
]
Format = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar="|".join(names()),
        help="Default: what FILE's suffix says; without FILE, a table on a terminal and JSON in a pipe.",
    ),
]
Statements = Annotated[
    Literal["all", "figures"],
    typer.Option("--statements", help="Report all attributed statements, or only those that hold a claim."),
]
SaveText = Annotated[
    Path | None,
    typer.Option("--save-text", metavar="DIR", help="Keep the text of each document there: offsets point into it."),
]
Conflicts = Annotated[
    bool, typer.Option("--conflicts/--no-conflicts", help="Look for claims that cannot all be right.")
]
NoConflict = Annotated[
    list[str] | None,
    typer.Option(
        "--no-conflict",
        metavar="KIND",
        help="Leave this kind out: arithmetic, quotation_altered, rival_figures or unit_slip; repeatable.",
    ),
]


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("extract", epilog=_EXAMPLES)(extract)


def extract(
    context: typer.Context,
    paths: Paths,
    output: Output = None,
    format_name: Format = None,
    rules: Rules = None,
    model: Model = None,
    clean: Clean = True,
    recurring: Recurring = True,
    statements: Statements = "all",
    zones: Zones = "all",
    language: Language = "en",
    max_size: MaxSize = 10,
    save_text: SaveText = None,
    jobs: Jobs = None,
    cache: Cache = None,
    no_cache: NoCache = False,
    engine_name: EngineName = "local",
    scheduler: Scheduler = None,
    parts: PartsFolder = None,
    conflicts: Conflicts = True,
    no_conflict: NoConflict = None,
) -> ExitCode:
    """Extract every quantitative claim: which figure, of what, who asserts it, and where it stands."""
    chosen = format_name or _usual_format(output)
    writer(chosen)  # an unknown format is told before the long work
    target = OutputFile(output) if output else None
    engines = Engines(engine_name, jobs, scheduler, parts)
    if no_conflict:
        _conflict_kinds(conflicts, no_conflict)  # so is an unknown kind
    problems = Problems()
    found = _found(paths, output, problems)
    if not found.sources:
        problems.close()
        return ExitCode.ERROR

    from claimx.cache.outputs import Written
    from claimx.cli.caching import stored
    from claimx.cli.outputs import CommandLine, Remembered, lines_of, show, written_of
    from claimx.cli.results import put, tell
    from claimx.cli.summary import skipped_line
    from claimx.readers import find
    from claimx.settings import Options

    options = Options(
        rules=tuple(rules or ()),
        model=model,
        clean=clean,
        figures_only=statements == "figures",
        main_only=zones == "main",
        any_language=language == "any",
    )
    manner = (chosen, recurring, max_size, conflicts, no_conflict)
    seen = target is None and console.is_terminal()
    plain = engine_name == "local" and save_text is None and not seen
    with stored(cache, off=no_cache) as store:
        line = None
        if store is not None and plain and cache is None:
            line = CommandLine(context.obj, options, found, lambda: find(paths, output), target)
        remembered = Remembered(store if plain else None, options, found, manner, line)
        if (before := remembered.output) is not None:
            put(before.pieces, target)
            tell(before, skipped_line(found.skipped))
            return ExitCode.OK

        documents = _documents(found, int(max_size * 1_000_000), clean and recurring, save_text)
        kinds = _conflict_kinds(conflicts, no_conflict or ())
        report = _report(documents, found.size, options, store, engines, kinds, problems)
        if report.problems and not report.documents:
            return ExitCode.ERROR
        written = Written((), *lines_of(report)) if seen else written_of(report, chosen)
        if not report.problems:
            remembered.keep(written)
    if seen:
        show(report, chosen)
    else:
        put(written.pieces, target)
    tell(written, skipped_line(found.skipped))
    return ExitCode.ERROR if report.problems else ExitCode.OK


def _found(paths: Sequence[str], output: Path | None, problems: Problems) -> Found:
    """The sources at the paths; what keeps them from being read is told."""
    from claimx.readers import find

    if "" in paths:
        raise InputError("an empty path; give files, folders, or - for the standard input")
    found = find(paths, output)
    for problem in found.problems:
        problems.tell(problem)
    return found


def _report(
    documents: Iterable[Document | Problem],
    size: int | None,
    options: Options,
    store: Store | None,
    engines: Engines,
    kinds: frozenset[ConflictKind],
    problems: Problems,
) -> Report:
    """What the documents, of so many bytes, come to; what could not be read of them is told."""
    from claimx.cache.cache import Cache
    from claimx.run import run

    known = Cache(store, options) if store is not None else None
    with engines.ready(size) as (engine, share):
        report = run(documents, options, problems.tell, engine, known, kinds, share)
    problems.close()
    return report


def _documents(found: Found, max_size: int, recurring: bool, save_text: Path | None) -> Iterable[Document | Problem]:
    """What the sources hold, and what keeps some of them from being read; texts are kept where that is wanted."""
    from claimx.readers import read

    documents: Iterable[Document | Problem] = read(found.sources, max_size)
    if recurring:
        from claimx.readers.marking import marked

        documents = marked(lambda: read(found.sources, max_size), again=found.size is not None)
    documents = console.progress(documents, found.size)
    if save_text is not None:
        from claimx.cli.saved import saved

        documents = saved(documents, save_text, found.sources)
    return chain(found.problems, documents)


def _conflict_kinds(wanted: bool, unwanted: Sequence[str]) -> frozenset[ConflictKind]:
    """The kinds of conflict to look for."""
    from claimx.resolve import ALL_KINDS

    unknown = [kind for kind in unwanted if kind not in ALL_KINDS]
    if unknown:
        raise InputError(f"no kind of conflict is called {unknown[0]!r}; there are {', '.join(sorted(ALL_KINDS))}")
    return frozenset(kind for kind in ALL_KINDS if wanted and kind not in unwanted)


def _usual_format(output: Path | None) -> str:
    if output is not None:
        return name_for(output)
    return "table" if console.is_terminal() else "json"
