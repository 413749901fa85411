"""Figures of one claim or sentence that do not add up."""

from claimx.checks.conflicting import conflict_check

CHECK = conflict_check(
    "arithmetic",
    severity="warning",
    summary="figures that do not add up",
    why="A percentage, multiple or difference that its own parts do not give is wrong, or one of the parts is.",
    help="Work the figures out anew; where rounding explains it, suppress the finding with that reason.",
)
