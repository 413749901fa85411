"""Claims that are not in the lock file."""

from collections.abc import Iterator

from claimx.checks.interface import Check, Found, Material
from claimx.checks.wording import said


def _find(material: Material) -> Iterator[Found]:
    for claim in material.comparison.new if material.comparison else ():
        yield Found(f"new claim {said(claim)}", claim.document, (claim,), confidence=claim.confidence)


CHECK = Check(
    severity="error",
    summary="a claim that is not in the lock file",
    why="A figure that nobody has accepted yet is one that nobody has looked at.",
    help="Go through new claims with claimx review, or accept all of them with claimx check --accept.",
    find=_find,
    needs_lock=True,
)
