"""Runs the checks that the policy wants over a run's report."""

import hashlib
from collections import Counter
from collections.abc import Iterator

from claimx.checks.interface import SEVERITIES, Check, Finding, Found, Material, Severity
from claimx.checks.kinds import all_checks
from claimx.checks.places import origin_of, place_of
from claimx.checks.policy import Policy
from claimx.lock import Comparison


def check(material: Material, policy: Policy) -> tuple[Finding, ...]:
    """What the checks find, by file and line; the worst first where several findings share a line."""
    findings = [
        finding
        for name, one in all_checks().items()
        if (severity := policy.severity(name, one)) and (material.comparison is not None or not one.needs_lock)
        for finding in _findings(name, one, severity, material, policy)
    ]
    return tuple(sorted(findings, key=_order))


def needs_lock(policy: Policy) -> bool:
    """Whether some check that the policy wants compares with the lock file."""
    return any(one.needs_lock and policy.severity(name, one) for name, one in all_checks().items())


def _order(finding: Finding) -> tuple[str, int, int, int, str, str]:
    place = finding.place
    severity = SEVERITIES.index(finding.severity)
    return place.path, place.line or 0, severity, place.column or 0, finding.check, finding.fingerprint


def _findings(name: str, one: Check, severity: Severity, material: Material, policy: Policy) -> Iterator[Finding]:
    seen: Counter[str] = Counter()
    for found in one.find(material):
        if policy.ignored(name, origin_of(found.document, material.origins).name):
            continue
        fingerprint = _fingerprint(name, found, seen)
        places = [place_of(one.document, material.origins, (one.start, one.end)) for one in found.about]
        yield Finding(
            check=name,
            severity=severity,
            message=found.message,
            why=one.why,
            help=one.help,
            place=places[0] if places else place_of(found.document, material.origins),
            related=tuple(places[1:]),
            fingerprint=fingerprint,
            confidence=found.confidence,
            suppressed=_suppression(fingerprint, found, material.comparison),
        )


def _fingerprint(name: str, found: Found, seen: Counter[str]) -> str:
    """A hash of what is found, not of where: ids of claims and statements are made of what they say. Findings that are
    alike in all of it are told apart by their order."""
    key = repr((name, found.document, found.key, [item.id for item in found.about]))
    seen[key] += 1
    return hashlib.sha256(f"{key}#{seen[key]}".encode()).hexdigest()[:16]


def _suppression(fingerprint: str, found: Found, comparison: Comparison | None) -> str | None:
    """The reason in the lock file for letting the finding pass, if there is one."""
    if comparison is None:
        return None
    if known := comparison.lock.suppressions.get(fingerprint):
        return known.reason
    entries = (comparison.held.get(item.id) for item in found.about)
    ignored = next((entry for entry in entries if entry is not None and entry.verdict == "ignore"), None)
    return (ignored.note or "a person had it ignored") if ignored else None
