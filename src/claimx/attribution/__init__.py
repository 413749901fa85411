"""Finds who says what: statements with source, cue and content, and the parties under their full names."""

from claimx.attribution.assertions import Assertions, attribution_of
from claimx.attribution.attributor import Attributor

__all__ = ["Assertions", "Attributor", "attribution_of"]
