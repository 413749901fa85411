"""The output formats of a comparison, one module each, found by themselves: a new one is a module with a `WRITER`."""

import importlib
import pkgutil
from collections.abc import Callable

from claimx.diff.report import DiffReport
from claimx.errors import OutputError

Writer = Callable[[DiffReport], str]
"""The report as text that ends in a line feed, or none. The same report gives the same text."""


def names() -> tuple[str, ...]:
    """Names of the formats, in alphabetical order."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__)))


def writer(name: str) -> Writer:
    """The format's writer. Raises OutputError where there is none of that name."""
    if name not in names():
        raise OutputError(f"no output format {name}; there are {', '.join(names())}")
    found: Writer = importlib.import_module(f"{__name__}.{name}").WRITER
    return found
