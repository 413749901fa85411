"""Finds who says what: statements with source, cue and content, and the parties under their full names."""

from claimx.attribution.attributor import Attributor
from claimx.attribution.bearing import bearing_on
from claimx.attribution.statements.assertions import Assertions, attribution_of
from claimx.attribution.statements.continued import with_continued

__all__ = ["Assertions", "Attributor", "attribution_of", "bearing_on", "with_continued"]
