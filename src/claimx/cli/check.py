"""`claimx check`: whether sources hold what their lock file and the configuration say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from claimx.cli import console
from claimx.cli.options import Cache, ConfigFile, Jobs, LockFile, NoCache, Rules
from claimx.cli.summary import some_of
from claimx.display import counted
from claimx.errors import ExitCode, InputError, LockError

if TYPE_CHECKING:
    from claimx.checks import Finding, Outcome, Policy
    from claimx.cli.checking.project import Project
    from claimx.lock import Comparison, Lock

_EXAMPLES = """\b
Examples:
  claimx init                                 once, to begin with
  claimx check                                what the configuration names
  claimx check articles/ --fail-on warning    a folder, and more strictly
  claimx check --accept                       take the claims as they are now
  claimx check -o claimx.sarif                findings for code scanning
  claimx check --suppress 3fa29c01 --reason "cut in agreement with the press office"

\b
claimx check --list shows the checks. They are configured in [tool.claimx] of
pyproject.toml, or in claimx.toml.
Exit codes: 0 clean; 1 findings at or above --fail-on; 2 an error."""

Paths = Annotated[
    list[str] | None,
    typer.Argument(metavar="[PATH]...", help="Files and folders. Default: the paths of the configuration."),
]
Output = Annotated[
    Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write to this file, whole or not at all.")
]
Format = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar="text|json|sarif|github|gitlab|junit",
        help="How findings are written. Default: what FILE's suffix says, else text.",
    ),
]
FailOn = Annotated[
    Literal["error", "warning", "note"] | None,
    typer.Option("--fail-on", help="The lightest finding that fails the check. Default: as configured, else error."),
]
ExitZero = Annotated[bool, typer.Option("--exit-zero", help="Exit with 0 whatever is found; errors still exit with 2.")]
Select = Annotated[
    list[str] | None, typer.Option("--select", metavar="ID,...", help="Run only these checks; repeatable.")
]
Ignore = Annotated[
    list[str] | None, typer.Option("--ignore", metavar="ID,...", help="Leave these checks out; repeatable.")
]
Language = Annotated[
    Literal["en", "any"] | None,
    typer.Option("--language", help="any: check documents that are not in English too. Default: as configured."),
]
Accept = Annotated[
    bool, typer.Option("--accept", help="Write the claims as they are now to the lock file; verdicts are kept.")
]
Suppress = Annotated[
    list[str] | None,
    typer.Option("--suppress", metavar="DIGITS", help="Let the finding with these digits pass; repeatable."),
]
Reason = Annotated[str | None, typer.Option("--reason", metavar="TEXT", help="Why; it is kept in the lock file.")]
ListChecks = Annotated[bool, typer.Option("--list", help="List the checks and what they are set to, and exit.")]


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("check", epilog=_EXAMPLES)(check_sources)


def check_sources(
    paths: Paths = None,
    output: Output = None,
    format_name: Format = None,
    fail_on: FailOn = None,
    exit_zero: ExitZero = False,
    select: Select = None,
    ignore: Ignore = None,
    accept: Accept = False,
    suppress: Suppress = None,
    reason: Reason = None,
    list_checks: ListChecks = False,
    rules: Rules = None,
    language: Language = None,
    config: ConfigFile = None,
    lock: LockFile = None,
    cache: Cache = None,
    no_cache: NoCache = False,
    jobs: Jobs = None,
) -> ExitCode:
    """Check sources: their claims against the lock file, conflicts, and figures that nobody could look up."""
    from claimx import __version__
    from claimx.checks import Outcome, check
    from claimx.checks.formats import format_named, name_for
    from claimx.cli.checking.project import open_project
    from claimx.cli.checking.survey import Work, survey

    chosen = format_name or name_for(output)
    format_named(chosen)  # an unknown format is told before the long work
    project = open_project(config, lock)
    policy = _policy(project, select or (), ignore or ())
    if list_checks:
        return _list_checks(policy)
    if bool(suppress) != bool(reason):
        raise InputError("--suppress and --reason go together: what may pass, and why")
    held = _lock(project, policy, writes=accept or bool(suppress))
    documents = {fact.document for fact in held.entries} if held is not None else ()
    target = project.output(output, documents) if output else None
    options, work = project.options(rules or (), language), Work(jobs, cache, no_cache)
    seen = survey(project, paths or (), held, options, work=work, output=output)
    material = seen.against(held)
    if accept and material.comparison is not None:
        held = _accepted(project, material.comparison)
        material = seen.against(held)
    findings = check(material, policy)
    if suppress and reason and held is not None:
        held = _suppressed(project, held, findings, suppress, reason)
        findings = check(seen.against(held), policy)
    outcome = Outcome(findings, seen.paths, fail_on or project.config.fail_on, __version__)
    if target is not None:
        target.write(format_named(chosen)(outcome))
    else:
        _show(outcome, chosen)
    if held is not None and not (paths or select or ignore) and not seen.report.problems:
        _tell_idle(project, held, findings)
    console.note(outcome.summary)
    if not seen.complete:
        return ExitCode.ERROR
    return ExitCode.FINDINGS if outcome.failed and not exit_zero else ExitCode.OK


def _policy(project: Project, select: Sequence[str], ignore: Sequence[str]) -> Policy:
    """The configuration's policy, with what the command line selects and ignores."""
    from claimx.config import known_checks

    def named(option: str, values: Sequence[str]) -> frozenset[str]:
        names = (name.strip() for value in values for name in value.split(","))
        return frozenset(known_checks((name for name in names if name), option))

    return replace(project.config.policy, select=named("--select", select), ignore=named("--ignore", ignore))


