"""The checks that hand on a kind of the report's conflicts."""

from collections.abc import Iterator

from claimx.checks.interface import Check, Found, Level, Material
from claimx.display import visible
from claimx.model import Claim, Statement


def conflict_check(kind: str, *, severity: Level, summary: str, why: str, help: str) -> Check:
    """The check that finds the report's conflicts of this kind."""

    def find(material: Material) -> Iterator[Found]:
        report = material.report
        parts: dict[str, Claim | Statement] = {claim.id: claim for claim in report.claims}
        parts |= {statement.id: statement for statement in report.statements}
        for figure in report.figures:
            if figure.claims and figure.claims[0] in parts:
                parts[figure.id] = parts[figure.claims[0]]
        for conflict in report.conflicts:
            names = conflict.statements or conflict.claims or conflict.figures
            about = tuple(parts[name] for name in names if name in parts)
            if conflict.kind == kind and about:
                yield Found(visible(conflict.explanation), about[0].document, about, confidence=conflict.confidence)

    return Check(severity=severity, summary=summary, why=why, help=help, find=find)
