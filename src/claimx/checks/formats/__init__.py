"""The formats that findings are written in, one module each, found by themselves: a new format is a new module with a
`write(outcome)` that returns text which ends in a line feed, or none."""

from collections.abc import Callable
from pathlib import Path

from claimx.checks.outcome import Outcome
from claimx.members import member_names, output_format

Write = Callable[[Outcome], str]

_BY_SUFFIX = {".json": "json", ".sarif": "sarif", ".xml": "junit"}


def names() -> tuple[str, ...]:
    """Names of the formats, in alphabetical order."""
    return member_names(__name__)


def name_for(path: Path | None) -> str:
    """The format that a file's suffix names, else text."""
    return _BY_SUFFIX.get(path.suffix.lower(), "text") if path else "text"


def format_named(name: str) -> Write:
    """What writes the format. Raises OutputError where there is none of that name."""
    write: Write = output_format(__name__, name).write
    return write
