"""What a run writes, and what the same run over the same sources wrote before."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from tempfile import SpooledTemporaryFile
from typing import TYPE_CHECKING
from weakref import finalize

from claimx.cache.circumstances import circumstances
from claimx.cache.outputs import Written, keep, output_key, recalled
from claimx.cache.runs import Known, Looked, learn
from claimx.cli import console
from claimx.cli.summary import skipped_line, some_of, summary
from claimx.rulefiles import rule_files, rules_directory
from claimx.writers import writer

if TYPE_CHECKING:
    from claimx.cache.store import Store
    from claimx.model import Report
    from claimx.outputfile import OutputFile
    from claimx.readers import Found
    from claimx.settings import Options

_IN_MEMORY = 1_000_000
"""Bytes of a result that are held in memory at a time."""


class Remembered:
    """The output of one run, where there is a store, and the sources are files and all there is to tell of. `manner`:
    all that decides on how the result is written, beside the options; `line`: what is to find the output again by the
    command line alone."""

    def __init__(
        self,
        store: Store | None,
        options: Options,
        found: Found,
        manner: Sequence[object],
        line: CommandLine | None = None,
    ) -> None:
        self._store = store if not found.problems and found.size is not None else None
        self._options = options
        self._manner = manner
        self._line = line
        self._sources = [(source.id, source.path) for source in found.sources if source.path is not None]

    @cached_property
    def output(self) -> Written | None:
        """What the run wrote when it was last made."""
        if self._store is None or self._key is None:
            return None
        written = recalled(self._key, self._store.get)
        if written is not None and self._line is not None:
            self._line.learn(self._key, self._store.put)
        return written

    def keep(self, output: Written) -> None:
        """Remembers what the run wrote, unless a source has changed meanwhile."""
        if self._store is not None and self._key is not None and self._key_now() == self._key:
            keep(self._key, output, self._store.put)
            if self._line is not None:
                self._line.learn(self._key, self._store.put)

    @cached_property
    def _key(self) -> str | None:
        return self._key_now()

    def _key_now(self) -> str | None:
        return output_key(self._made_by, self._sources)

    @cached_property
    def _made_by(self) -> bytes:
        return circumstances(self._options, everything=True) + repr(self._manner).encode()


class CommandLine:
    """The command line of one run, under which its output is to be found again. `find` finds the sources anew."""

    def __init__(
        self,
        arguments: Sequence[str],
        options: Options,
        found: Found,
        find: Callable[[], Found],
        target: OutputFile | None,
    ) -> None:
        self._arguments = arguments
        self._found = found
        self._find = find
        self._target = target.path if target is not None else ""
        folders = (rules_directory(), *(path for path in options.rules if path.is_dir()), *found.folders)
        files = (*(file.path for file in rule_files(*options.rules)), *(source.path for source in found.sources))
        self._looked = Looked(tuple(map(str, folders)), tuple(map(str, files)))
        self._state = self._looked.state()

    def learn(self, key: str, put: Callable[[bytes, bytes], None]) -> None:
        """Remembers that the run's output is kept under the key, unless something that the run looked at has changed
        since the beginning."""
        if self._state is not None and self._find() == self._found:
            skipped = skipped_line(self._found.skipped)
            learn(self._arguments, Known(self._looked, self._state, key, self._target, skipped), put)


def show(report: Report, format_name: str) -> None:
    """The report on the terminal."""
    if format_name != "table":
        console.write(writer(format_name).write(report))
        return
    from claimx.writers.formats.table import HEADINGS, row

    console.table(HEADINGS, map(row, report.claims))


def written_of(report: Report, format_name: str) -> Written:
    """The report as it is to be written, which may be much and is on disk then, with the lines that it deserves."""
    return Written(Draft(writer(format_name).pieces(report)), *lines_of(report))


def lines_of(report: Report) -> tuple[Sequence[str], str]:
    """What deserves a warning, and what was found."""
    empty = [record.id for record in report.documents if not record.blocks]
    return (f"no text in {some_of(empty)}",) if empty else (), summary(report)


class Draft:
    """Pieces of text or bytes as bytes, text in UTF-8, on disk where they are many. They are there as long as it is."""

    def __init__(self, pieces: Iterable[str] | Iterable[bytes]) -> None:
        self._file = SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115
        finalize(self, self._file.close)
        for piece in pieces:
            self._file.write(piece.encode("utf-8") if isinstance(piece, str) else piece)

    def __iter__(self) -> Iterator[bytes]:
        self._file.seek(0)
        return iter(lambda: self._file.read(_IN_MEMORY), b"")
