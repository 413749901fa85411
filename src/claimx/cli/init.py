"""`claimx init`: what a project needs so that its sources are checked from now on."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimx.cli import console
from claimx.cli.options import Cache, Jobs, NoCache
from claimx.display import counted
from claimx.errors import ExitCode, InputError, OutputError

if TYPE_CHECKING:
    from claimx.checks import Finding
    from claimx.cli.checking.project import Project
    from claimx.cli.checking.survey import Survey
    from claimx.lock import Lock
    from claimx.outputfile import OutputFile

_EXAMPLES = """\b
Examples:
  claimx init sources/   the folder of your documents
  claimx init            everything in this folder

\b
It writes claimx.toml, a lock file with the claims that are there now, a workflow
for GitHub, and a line in .gitattributes, so that the first check is green. What
would fail it may pass from then on; the lock file says so, with a reason.
Exit codes: 0 done; 2 an error, and nothing was written."""

_REASON = "there before claimx init"
"""Why what is found at the beginning may pass."""

Paths = Annotated[
    list[str] | None, typer.Argument(metavar="[PATH]...", help="Files and folders to check. Default: this folder.")
]
Force = Annotated[
    bool, typer.Option("--force", help="Write anew what is there already; the lock file's verdicts are lost.")
]


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("init", epilog=_EXAMPLES)(init)


def init(
    paths: Paths = None, force: Force = False, cache: Cache = None, no_cache: NoCache = False, jobs: Jobs = None
) -> ExitCode:
    """Set this folder up: configuration, lock file and GitHub workflow, with which the first check is green."""
    from claimx import __version__
    from claimx.cli.checking import starter
    from claimx.cli.checking.installation import origin
    from claimx.cli.checking.project import Project
    from claimx.cli.checking.survey import Work, survey
    from claimx.config import CONFIG_NAME, Config
    from claimx.lock import LOCK_NAME, Lock, lock_text

    given = tuple(_relative(path) for path in paths or ["."])
    _refuse_others([CONFIG_NAME, LOCK_NAME, starter.WORKFLOW_PATH], force)
    project = Project(Config(paths=given), Path(), None, Path(LOCK_NAME))
    seen = survey(project, given, Lock(), project.options(), work=Work(jobs, cache, no_cache))
    if not seen.complete or not seen.paths:
        raise InputError("nothing was written; name the folder of your documents: claimx init FOLDER")
    lock, passed = _lock_of(seen, project)
    held = f"the {counted(len(lock.entries), 'claim')} of {counted(len(seen.paths), 'file')}"
    installed = origin(__version__)
    files = {
        CONFIG_NAME: (starter.config_text(given), f"checks {', '.join(given)}"),
        LOCK_NAME: (lock_text(lock), held),
        starter.ATTRIBUTES_PATH: (starter.attributes_text(_attributes()), "has git merge the lock file line by line"),
    }
    if _is_top_of_repository():
        workflow = starter.workflow_text(installed, seen.paths)
        files[starter.WORKFLOW_PATH] = workflow, "checks each push and pull request on GitHub"
    _write(files)
    if starter.WORKFLOW_PATH in files and not installed.elsewhere:
        console.warning(
            f"{starter.WORKFLOW_PATH}: installs claimx {__version__} from PyPI, but this one came from a folder; "
            "write there what pip can install it from, as git+https://…"
        )
    for finding in passed:
        console.warning(f"may pass, since it was there before: {finding.place.path}: {finding.message}")
    return ExitCode.OK


def _attributes() -> str:
    """What git's attributes are already."""
    from claimx.cli.checking import starter

    path = Path(starter.ATTRIBUTES_PATH)
    try:
        return path.read_text(encoding="utf-8") if path.exists() else ""
    except UnicodeDecodeError as error:
        raise OutputError(f"{path}: not in UTF-8, so nothing can be added to it; change that first") from error


def _relative(path: str) -> str:
    """The path as the configuration can hold it on any machine; the standard input's name stays."""
    return path if path in ("-", "") else Path(os.path.relpath(path)).as_posix()


def _is_top_of_repository() -> bool:
    """Whether GitHub would look for workflows in this folder: it is the top of its repository, or in none yet."""
    here = Path.cwd()
    top = next((folder for folder in (here, *here.parents) if (folder / ".git").exists()), here)
    return top == here


def _refuse_others(names: Sequence[str], force: bool) -> None:
    """Raises OutputError where a file is there already, unless it may be replaced."""
    from claimx.config import CONFIG_NAME, find_config

    for name in names:
        if not force and Path(name).exists():
            raise OutputError(f"{name}: is there already; claimx init --force writes it anew")
    other = find_config(Path.cwd())
    if other is not None and other != Path.cwd() / CONFIG_NAME:
        raise OutputError(f"{other}: configures claimx already; claimx check --accept writes the lock file")


def _lock_of(seen: Survey, project: Project) -> tuple[Lock, Sequence[Finding]]:
    """A lock file with what is there: all claims, and what would fail the check, which is returned too."""
    from claimx.checks import Outcome, check, suppress
    from claimx.lock import Lock

    comparison = seen.against(Lock()).comparison
    assert comparison is not None
    lock = comparison.accepted()
    findings = check(seen.against(lock), project.config.policy)
    outcome = Outcome(findings, seen.paths, project.config.fail_on, version="")
    failing = [finding for finding in findings if outcome.fails(finding)]
    _, lock = suppress(lock, failing, [finding.fingerprint for finding in failing], _REASON)
    return lock, failing


def _write(files: Mapping[str, tuple[str, str]]) -> None:
    """Writes the files, none of them unless all can be, and says what each does."""
    made: list[Path] = []
    try:
        targets = [_target(Path(name), made) for name in files]
    except OutputError:
        for folder in reversed(made):
            folder.rmdir()
        raise
    for target, (text, what) in zip(targets, files.values(), strict=True):
        target.write(text)
        console.write(f"{target.path}: {what}\n")


def _target(path: Path, made: list[Path]) -> OutputFile:
    """Where a file can be written, in a folder that is there or made. `made` gets what was made for it. Raises
    OutputError where that cannot be."""
    from claimx.outputfile import OutputFile

    for folder in reversed(path.parents):
        if folder.is_dir():
            continue
        try:
            folder.mkdir()
        except OSError as error:
            reason = "is a file" if folder.exists() else str(error.strerror).lower()
            raise OutputError(f"{folder}: {reason}, so {path} cannot be written; move it away") from error
        made.append(folder)
    return OutputFile(path)
