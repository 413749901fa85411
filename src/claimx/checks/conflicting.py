"""The checks that hand on a kind of the report's conflicts."""

from collections.abc import Iterator

from claimx.checks.interface import Check, Found, Level, Material
from claimx.display import visible
from claimx.model import Claim, Conflict


def conflict_check(kind: str, *, severity: Level, summary: str, why: str, help: str) -> Check:
    """The check that finds the report's conflicts of this kind."""

    def find(material: Material) -> Iterator[Found]:
        claims = {claim.id: claim for claim in material.report.claims}
        members = {figure.id: figure.claims for figure in material.report.figures}
        for conflict in material.report.conflicts:
            involved = tuple(claims[name] for name in _claims_of(conflict, members) if name in claims)
            if conflict.kind == kind and involved:
                yield _found(conflict, involved)

    return Check(severity=severity, summary=summary, why=why, help=help, find=find)


def _claims_of(conflict: Conflict, members: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The claims that the conflict names, else the first of each of its figures."""
    return conflict.claims or tuple(members[figure][0] for figure in conflict.figures if members.get(figure))


def _found(conflict: Conflict, involved: tuple[Claim, ...]) -> Found:
    return Found(visible(conflict.explanation), involved[0].document, involved, confidence=conflict.confidence)
