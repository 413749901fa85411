"""What the lock file holds: the claims that were accepted, what a person said about them, and what may pass."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from msgspec import Struct

from claimx.diff import Fact

LOCK_NAME = "claimx.lock.jsonl"

Verdict = Literal["verified", "disputed", "ignore"]
"""What a person says about a claim: it is right; it is doubtful; findings about it do not matter."""


class Former(Struct, frozen=True, kw_only=True):
    """What a claim said before it changed, and what a person had said about that."""

    surface: str
    speakers: tuple[str, ...] = ()
    verdict: Verdict | None = None
    note: str | None = None


class Entry(Struct, frozen=True, kw_only=True):
    """One claim that was accepted."""

    fact: Fact
    verdict: Verdict | None = None
    note: str | None = None
    was: tuple[Former, ...] = ()
    """What it said while it had the verdicts that it lost by changing, the latest first."""


class Suppression(Struct, frozen=True, kw_only=True):
    """A finding that may pass."""

    fingerprint: str
    check: str
    document: str
    reason: str


@dataclass(frozen=True, slots=True)
class Lock:
    """A whole lock file. Document ids in it are relative to its folder."""

    entries: Mapping[Fact, Entry] = field(default_factory=dict)
    suppressions: Mapping[str, Suppression] = field(default_factory=dict)
    """By fingerprint."""
