"""The checks that hand on a kind of the report's conflicts."""

from collections.abc import Iterator

from claimx.checks.interface import Check, Found, Level, Material
from claimx.display import visible
from claimx.model import Claim, Report, Statement


def conflict_check(kind: str, *, severity: Level, summary: str, why: str, help: str) -> Check:
    """The check that finds the report's conflicts of this kind."""

    def find(material: Material) -> Iterator[Found]:
        conflicts = [conflict for conflict in material.report.conflicts if conflict.kind == kind]
        parts = _parts(material.report) if conflicts else {}
        for conflict in conflicts:
            names = conflict.statements or conflict.claims or conflict.figures
            about = tuple(parts[name] for name in names if name in parts)
            if about:
                yield Found(visible(conflict.explanation), about[0].document, about, confidence=conflict.confidence)

    return Check(severity=severity, summary=summary, why=why, help=help, find=find)


def _parts(report: Report) -> dict[str, Claim | Statement]:
    """What conflicts can be about, by id; a figure stands for the first of its claims."""
    claims = {claim.id: claim for claim in report.claims}
    figures = {figure.id: claims[figure.claims[0]] for figure in report.figures if figure.claims}
    return {**claims, **figures, **{statement.id: statement for statement in report.statements}}
