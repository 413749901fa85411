"""Lets findings pass, with a reason that stays in the lock file."""

from collections.abc import Sequence

from claimx.checks.interface import Finding
from claimx.errors import InputError
from claimx.lock import Lock, Suppression


def suppress(
    lock: Lock, findings: Sequence[Finding], digits: Sequence[str], reason: str
) -> tuple[tuple[Finding, ...], Lock]:
    """The findings whose fingerprints begin with the digits, and the lock file's content that lets them pass.

    Raises InputError where digits name no finding, or more than one.
    """
    named = tuple(_named(findings, start.strip().lower()) for start in digits)
    suppressions = {finding.fingerprint: _suppression(finding, reason) for finding in named}
    return named, Lock(lock.entries, {**lock.suppressions, **suppressions})


def _named(findings: Sequence[Finding], start: str) -> Finding:
    found = [finding for finding in findings if start and finding.fingerprint.startswith(start)]
    if len(found) == 1:
        return found[0]
    if found:
        raise InputError(f"{start}: {len(found)} findings begin with these digits; give more of them")
    raise InputError(
        f"{start}: no finding of these sources has these digits; claimx check shows them at each line's end"
    )


def _suppression(finding: Finding, reason: str) -> Suppression:
    return Suppression(
        fingerprint=finding.fingerprint, check=finding.check, document=finding.place.document, reason=reason
    )
