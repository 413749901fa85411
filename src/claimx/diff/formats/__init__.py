"""The output formats of a comparison, one module each, found by themselves: a new one is a module with a `WRITER`."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from claimx.diff.report import DiffReport
from claimx.members import member_names, output_format

USUAL = "text"
"""The format where neither the user nor the file's suffix says."""


@dataclass(frozen=True, slots=True)
class Writer:
    """One output format."""

    suffixes: tuple[str, ...]
    """Of files that are written in this format when none is asked for, in lower case, with the dot."""
    write: Callable[[DiffReport], str]
    """The report as text that ends in a line feed, or none. The same report gives the same text."""


def names() -> tuple[str, ...]:
    """Names of the formats, in alphabetical order."""
    return member_names(__name__)


def writer(name: str) -> Writer:
    """The format's writer. Raises OutputError where there is none of that name."""
    found: Writer = output_format(__name__, name).WRITER
    return found


def name_for(path: Path | None) -> str:
    """The format that the suffix of the file stands for that is written to, if any."""
    suffixes = {suffix: name for name in names() for suffix in writer(name).suffixes}
    return suffixes.get(path.suffix.lower(), USUAL) if path else USUAL
