"""What a format's module has to offer."""

from collections.abc import Callable
from dataclasses import dataclass

from claimx.model import Report


@dataclass(frozen=True, slots=True)
class Writer:
    """One output format: the `WRITER` of a module in `claimx.writers.formats`."""

    suffixes: tuple[str, ...]
    """Of files that are written in this format when none is asked for, in lower case, with the dot."""
    write: Callable[[Report], str | bytes]
    """The report as text that ends in a line feed, or as bytes where the format is no text. The same report gives the
    same."""