def _list_checks(policy: Policy) -> ExitCode:
    from claimx.checks import all_checks

    rows = [(name, policy.severity(name, check) or "off", check.summary) for name, check in all_checks().items()]
    if console.is_terminal():
        console.table(("check", "severity", "finds"), rows)
    else:
        console.write("".join("\t".join(row) + "\n" for row in rows))
    return ExitCode.OK


def _lock(project: Project, policy: Policy, writes: bool) -> Lock | None:
    """The lock file's content: an empty one where it is only to be written, None where no check needs one."""
    from claimx.checks import needs_lock
    from claimx.lock import Lock, read_lock

    if project.lock.exists() or (needs_lock(policy) and not writes):
        return read_lock(project.lock)
    return Lock() if writes else None


def _accepted(project: Project, comparison: Comparison) -> Lock:
    """Writes the claims as they are now, and says what that changed."""
    lock = comparison.accepted()
    _write(project, comparison.lock, lock)
    new, changed, vanished = map(len, (comparison.new, comparison.changed, comparison.vanished))
    console.note(
        f"{project.lock}: {new} new, {changed} changed, {vanished} gone; {counted(len(lock.entries), 'claim')} in all"
    )
    return lock


def _suppressed(project: Project, lock: Lock, findings: Sequence[Finding], digits: Sequence[str], reason: str) -> Lock:
    """Writes that these findings may pass, and says which they are."""
    from claimx.checks import suppress

    named, suppressed = suppress(lock, findings, digits, reason)
    _write(project, lock, suppressed)
    for finding in named:
        console.note(f"{project.lock}: {finding.check} {finding.fingerprint} may pass: {finding.message}")
    return suppressed


def _write(project: Project, before: Lock, after: Lock) -> None:
    """Replaces the lock file. Raises LockError where it does not hold any more what the work began with."""
    from claimx.lock import read_lock, write_lock

    if project.lock.exists() and read_lock(project.lock) != before:
        raise LockError(f"{project.lock}: was changed meanwhile, and nothing was written; run the command again")
    write_lock(project.lock, after)


def _tell_idle(project: Project, lock: Lock, findings: Sequence[Finding]) -> None:
    """Says which suppressions let nothing pass, after a check of everything."""
    met = {finding.fingerprint for finding in findings}
    idle = [one for name, one in lock.suppressions.items() if name not in met]
    if idle:
        named = some_of([f"{one.fingerprint} ({one.check}, {one.document})" for one in idle])
        console.warning(f"{project.lock}: nothing is found any more that these let pass, delete their lines: {named}")


def _show(outcome: Outcome, format_name: str) -> None:
    from claimx.checks.formats import format_named, text

    if format_name == "text":
        console.write_styled(text.lines(outcome))
    else:
        console.write(format_named(format_name)(outcome))
