"""The versions of the lock file's form, one module each: `v1` reads version 1. The latest also writes; an older one
reads its lines as today's records, so that a lock file of its version is upgraded when it is next written."""

from collections.abc import Callable, Mapping
from functools import cache

from claimx.lock.records import Entry, Suppression
from claimx.members import members

LATEST = 1

Parse = Callable[[bytes], Entry | Suppression]
"""A line as a record. Raises msgspec.DecodeError with what is wrong."""


@cache
def all_versions() -> Mapping[int, Parse]:
    """How to read each version."""
    return {int(name.removeprefix("v")): module.parse for name, module in members(__name__).items()}
