"""What a run writes and tells, and what the same run over the same sources wrote and told before."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from claimx.cli import console
from claimx.cli.summary import skipped_line, some_of, summary
from claimx.writers import OutputFile, writer

if TYPE_CHECKING:
    from claimx.cache import Store, Written
    from claimx.model import Report
    from claimx.readers import Found, Skipped
    from claimx.settings import Options


class Remembered:
    """The output of one run, where there is a store, and the sources are files and all there is to tell of."""

    def __init__(self, store: Store | None, options: Options, found: Found, manner: Sequence[object]) -> None:
        self._sources = [(source.id, source.path) for source in found.sources if source.path is not None]
        self._outputs = None
        if (
            store is not None
            and not found.problems
            and found.size is not None
            and len(self._sources) == len(found.sources)
        ):
            from claimx.cache import Outputs

            self._outputs = Outputs(store, options, manner)

    @cached_property
    def output(self) -> Written | None:
        """What the run wrote when it was last made."""
        return self._outputs.get(self._key) if self._outputs is not None and self._key is not None else None

    def keep(self, output: Written) -> None:
        """Remembers what the run wrote, unless a source has changed meanwhile."""
        if self._outputs is not None and self._key is not None and self._outputs.key(self._sources) == self._key:
            self._outputs.put(self._key, output)

    @cached_property
    def _key(self) -> str | None:
        return self._outputs.key(self._sources) if self._outputs is not None else None


def rendered(report: Report, format_name: str, *, drawn: bool) -> str | bytes:
    """The report as it is to be written; nothing where it is drawn on the terminal, which is done at once."""
    if not drawn:
        return writer(format_name).write(report)
    from claimx.writers.formats.table import HEADINGS, row

    console.table(HEADINGS, map(row, report.claims))
    return ""


def written_of(report: Report, data: str | bytes) -> Written:
    """The result with the lines that it deserves."""
    from claimx.cache import Written

    empty = [record.id for record in report.documents if not record.blocks]
    warnings = (f"no text in {some_of(empty)}",) if empty else ()
    return Written(data.encode("utf-8") if isinstance(data, str) else data, warnings, summary(report))


def put(data: str | bytes, target: OutputFile | None) -> None:
    """Writes the result to the file, or else to the standard output."""
    if target is not None:
        target.write(data)
    elif data:
        console.write(data)


def tell(written: Written, skipped: Sequence[Skipped]) -> None:
    """Tells what the user should know of a result, and what it found."""
    for warning in written.warnings:
        console.warning(warning)
    if skipped:
        console.note(skipped_line(skipped))
    console.note(written.summary)
