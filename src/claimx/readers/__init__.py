"""Finds sources and reads them into documents, one module a format. Bad input becomes a `Problem`; the run goes on."""

from claimx.readers.reader import MAX_SIZE, read
from claimx.readers.sources import Found, Skipped, find, name_of

__all__ = ["MAX_SIZE", "Found", "Skipped", "find", "name_of", "read"]
