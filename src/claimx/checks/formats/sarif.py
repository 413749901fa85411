"""SARIF 2.1.0, the OASIS standard that code scanning reads: https://docs.oasis-open.org/sarif/sarif/v2.1.0/."""

from typing import Any
from urllib.parse import quote

import msgspec

from claimx.checks.interface import Check, Finding, Level, Place, Severity
from claimx.checks.kinds import all_checks
from claimx.checks.outcome import Outcome

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: dict[Level, Severity] = {"error": "error", "warning": "warning", "note": "note", "off": "warning"}
"""The level that a rule has by default; that of one which is off counts when it is switched on."""


def write(outcome: Outcome) -> str:
    """A log of one run. Suppressed findings are in it and marked so."""
    checks = all_checks()
    indexes = {name: index for index, name in enumerate(checks)}
    driver = {
        "name": "claimx",
        "semanticVersion": outcome.version,
        "rules": [_rule(name, check) for name, check in checks.items()],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "artifacts": [{"location": _artifact(path)} for path in outcome.paths],
        "results": [_result(finding, indexes) for finding in outcome.findings],
    }
    data = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return msgspec.json.format(msgspec.json.encode(data), indent=2).decode() + "\n"


def _rule(name: str, check: Check) -> dict[str, Any]:
    return {
        "id": name,
        "name": "".join(word.capitalize() for word in name.split("-")),
        "shortDescription": {"text": f"{check.summary[:1].upper()}{check.summary[1:]}."},
        "fullDescription": {"text": check.why},
        "help": {"text": check.help},
        "defaultConfiguration": {"level": _LEVELS[check.severity], "enabled": check.severity != "off"},
    }


def _result(finding: Finding, indexes: dict[str, int]) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.check,
        "ruleIndex": indexes[finding.check],
        "level": finding.severity,
        "message": {"text": finding.message},
        "locations": [_location(finding.place)],
        "partialFingerprints": {"claimx/v1": finding.fingerprint},
        "properties": {"confidence": finding.confidence},
    }
    if finding.related:
        related = enumerate(finding.related, start=1)
        result["relatedLocations"] = [{"id": number, **_location(place)} for number, place in related]
    if finding.suppressed is not None:
        result["suppressions"] = [{"kind": "external", "status": "accepted", "justification": finding.suppressed}]
    return result


def _location(place: Place) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": _artifact(place.path)}
    if place.line is not None:
        physical["region"] = {
            "startLine": place.line,
            "startColumn": place.column,
            "endLine": place.end_line,
            "endColumn": place.end_column,
        }
    location: dict[str, Any] = {"physicalLocation": physical}
    if place.member is not None:
        location["logicalLocations"] = [{"name": place.member, "fullyQualifiedName": place.document}]
    return location


def _artifact(path: str) -> dict[str, str]:
    return {"uri": quote(path)}
