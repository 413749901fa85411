"""Writes reports, one module a format."""
