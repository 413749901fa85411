"""Reads sources into documents, one module a format. Bad input becomes a `Problem`; the run goes on."""

from claimx.readers.reader import read

__all__ = ["read"]
