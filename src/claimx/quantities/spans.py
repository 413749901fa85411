"""The spans of time that English counts and sets rates over."""

SPANS_OF_TIME = frozenset(
    {"second", "minute", "hour", "day", "night", "week", "weekend", "fortnight", "month", "quarter", "season", "year"}
    | {"decade", "century"}
)
"""In the singular."""
