"""Finds who says what: statements with source, cue and content, and the parties under their full names."""

from claimx.attribution.attributor import Attributor, attribution_of

__all__ = ["Attributor", "attribution_of"]
