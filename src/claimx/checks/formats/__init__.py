"""The formats that findings are written in, one module each, found by themselves: a new format is a new module with a
`write(outcome)` that returns text which ends in a line feed, or none."""

from collections.abc import Callable

from claimx.checks.outcome import Outcome
from claimx.members import member_names, output_format

Write = Callable[[Outcome], str]


def names() -> tuple[str, ...]:
    """Names of the formats, in alphabetical order."""
    return member_names(__name__)


def format_named(name: str) -> Write:
    """What writes the format. Raises OutputError where there is none of that name."""
    write: Write = output_format(__name__, name).write
    return write
