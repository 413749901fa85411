"""Claims that say something else than the lock file."""

from collections.abc import Iterator

from claimx.checks.interface import Check, Found, Material
from claimx.checks.wording import changes, said
from claimx.lock import Verdict

_JUDGED: dict[Verdict, str] = {"verified": "verified", "disputed": "disputed", "ignore": "ignored"}
"""What a verdict has done to a claim."""


def _find(material: Material) -> Iterator[Found]:
    for change in material.comparison.changed if material.comparison else ():
        claim, verdict = change.claim, change.entry.verdict
        message = f"changed claim {said(claim)}: {changes(change.entry.fact, claim)}"
        if verdict:
            message += f"; it was {_JUDGED[verdict]} before"
        yield Found(message, claim.document, (claim,), confidence=claim.confidence)


CHECK = Check(
    severity="error",
    summary="a claim that says something else than the lock file",
    why="What a person said of a figure does not hold for another figure, speaker or period.",
    help="Go through changed claims with claimx review, or accept all of them with claimx check --accept.",
    find=_find,
    needs_lock=True,
)
