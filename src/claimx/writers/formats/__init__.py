"""The output formats, one module each, found by themselves: a new format is a new module with a `WRITER`."""

from pathlib import Path

from claimx.errors import OutputError
from claimx.members import member_names, output_format
from claimx.writers.interface import Writer


def names() -> tuple[str, ...]:
    """Names of the formats, in alphabetical order."""
    return member_names(__name__)


def writer(name: str) -> Writer:
    """The format's writer. Raises OutputError where there is none of that name."""
    found: Writer = output_format(__name__, name).WRITER
    return found


def name_for(path: Path) -> str:
    """The format that the file's suffix stands for. Raises OutputError where it stands for none."""
    suffixes = {suffix: name for name in names() for suffix in writer(name).suffixes}
    if path.suffix.lower() not in suffixes:
        known = ", ".join(sorted(suffixes))
        raise OutputError(f"{path}: its suffix names no output format ({known}); choose one with --format")
    return suffixes[path.suffix.lower()]
