"""Checks of sources: a report in, findings out. One check a module in `kinds`, one output format a module in
`formats`."""

from claimx.checks.checker import check, needs_lock
from claimx.checks.interface import SEVERITIES, Check, Finding, Level, Material, Origin, Place, Severity
from claimx.checks.kinds import all_checks
from claimx.checks.outcome import Outcome
from claimx.checks.places import place_of
from claimx.checks.policy import Policy
from claimx.checks.suppression import suppress

__all__ = [
    "SEVERITIES",
    "Check",
    "Finding",
    "Level",
    "Material",
    "Origin",
    "Outcome",
    "Place",
    "Policy",
    "Severity",
    "all_checks",
    "check",
    "needs_lock",
    "place_of",
    "suppress",
]
