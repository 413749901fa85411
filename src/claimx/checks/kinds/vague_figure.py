"""Magnitudes without a figure: thousands, dozens, several hundred."""

from collections.abc import Iterator

from claimx.checks.interface import Check, Found, Material
from claimx.checks.wording import said


def _find(material: Material) -> Iterator[Found]:
    for claim in material.report.claims:
        if claim.vague is not None:
            yield Found(f"no exact figure in {said(claim)}", claim.document, (claim,), confidence=claim.confidence)


CHECK = Check(
    severity="note",
    summary="a magnitude without a figure",
    why="Thousands can be two thousand or nine hundred thousand: nobody can check it or hold anybody to it.",
    help="Ask the source for the figure.",
    find=_find,
)
