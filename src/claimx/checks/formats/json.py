"""Findings for programs: every one with all its fields, suppressed ones too."""

import msgspec

from claimx.checks.interface import SEVERITIES
from claimx.checks.outcome import Outcome

_VERSION = "1.0"


def write(outcome: Outcome) -> str:
    """An object with `findings`, and what they come to."""
    data = {
        "schema_version": _VERSION,
        "generator": {"name": "claimx", "version": outcome.version},
        "failed": outcome.failed,
        "fail_on": outcome.fail_on,
        "files": len(outcome.paths),
        "counts": {name: sum(one.severity == name for one in outcome.open) for name in SEVERITIES},
        "suppressed": len(outcome.findings) - len(outcome.open),
        "findings": outcome.findings,
    }
    return msgspec.json.format(msgspec.json.encode(data), indent=2).decode() + "\n"
