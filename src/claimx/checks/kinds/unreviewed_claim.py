"""Claims that were accepted without a person's verdict."""

from collections.abc import Iterator

from claimx.checks.interface import Check, Found, Material
from claimx.checks.wording import said


def _find(material: Material) -> Iterator[Found]:
    held = material.comparison.held if material.comparison else {}
    for claim in material.report.claims:
        entry = held.get(claim.id)
        if entry is not None and entry.verdict is None:
            message = f"nobody has judged {said(claim)}"
            yield Found(message, claim.document, (claim,), confidence=claim.confidence)


CHECK = Check(
    severity="off",
    summary="a claim without a person's verdict",
    why="Where every figure has to be verified, one that was only accepted is not done.",
    help="Judge them with claimx review --unreviewed.",
    find=_find,
    needs_lock=True,
)
