"""JUnit's XML, which most CI servers show as tests: a suite for each file, a case for each finding in it."""

import re
from collections import defaultdict
from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from claimx.checks.formats.text import short, written
from claimx.checks.interface import Finding
from claimx.checks.outcome import Outcome

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold, not even as a reference."""


def write(outcome: Outcome) -> str:
    """Findings that weigh enough are failures, suppressed ones skipped tests, lighter ones pass with their message as
    output. A file without findings is one test that passes."""
    found: dict[str, list[Finding]] = defaultdict(list)
    for finding in outcome.findings:
        found[finding.place.path].append(finding)
    paths = dict.fromkeys((*outcome.paths, *found))
    suites = [line for path in paths for line in _suite(path, found[path], outcome)]
    counts = _counts(outcome.findings, outcome, sum(not found[path] for path in paths))
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f'<testsuites name="claimx" {counts}>', *suites, "</testsuites>"]
    return "".join(f"{line}\n" for line in lines)


def _suite(path: str, findings: Sequence[Finding], outcome: Outcome) -> list[str]:
    name = _attribute(path)
    cases = [_case(name, finding, outcome) for finding in findings]
    cases = cases or [f'    <testcase classname={name} name="no findings"/>']
    counts = _counts(findings, outcome, clean=not findings)
    return [f"  <testsuite name={name} {counts}>", *cases, "  </testsuite>"]


def _counts(findings: Sequence[Finding], outcome: Outcome, clean: int) -> str:
    failures = sum(outcome.fails(finding) for finding in findings)
    skipped = sum(finding.suppressed is not None for finding in findings)
    return f'tests="{len(findings) + clean}" failures="{failures}" errors="0" skipped="{skipped}"'


def _case(suite: str, finding: Finding, outcome: Outcome) -> str:
    message = _text(f"{written(finding.place)}: {finding.severity}: {finding.message}\n{finding.help}")
    if finding.suppressed is not None:
        inside = f"<skipped message={_attribute(finding.suppressed)}/>"
    elif outcome.fails(finding):
        kind = _attribute(finding.check)
        inside = f"<failure type={kind} message={_attribute(finding.message)}>{message}</failure>"
    else:
        inside = f"<system-out>{message}</system-out>"
    name = _attribute(f"{finding.check} {short(finding)}")
    return f"    <testcase classname={suite} name={name}>{inside}</testcase>"


def _attribute(text: str) -> str:
    return quoteattr(_FORBIDDEN.sub("", text))


def _text(text: str) -> str:
    return escape(_FORBIDDEN.sub("", text))
