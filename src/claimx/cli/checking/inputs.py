"""The documents of a check: which they are, what they are called, and what became of those that are not there."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import structs

from claimx.checks import Origin
from claimx.checks.policy import matches
from claimx.cli.checking.project import Project, absolute
from claimx.model import Document, Problem

if TYPE_CHECKING:
    from claimx.readers.interface import Source

_OWN_LINES = frozenset({"text/plain", "text/markdown"})
"""Media types of which the reader hands on the file's text as it is."""


@dataclass(frozen=True, slots=True)
class Scope:
    """The files and folders that a check is about, by absolute paths."""

    project: Project
    paths: frozenset[Path]
    own: frozenset[str]
    """Lock file and configuration, which are no documents; links followed."""

    @classmethod
    def of(cls, project: Project, paths: Iterable[str]) -> Scope:
        """The scope of the paths as they were given."""
        own = frozenset(os.path.realpath(file) for file in (project.lock, project.file) if file)
        return cls(project, frozenset(map(absolute, paths)), own)

    def holds(self, document: str) -> bool:
        """Whether it is about the document with this id: one of the paths is its file, or a folder above."""
        return any(
            not self.paths.isdisjoint((file, *file.parents))
            for file in self.project.files(document)
            if not self.leaves_out(file)
        )

    def leaves_out(self, path: Path) -> bool:
        """Whether the configuration excludes a file, or it is claimx's own."""
        name = self.project.name(path)
        return os.path.realpath(path) in self.own or any(
            matches(name, pattern) for pattern in self.project.config.exclude
        )


@dataclass(frozen=True, slots=True)
class Inputs:
    """The documents that are read, and where they come from."""

    scope: Scope
    sources: dict[Path, Source]
    """By absolute path, in that order; their ids are relative to the lock file's folder."""
    beside: tuple[Source, ...] = ()
    """Others of the project, which are only read for what the documents share with them."""
    origins: dict[str, Origin] = field(default_factory=dict)
    """By document id, once it was met."""
    read: set[str] = field(default_factory=set)
    """Ids of the documents that were read."""
    unread: set[Path] = field(default_factory=set)
    """Sources of which something could not be."""

    @classmethod
    def of(cls, scope: Scope, sources: Iterable[Source], project: Iterable[Source] = ()) -> Inputs:
        """The sources that the scope does not leave out. The order in which they were found makes no difference: what
        is said of several documents must not depend on it. `project`: all that the project is about."""
        named = _named(scope, sources)
        beside = [source for path, source in _named(scope, project).items() if path not in named]
        return cls(scope, named, tuple(beside))

    @property
    def paths(self) -> tuple[str, ...]:
        """The sources' paths relative to the working directory, sorted."""
        return tuple(sorted(self.scope.project.path(source.id) for source in self.sources.values()))

    def documents(self, max_size: int) -> Iterator[Document | Problem]:
        """The sources' documents and what could not be read. Those of a file that holds several are named by the file
        and their own id: `corpus.jsonl#7`. What they share with others of the project at head and foot is marked, and
        so does not depend on which of them are checked."""
        from claimx.readers.siblings import read_marked

        paths = {source.id: path for path, source in self.sources.items()}
        for source, item in read_marked(tuple(self.sources.values()), max_size, self.beside):
            if isinstance(item, Problem):
                yield self._unread(paths[source.id], source.id, item)
            else:
                yield self._named(source.id, item)

    def _unread(self, path: Path, source: str, problem: Problem) -> Problem:
        self.unread.add(path)
        origin, line = self._origin(source), problem.document.removeprefix(f"{source}:")
        self.origins[problem.document] = replace(origin, line=int(line)) if line.isdecimal() else origin
        return problem

    def _named(self, source: str, document: Document) -> Document:
        member = document.id if document.id != source else None
        name = f"{source}#{member}" if member else source
        self.read.add(name)
        own_lines = not member and document.media_type in _OWN_LINES
        self.origins[name] = self._origin(source, member, _line_starts(document.text) if own_lines else ())
        return structs.replace(document, id=name)

    def _origin(self, source: str, member: str | None = None, line_starts: tuple[int, ...] = ()) -> Origin:
        path = self.scope.project.path(source)
        return Origin(path, self.scope.project.name(path), member, line_starts)

    def leave_out(self, documents: Iterable[str]) -> None:
        """Notes which documents were read, but could not be looked at."""
        for document in documents:
            self.read.discard(document)
            self.unread.update(self.scope.project.files(document))

    def gone(self, documents: Collection[str]) -> set[str]:
        """Which of the documents that the check is about are no longer there: in their file, which was read, or at all.
        They get an origin where they were."""
        gone = {name for name in documents if name not in self.read and self.scope.holds(name) and self._is_gone(name)}
        for name in gone:
            source = next((self.sources[file].id for file in self._files(name) if file in self.sources), name)
            self.origins[name] = self._origin(source, name.removeprefix(f"{source}#") if source != name else None)
        return gone

    def _is_gone(self, document: str) -> bool:
        source = next((file for file in self._files(document) if file in self.sources), None)
        if source is not None:
            return source not in self.unread
        return not any(file.exists() for file in self._files(document))

    def _files(self, document: str) -> Iterator[Path]:
        return self.scope.project.files(document)


def _named(scope: Scope, sources: Iterable[Source]) -> dict[Path, Source]:
    """The sources that the scope does not leave out, in the order of their absolute paths."""
    named = {
        absolute(source.path): replace(source, id=scope.project.document(source.path))
        for source in sources
        if source.path and not scope.leaves_out(source.path)
    }
    return dict(sorted(named.items()))


def _line_starts(text: str) -> tuple[int, ...]:
    return 0, *(line_end.end() for line_end in re.finditer("\n", text))
