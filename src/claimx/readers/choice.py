"""Finds the reader for a source: by its name, or else by what it begins with."""

from claimx.readers.formats import all_readers
from claimx.readers.interface import Reader


def reader_for(name: str, head: bytes) -> Reader | None:
    """The reader of a format whose suffix the name has, or that recognises the first bytes; None where it could only be
    plain text. A text that shows itself to be more is read as what it is."""
    readers = all_readers()
    named = next((reader for reader in readers.values() if name.lower().endswith(reader.suffixes)), None)
    if named not in (None, readers["text"]):
        return named
    recognised = (reader for reader in readers.values() if reader.recognises(head) and (reader.insists or not named))
    return next(recognised, named)
