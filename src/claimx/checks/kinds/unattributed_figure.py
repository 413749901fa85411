"""Figures that nobody is named for."""

from collections.abc import Iterator

from claimx.checks.interface import Check, Found, Material
from claimx.checks.wording import said


def _find(material: Material) -> Iterator[Found]:
    attributed = {
        (claim.document, claim.figure) for claim in material.report.claims if claim.attribution.mode != "document"
    }
    for claim in material.report.claims:
        if claim.attribution.mode == "document" and (claim.document, claim.figure) not in attributed:
            message = f"nobody is named who says {said(claim)}"
            yield Found(message, claim.document, (claim,), confidence=claim.confidence)


CHECK = Check(
    severity="note",
    summary="a figure that nobody is named for",
    why="A figure without a source cannot be looked up; the reader has to take the document's word for it.",
    help="Name who says so. A headline's figure is fine when the story beneath names its source.",
    find=_find,
)
