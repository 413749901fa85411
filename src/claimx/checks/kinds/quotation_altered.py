"""The same statement printed with other words."""

from claimx.checks.conflicting import conflict_check

CHECK = conflict_check(
    "quotation_altered",
    severity="warning",
    summary="a quotation whose words were changed or cut",
    why="What stands in quotation marks is what was said: of two wordings of one quotation, one is not.",
    help="Find the original and quote that; a cut that changes no meaning can be suppressed with that reason.",
)
