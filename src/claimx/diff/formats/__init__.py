"""The output formats of a comparison, one module each, found by themselves: a new one is a module with a `WRITER`."""

from collections.abc import Callable

from claimx.diff.report import DiffReport
from claimx.members import member_names, output_format

Writer = Callable[[DiffReport], str]
"""The report as text that ends in a line feed, or none. The same report gives the same text."""


def names() -> tuple[str, ...]:
    """Names of the formats, in alphabetical order."""
    return member_names(__name__)


def writer(name: str) -> Writer:
    """The format's writer. Raises OutputError where there is none of that name."""
    found: Writer = output_format(__name__, name).WRITER
    return found
