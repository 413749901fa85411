"""Annotations of GitHub's pull requests, as workflow commands on the standard output:
https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands."""

from collections.abc import Iterator

from claimx.checks.interface import SEVERITIES, Finding, Severity
from claimx.checks.outcome import Outcome
from claimx.display import visible

_COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "note": "notice"}
_SHOWN = 10
"""Annotations of each severity that GitHub shows for one step; what comes after is dropped without a word."""

_VALUE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def write(outcome: Outcome) -> str:
    """A command for each finding that will be shown, the worst first. Where there are more of a severity than are
    shown, the last one says how many."""
    return "".join(f"{line}\n" for severity in SEVERITIES for line in _commands(outcome, severity))


def _commands(outcome: Outcome, severity: Severity) -> Iterator[str]:
    findings = [finding for finding in outcome.open if finding.severity == severity]
    shown = findings if len(findings) <= _SHOWN else findings[: _SHOWN - 1]
    for finding in shown:
        yield _command(finding)
    if len(findings) > len(shown):
        more = f"{len(findings) - len(shown):,} more findings of severity {severity}; claimx check shows them all"
        yield f"::{_COMMANDS[severity]} title=claimx::{more}"


def _command(finding: Finding) -> str:
    place = finding.place
    known = {
        "file": place.path,
        "line": place.line,
        "endLine": place.end_line,
        "col": place.column,
        "endColumn": place.end_column,
        "title": f"claimx: {finding.check}",
    }
    values = {name: visible(str(value)).translate(_PROPERTY) for name, value in known.items() if value}
    properties = ",".join(f"{name}={value}" for name, value in values.items())
    message = f"{visible(finding.message)}\n{finding.help}".translate(_VALUE)
    return f"::{_COMMANDS[finding.severity]} {properties}::{message}"
