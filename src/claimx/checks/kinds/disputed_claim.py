"""Claims that a person has disputed and that still stand."""

from collections.abc import Iterator

from claimx.checks.interface import Check, Found, Material
from claimx.checks.wording import said
from claimx.display import visible


def _find(material: Material) -> Iterator[Found]:
    held = material.comparison.held if material.comparison else {}
    for claim in material.report.claims:
        entry = held.get(claim.id)
        if entry is not None and entry.verdict == "disputed":
            note = f": {visible(entry.note)}" if entry.note else ""
            message = f"disputed claim {said(claim)}{note}"
            yield Found(message, claim.document, (claim,), confidence=claim.confidence)


CHECK = Check(
    severity="warning",
    summary="a claim that a person has disputed",
    why="A figure that was found doubtful is still in the source for anybody to repeat.",
    help="Correct or remove the figure; or change its verdict in the lock file, or with claimx review --all.",
    find=_find,
    needs_lock=True,
)
