"""`claimx review`: a person looks at claims one by one and says what they are worth."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from claimx.cli import console
from claimx.cli.options import Cache, ConfigFile, Jobs, LockFile, NoCache, Rules
from claimx.errors import ExitCode

if TYPE_CHECKING:
    from claimx.checks import Material
    from claimx.lock import Case, State, Verdict
    from claimx.model import Claim

_EXAMPLES = """\b
Examples:
  claimx review                          new and changed claims
  claimx review articles/ --unreviewed   and those that were only accepted
  claimx review --all                    and those that have a verdict

\b
Answers are verified, disputed, ignore, skip and quit, or their first letters.
After a verdict it asks for a note; an empty line is none. Each verdict is in the
lock file at once, so you can quit and go on later.
Exit codes: 0 done; 2 an error; 130 interrupted."""

_VERDICTS: tuple[Verdict, ...] = ("verified", "disputed", "ignore")
_ANSWERS = (*_VERDICTS, "skip", "quit")
_QUESTION = ", ".join(f"[{answer[0]}]{answer[1:]}" for answer in _ANSWERS) + "? "
_MARKED = "bold reverse"

Paths = Annotated[
    list[str] | None,
    typer.Argument(metavar="[PATH]...", help="Files and folders. Default: the paths of the configuration."),
]
Unreviewed = Annotated[
    bool, typer.Option("--unreviewed", help="Ask about claims that were accepted without a verdict, too.")
]
All = Annotated[bool, typer.Option("--all", help="Ask about every claim, also those that have a verdict.")]


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("review", epilog=_EXAMPLES)(review)


def review(
    paths: Paths = None,
    unreviewed: Unreviewed = False,
    all_claims: All = False,
    rules: Rules = None,
    config: ConfigFile = None,
    lock: LockFile = None,
    cache: Cache = None,
    no_cache: NoCache = False,
    jobs: Jobs = None,
) -> ExitCode:
    """Walk through new and changed claims, and write a verdict and a note on each to the lock file."""
    from claimx.cli.checking.project import open_project
    from claimx.cli.checking.survey import Work, survey
    from claimx.lock import cases, read_lock, write_lock

    project = open_project(config, lock)
    held = read_lock(project.lock)
    work = Work(jobs, cache, no_cache)
    seen = survey(project, paths or (), held, project.options(rules or ()), work=work)
    material = seen.against(held)
    assert material.comparison is not None
    waiting = cases(material.comparison, seen.report.claims, _states(unreviewed, all_claims))
    given: Counter[str] = Counter()
    for number, case in enumerate(waiting, start=1):
        _show(case, f"{number}/{len(waiting)}", material)
        answer = _choice()
        if answer == "quit":
            break
        verdict = next((verdict for verdict in _VERDICTS if verdict == answer), None)
        if verdict is not None:
            note = _line("note: ").strip() or None
            # read anew, since others may have written to it while the person was thinking
            write_lock(project.lock, case.judged(read_lock(project.lock), verdict, note))
            given[verdict] += 1
    console.note(_sum(given, len(waiting)))
    return ExitCode.OK if seen.complete else ExitCode.ERROR


def _states(unreviewed: bool, all_claims: bool) -> Sequence[State]:
    if all_claims:
        return "new", "changed", "accepted", "judged"
    return ("new", "changed", "accepted") if unreviewed else ("new", "changed")


def _sum(given: Counter[str], waiting: int) -> str:
    if not waiting:
        return "no claim waits for a verdict"
    told = ", ".join(f"{number} {verdict}" for verdict, number in given.items()) or "no verdicts"
    left = waiting - given.total()
    return f"{told}; {left} left" if left else told


def _choice() -> str:
    """The answer that is given by its first letter or whole; asks until it is one. The end of the input is `quit`."""
    while line := _line(_QUESTION):
        given = line.strip().lower()
        for answer in _ANSWERS:
            if given in (answer, answer[0]):
                return answer
    return "quit"


def _line(question: str) -> str:
    """The next line of the standard input with its end, empty where there is none."""
    console.write(question)
    return sys.stdin.readline()


def _show(case: Case, number: str, material: Material) -> None:
    from claimx.checks import place_of
    from claimx.checks.formats.text import written

    claim = case.claim
    place = written(place_of(claim.document, material.origins, (claim.start, claim.end)))
    console.write_styled(
        [
            [("", "")],
            [(f"{number} ", "dim"), (f"{place} ", ""), (case.state, "bold")],
            [("  ", ""), *_marked(claim, material.report.claims)],
            *([(f"  {name:9}", "dim"), (value, "")] for name, value in _facts(case)),
        ]
    )


def _marked(claim: Claim, claims: Sequence[Claim]) -> Iterator[tuple[str, str]]:
    """The claim's sentence with the figure marked, also where no styles can be seen."""
    surface = " ".join(claim.surface.split())
    same = [one for one in claims if (one.document, one.sentence) == (claim.document, claim.sentence)]
    earlier = sum(one.start < claim.start and " ".join(one.surface.split()) == surface for one in same)
    parts = claim.sentence.split(surface)
    at = min(earlier, len(parts) - 2)
    if at < 0:
        yield claim.sentence, ""
        return
    yield surface.join(parts[: at + 1]), ""
    yield f"[{surface}]", _MARKED
    yield surface.join(parts[at + 1 :]), ""


def _facts(case: Case) -> Iterator[tuple[str, str]]:
    claim = case.claim
    speakers = (f"{one.name}, {one.role}" if one.role else one.name for one in claim.attribution.speakers)
    yield "speaker", "; ".join(speakers) or "(the document)"
    if claim.subject:
        yield "of", claim.subject
    if claim.period:
        yield "period", claim.period
    entry = case.entry
    if entry is not None:
        if entry.fact.surface != claim.surface:
            yield "was", entry.fact.surface
        verdict = ": ".join(filter(None, (entry.verdict, entry.note)))
        if verdict:
            yield "verdict", f"{verdict} (of what it was)" if case.state == "changed" else verdict
        for former in entry.was:
            yield "before", ": ".join(filter(None, (former.surface, former.verdict, former.note)))
