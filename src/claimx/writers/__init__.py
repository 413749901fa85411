"""Writes reports, one module a format."""

from claimx.writers.formats import name_for, names, writer

__all__ = ["name_for", "names", "writer"]
