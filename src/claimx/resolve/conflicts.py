"""Conflicts: claims whose arithmetic fails, and figures that cannot both be right."""

from collections.abc import Sequence

from claimx.model import Claim, Conflict, DocumentRecord, Figure
from claimx.resolve.arithmetic import arithmetic_conflicts
from claimx.resolve.rivals import rival_conflicts


def find_conflicts(
    claims: Sequence[Claim], figures: Sequence[Figure], documents: Sequence[DocumentRecord]
) -> tuple[Conflict, ...]:
    """All conflicts: those of arithmetic in text order, then rival figures in the figures' order."""
    by_id = {claim.id: claim for claim in claims}
    records = {record.id: record for record in documents}
    return (*arithmetic_conflicts(claims), *rival_conflicts(by_id, figures, records))
