"""Findings to read: one a line, with place, severity, check and the digits by which it can be suppressed."""

from collections.abc import Iterator

from claimx.checks.interface import Finding, Place, Severity
from claimx.checks.outcome import Outcome
from claimx.display import visible

STYLES: dict[Severity, str] = {"error": "bold red", "warning": "yellow", "note": "cyan"}
"""How a terminal shows severities."""

_SHORT = 8
"""Digits of a fingerprint that tell it from any other of a project."""

Segment = tuple[str, str]
"""Text and its style; none is the terminal's own."""


def lines(outcome: Outcome) -> Iterator[tuple[Segment, ...]]:
    """A line for each finding that is not suppressed."""
    for finding in outcome.open:
        yield (
            (f"{visible(written(finding.place))}: ", ""),
            (finding.severity, STYLES[finding.severity]),
            (f": {finding.message} ", ""),
            (f"[{finding.check} {short(finding)}]", "dim"),
        )


def written(place: Place) -> str:
    """`report.txt:3:14`; the path alone where lines mean nothing, with `#` and the document's own id where it is one of
    several."""
    if place.line is not None:
        return f"{place.path}:{place.line}:{place.column}"
    return f"{place.path}#{place.member}" if place.member else place.path


def short(finding: Finding) -> str:
    """The part of the fingerprint that is enough to name it."""
    return finding.fingerprint[:_SHORT]


def write(outcome: Outcome) -> str:
    """The lines without their styles."""
    return "".join("".join(text for text, _ in line) + "\n" for line in lines(outcome))
