"""Figures for the same thing that cannot both be right."""

from claimx.checks.conflicting import conflict_check

CHECK = conflict_check(
    "rival_figures",
    severity="warning",
    summary="two figures for the same thing",
    why="Where two sources measure the same thing in the same period and place, at most one of two figures is right.",
    help="Look up what each of them counts; where they measure different things, suppress the finding and say so.",
)
