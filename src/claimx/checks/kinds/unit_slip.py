"""A million that should be a billion."""

from claimx.checks.conflicting import conflict_check

CHECK = conflict_check(
    "unit_slip",
    severity="warning",
    summary="figures a thousandfold apart",
    why="Million for billion is the commonest slip in figures: the same number of the same thing, a thousandfold off.",
    help="Look the figure up and correct the one that is wrong, or suppress the finding if both are right.",
)
