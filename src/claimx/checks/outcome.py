"""What a run of the checks comes to: what every output format is given."""

from dataclasses import dataclass

from claimx.checks.interface import SEVERITIES, Finding, Severity
from claimx.display import counted


@dataclass(frozen=True, slots=True)
class Outcome:
    """Findings, and what was looked at."""

    findings: tuple[Finding, ...]
    """By file and line, suppressed ones among them."""
    paths: tuple[str, ...]
    """Every file that was looked at, relative to the working directory, in that order too."""
    fail_on: Severity
    version: str
    """Of claimx."""

    @property
    def open(self) -> tuple[Finding, ...]:
        """The findings that are not suppressed."""
        return tuple(finding for finding in self.findings if finding.suppressed is None)

    @property
    def failed(self) -> bool:
        """Whether a finding weighs enough to fail the run."""
        return any(self.fails(finding) for finding in self.findings)

    def fails(self, finding: Finding) -> bool:
        """Whether this finding does."""
        heavy = SEVERITIES.index(finding.severity) <= SEVERITIES.index(self.fail_on)
        return heavy and finding.suppressed is None

    @property
    def summary(self) -> str:
        """`2 errors, 1 note in 5 files; 3 suppressed`."""
        counts = [(severity, sum(one.severity == severity for one in self.open)) for severity in SEVERITIES]
        found = ", ".join(counted(number, severity) for severity, number in counts if number) or "no findings"
        suppressed = len(self.findings) - len(self.open)
        line = f"{found} in {counted(len(self.paths), 'file')}"
        return f"{line}; {suppressed:,} suppressed" if suppressed else line
