"""The formats that findings are written in, one module each, found by themselves: a new format is a new module with a
`write(outcome)` that returns text which ends in a line feed, or none."""

import importlib
import pkgutil
from collections.abc import Callable

from claimx.checks.outcome import Outcome
from claimx.errors import OutputError

Write = Callable[[Outcome], str]


def names() -> tuple[str, ...]:
    """Names of the formats, in alphabetical order."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__)))


def format_named(name: str) -> Write:
    """What writes the format. Raises OutputError where there is none of that name."""
    if name not in names():
        raise OutputError(f"no output format {name}; there are {', '.join(names())}")
    write: Write = importlib.import_module(f"{__name__}.{name}").write
    return write
