"""The input formats, one module each, found by themselves: a new format is a new module with a `READER`."""

from collections.abc import Mapping
from functools import cache

from claimx.members import members
from claimx.readers.interface import Reader


@cache
def all_readers() -> Mapping[str, Reader]:
    """Every format's reader, by its module's name, in alphabetical order."""
    return {name: module.READER for name, module in members(__name__).items()}
