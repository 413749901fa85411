"""Looks at documents as the checks see them: under names relative to the lock file, and set against what it holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from claimx.checks import Material
from claimx.cli import console
from claimx.cli.checking.inputs import Inputs, Scope
from claimx.cli.checking.project import Project, absolute
from claimx.cli.problems import Problems
from claimx.errors import InputError
from claimx.lock import Lock, compare

if TYPE_CHECKING:
    from claimx.model import Report
    from claimx.settings import Options


@dataclass(frozen=True, slots=True)
class Work:
    """How the work is done; it makes no difference to what is found."""

    jobs: int | None = None
    cache: Path | None = None
    no_cache: bool = False


@dataclass(frozen=True, slots=True)
class Survey:
    """What was found."""

    report: Report
    complete: bool
    """False where a path that was given leads to nothing; the user has been told."""
    _inputs: Inputs

    @property
    def paths(self) -> tuple[str, ...]:
        """Of the files that were looked at, relative to the working directory."""
        return self._inputs.paths

    def against(self, lock: Lock | None) -> Material:
        """What was found, set against a lock file's content."""
        if lock is None:
            return Material(self.report, self._inputs.origins)
        gone = self._inputs.gone({fact.document for fact in lock.entries})
        comparison = compare(lock, self.report.claims, self._inputs.read, gone)
        return Material(self.report, self._inputs.origins, comparison)


def survey(
    project: Project,
    given: Sequence[str],
    lock: Lock | None,
    options: Options,
    *,
    work: Work,
    output: Path | None = None,
) -> Survey:
    """Extracts the claims at the given paths, or at the configuration's. A path that leads to nothing is no error where
    the lock file holds claims of it: they are gone with it. `output`: where the result will go; no source.

    Raises InputError where no paths are given.
    """
    from claimx.cli.caching import opened
    from claimx.engines import engine_for, jobs_for
    from claimx.readers import find
    from claimx.run import run

    paths = _paths(project, given)
    known = _folders(project, lock)
    found = find([path for path in paths if Path(path).exists() or absolute(path) not in known], output)
    problems = Problems()
    for problem in found.problems:
        problems.tell(problem)
    problems.close()
    inputs = Inputs.of(Scope.of(project, paths), found.sources, find(_all_paths(project, lock), output).sources)
    documents = console.progress(inputs.documents(int(project.config.max_size * 1_000_000)), found.size)
    engine = engine_for(work.jobs or jobs_for(found.size))
    with opened(options, work.cache, off=work.no_cache) as cache:
        report = run(documents, options, engine=engine, cache=cache)
    inputs.leave_out(problem.document for problem in report.problems)
    return Survey(report, not found.problems, inputs)


def _paths(project: Project, given: Sequence[str]) -> list[str]:
    paths = list(given) or project.paths
    if not paths:
        raise InputError("nothing to check; name files or folders, or set paths in the configuration (claimx init)")
    if "-" in paths or "" in paths:
        raise InputError("checks need files, since the lock file goes by their paths; give files or folders")
    return paths


def _all_paths(project: Project, lock: Lock | None) -> list[str]:
    """What the configuration names and the lock file holds claims of, as far as it is there."""
    documents = {fact.document for fact in lock.entries} if lock else set()
    held = {str(file) for document in documents for file in project.files(document)}
    return [path for path in (*project.paths, *sorted(held)) if Path(path).exists()]


def _folders(project: Project, lock: Lock | None) -> set[Path]:
    """The files that the lock file holds claims of, and all folders above them."""
    documents = {fact.document for fact in lock.entries} if lock else set()
    files = {file for document in documents for file in project.files(document)}
    return files | {folder for parent in {file.parent for file in files} for folder in (parent, *parent.parents)}
