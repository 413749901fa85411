"""What a run writes, and what the same run over the same sources wrote before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

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


def rendered(report: Report, format_name: str, *, drawn: bool) -> str | bytes:
    """The report as it is to be written; nothing where it is drawn on the terminal, which is done at once."""
    if not drawn:
        return writer(format_name).write(report)
    from claimx.writers.formats.table import HEADINGS, row

    console.table(HEADINGS, map(row, report.claims))
    return ""


def written_of(report: Report, data: str | bytes) -> Written:
    """The result with the lines that it deserves."""
    empty = [record.id for record in report.documents if not record.blocks]
    warnings = (f"no text in {some_of(empty)}",) if empty else ()
    return Written(data.encode("utf-8") if isinstance(data, str) else data, warnings, summary(report))
