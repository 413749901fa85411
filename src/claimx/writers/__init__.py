"""Writes reports, one module a format, to a stream or whole into a file."""

from claimx.writers.formats import name_for, names, writer
from claimx.writers.output import OutputFile

__all__ = ["OutputFile", "name_for", "names", "writer"]
