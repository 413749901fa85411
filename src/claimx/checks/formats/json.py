"""Findings for programs: every one with all its fields, suppressed ones too. Their schema is
schema/check.v1.schema.json."""

import msgspec
from msgspec import Struct

from claimx.checks.interface import SEVERITIES, Finding, Severity
from claimx.checks.outcome import Outcome

SCHEMA_VERSION = "1.0"


class CheckReport(Struct, frozen=True, kw_only=True):
    """What a check found."""

    schema_version: str
    claimx: str
    """The version of claimx."""
    failed: bool
    """Whether a finding fails the check: one at or above `fail_on` that is not suppressed."""
    fail_on: Severity
    files: int
    """How many files were looked at."""
    counts: dict[Severity, int]
    """How many findings there are of each severity, without suppressed ones."""
    suppressed: int
    """How many findings are suppressed."""
    findings: tuple[Finding, ...]
    """By file and line."""


def write(outcome: Outcome) -> str:
    """The report, indented."""
    report = CheckReport(
        schema_version=SCHEMA_VERSION,
        claimx=outcome.version,
        failed=outcome.failed,
        fail_on=outcome.fail_on,
        files=len(outcome.paths),
        counts={name: sum(one.severity == name for one in outcome.open) for name in SEVERITIES},
        suppressed=len(outcome.findings) - len(outcome.open),
        findings=outcome.findings,
    )
    return msgspec.json.format(msgspec.json.encode(report), indent=2).decode() + "\n"
