"""A person's verdicts: the claims that wait for one, and the lock file with each that is given."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from msgspec.structs import replace

from claimx.diff import fact_of
from claimx.lock.comparison import Changed, Comparison
from claimx.lock.records import Entry, Lock, Verdict
from claimx.model import Claim

State = Literal["new", "changed", "accepted", "judged"]
"""Not in the lock file; there with other content; there without a verdict; there with one."""


@dataclass(frozen=True, slots=True)
class Case:
    """One claim to be judged."""

    claim: Claim
    state: State
    entry: Entry | None = None
    """What the lock file holds of it; None for a new one."""

    def judged(self, lock: Lock, verdict: Verdict, note: str | None) -> Lock:
        """The lock file with the verdict; the claim is accepted with it."""
        entries = dict(lock.entries)
        if self.entry is not None:
            entries.pop(self.entry.fact, None)
        entry = replace(self._now, verdict=verdict, note=note)
        return Lock({**entries, entry.fact: entry}, lock.suppressions)

    @property
    def _now(self) -> Entry:
        if self.entry is None:
            return Entry(fact=fact_of(self.claim))
        if self.state == "changed":
            return Changed(self.entry, self.claim).successor
        return replace(self.entry, fact=fact_of(self.claim))


def cases(
    comparison: Comparison, claims: Sequence[Claim], states: Collection[State] = ("new", "changed")
) -> tuple[Case, ...]:
    """The claims in these states, in the order of documents and their texts."""
    found = {
        case.claim.id: case for case in (*_waiting(comparison), *_held(comparison, claims)) if case.state in states
    }
    return tuple(sorted(found.values(), key=lambda case: (case.claim.document, case.claim.start)))


def _waiting(comparison: Comparison) -> Iterator[Case]:
    for claim in comparison.new:
        yield Case(claim, "new")
    for change in comparison.changed:
        yield Case(change.claim, "changed", change.entry)


def _held(comparison: Comparison, claims: Sequence[Claim]) -> Iterator[Case]:
    """Claims of the lock file, each entry once."""
    first = {entry.fact: claim for claim in reversed(claims) if (entry := comparison.held.get(claim.id))}
    for claim in first.values():
        entry = comparison.held[claim.id]
        yield Case(claim, "judged" if entry.verdict else "accepted", entry)
