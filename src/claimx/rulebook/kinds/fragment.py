"""Pieces of patterns that several rules share."""

from claimx.rulebook.schema import Pattern, Rule


class Fragment(Rule, frozen=True, kw_only=True, tag="fragment"):
    """A named piece of pattern: `fragment.month` is written `{month}` in other patterns."""

    pattern: Pattern
