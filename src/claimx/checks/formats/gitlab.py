"""GitLab's code quality report: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format.

It knows no suppressed findings, so these are left out.
"""

import msgspec

from claimx.checks.interface import Finding, Severity
from claimx.checks.outcome import Outcome

_SEVERITIES: dict[Severity, str] = {"error": "critical", "warning": "major", "note": "info"}


def write(outcome: Outcome) -> str:
    """A list of issues; each has a line, which is the first where none is known."""
    issues = msgspec.json.encode([_issue(finding) for finding in outcome.open])
    return msgspec.json.format(issues, indent=2).decode() + "\n"


def _issue(finding: Finding) -> dict[str, object]:
    place = finding.place
    lines = {"begin": place.line or 1}
    if place.end_line is not None:
        lines["end"] = place.end_line
    return {
        "type": "issue",
        "check_name": finding.check,
        "description": finding.message,
        "content": {"body": f"{finding.why} {finding.help}"},
        "categories": ["Clarity"],
        "severity": _SEVERITIES[finding.severity],
        "fingerprint": finding.fingerprint,
        "location": {"path": place.path, "lines": lines},
    }
