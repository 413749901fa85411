"""Looks at documents as the checks see them: under names relative to the lock file, and set against what it holds."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import structs

from claimx.checks import Material, Origin
from claimx.checks.policy import matches
from claimx.cli import console
from claimx.cli.checking.project import Project
from claimx.cli.problems import Problems
from claimx.errors import InputError
from claimx.lock import Lock, compare
from claimx.model import Document, Problem

if TYPE_CHECKING:
    from claimx.model import Report
    from claimx.readers.interface import Source
    from claimx.settings import Options

_OWN_LINES = frozenset({"text/plain", "text/markdown"})
"""Media types of which the reader hands on the file's text as it is."""


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
    _inputs: _Inputs
    _names: Sequence[str]
    """Of the files and folders that were to be looked at."""

    @property
    def paths(self) -> tuple[str, ...]:
        """Of the files that were looked at, relative to the working directory."""
        return self._inputs.paths

    def against(self, lock: Lock | None) -> Material:
        """What was found, set against a lock file's content."""
        if lock is None:
            return Material(self.report, self._inputs.origins)
        documents = {fact.document for fact in lock.entries}
        told = {document for document in documents if self._inputs.tells_of(document, self._names)}
        read = (record.id for record in self.report.documents)
        comparison = compare(lock, self.report.claims, read, told.__contains__)
        self._inputs.add_gone(entry.fact.document for entry in comparison.vanished)
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
    known = {fact.document for fact in lock.entries} if lock else set()
    found = find([path for path in paths if Path(path).exists() or not _any_at(known, project.document(path))], output)
    problems = Problems()
    for problem in found.problems:
        problems.tell(problem)
    problems.close()
    inputs = _Inputs(project, found.sources)
    documents = console.progress(inputs.documents(int(project.config.max_size * 1_000_000)), found.size)
    with opened(options, work.cache, off=work.no_cache) as known_results:
        report = run(documents, options, engine=engine_for(work.jobs or jobs_for(found.size)), cache=known_results)
    inputs.left_out(problem.document for problem in report.problems)
    return Survey(report, not found.problems, inputs, [project.document(path) for path in paths])


def _paths(project: Project, given: Sequence[str]) -> list[str]:
    paths = list(given) or project.paths
    if not paths:
        raise InputError("nothing to check; name files or folders, or set paths in the configuration (claimx init)")
    if "-" in paths or "" in paths:
        raise InputError("checks need files, since the lock file goes by their paths; give files or folders")
    return paths


def _any_at(documents: Iterable[str], name: str) -> bool:
    """Whether a document is the file or in the folder of this name."""
    return any(name == "." or one == name or one.startswith((f"{name}/", f"{name}#")) for one in documents)


class _Inputs:
    """The documents of a run, under names relative to the lock file, and where they come from."""

    def __init__(self, project: Project, sources: Iterable[Source]) -> None:
        self._project = project
        self._own = {os.path.realpath(file) for file in (project.lock, project.file) if file}
        named = (replace(source, id=project.document(source.path)) for source in sources if source.path)
        self._sources = {source.id: source for source in named if self._wanted(source)}
        self._read: set[str] = set()
        self._unread: set[str] = set()
        self.origins: dict[str, Origin] = {}

    def _wanted(self, source: Source) -> bool:
        """Whether a source is to be read: not one that the configuration leaves out, nor claimx's own files."""
        return not self._excluded(source.id) and os.path.realpath(source.path or "") not in self._own

    def _excluded(self, document: str) -> bool:
        return any(matches(document, pattern) for pattern in self._project.config.exclude)

    @property
    def paths(self) -> tuple[str, ...]:
        """Of the sources' files, relative to the working directory, sorted."""
        return tuple(sorted(map(self._project.path, self._sources)))

    def documents(self, max_size: int) -> Iterator[Document | Problem]:
        """The sources' documents and what could not be read. Those of a file that holds several are named by the file
        and their own id: `corpus.jsonl#7`."""
        from claimx.readers import read

        for name, source in self._sources.items():
            for item in read([source], max_size):
                yield self._noted(name, item)

    def _noted(self, source: str, item: Document | Problem) -> Document | Problem:
        path = self._project.path(source)
        if isinstance(item, Problem):
            self._unread.add(source)
            self.origins.setdefault(item.document, Origin(path))
            return item
        member = item.id if item.id != source else None
        name = f"{source}#{member}" if member else source
        self._read.add(name)
        self.origins[name] = Origin(path, member, plain=member is None and item.media_type in _OWN_LINES)
        return structs.replace(item, id=name)

    def left_out(self, documents: Iterable[str]) -> None:
        """Notes which documents were read but could not be looked at."""
        for document in documents:
            self._read.discard(document)
            self._unread.update(self._files(document))

    def tells_of(self, document: str, names: Iterable[str]) -> bool:
        """Whether the run tells what became of a document's claims, given what it was to look at (names of files and
        folders): the document was read, it is no longer in its file, or its file is gone."""
        if not any(_any_at([document], name) for name in names) or self._excluded(document):
            return False
        if document in self._read:
            return True
        source = next((file for file in self._files(document) if file in self._sources), None)
        if source is not None:
            return source not in self._unread
        return not any((self._project.lock.parent / file).exists() for file in self._files(document))

    def add_gone(self, documents: Iterable[str]) -> None:
        """Notes where documents were that are no longer there."""
        for document in documents:
            source = next((file for file in self._files(document) if file in self._sources), document)
            member = document.removeprefix(f"{source}#") if source != document else None
            self.origins.setdefault(document, Origin(self._project.path(source), member))

    @staticmethod
    def _files(document: str) -> Iterator[str]:
        """The names that the document's file can have: all of its id, or what comes before a `#`."""
        yield document
        yield from (document[:at] for at, sign in enumerate(document) if sign == "#")
