"""The claims of a run against those of the lock file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from claimx.diff import Fact, fact_of, match
from claimx.diff.changes import differences
from claimx.diff.documents import paired
from claimx.diff.facts import words
from claimx.lock.records import Entry, Former, Lock
from claimx.model import Claim


@dataclass(frozen=True, slots=True)
class Changed:
    """A claim that says something else than what was accepted."""

    entry: Entry
    claim: Claim

    @property
    def successor(self) -> Entry:
        """The entry that takes the place of the old one: without its verdict, which stays as history."""
        old = self.entry
        former = Former(surface=old.fact.surface, speakers=old.fact.speakers, verdict=old.verdict, note=old.note)
        return Entry(fact=fact_of(self.claim), was=(former, *old.was) if old.verdict or old.note else old.was)


@dataclass(frozen=True, slots=True)
class Comparison:
    """What became of the claims of the lock file. Claims that are alike in everything count once."""

    lock: Lock
    held: Mapping[str, Entry]
    """By claim id: the entry of each claim that says what was accepted, be it in other words."""
    new: tuple[Claim, ...]
    """Claims that are not in the lock file, in text order."""
    changed: tuple[Changed, ...]
    """In text order."""
    vanished: tuple[Entry, ...]
    """Entries whose claims are gone though their documents were to be looked at."""
    _claims: Mapping[str, Claim]

    def accepted(self) -> Lock:
        """The lock file that all of this would leave: as the documents are now."""
        entries = dict(self.lock.entries)
        for entry in (*self.vanished, *(change.entry for change in self.changed), *self.held.values()):
            entries.pop(entry.fact, None)
        for name, entry in self.held.items():
            now = Entry(fact=fact_of(self._claims[name]), verdict=entry.verdict, note=entry.note, was=entry.was)
            entries[now.fact] = now
        for entry in (*(change.successor for change in self.changed), *(Entry(fact=fact_of(new)) for new in self.new)):
            entries[entry.fact] = entry
        return Lock(entries, self.lock.suppressions)


def compare(lock: Lock, claims: Sequence[Claim], read: Collection[str], gone: Collection[str]) -> Comparison:
    """The claims against the lock file's entries, matched by what they say. `read`: the ids of all documents that were
    read, also of those without claims; `gone`: of documents that are no longer there. What has another id now keeps its
    verdicts. The entries of all other documents stay as they are."""
    alike: dict[Fact, list[Claim]] = defaultdict(list)
    for claim in claims:
        alike[fact_of(claim)].append(claim)
    held = {claim.id: lock.entries[fact] for fact, found in alike.items() if fact in lock.entries for claim in found}
    facts = [fact for fact in alike if fact not in lock.entries]
    told = {*read, *gone}
    entries = [entry for fact, entry in lock.entries.items() if fact not in alike and fact.document in told]
    accepted = [entry.fact for entry in entries]
    matching = match(accepted, facts, paired(accepted, facts, new_hashes={name: name for name in read}))
    changed: list[Changed] = []
    for old, new in matching.pairs:
        entry, found = entries[old], alike[facts[new]]
        if same(entry.fact, facts[new]):
            held.update((claim.id, entry) for claim in found)
        else:
            changed.append(Changed(entry, found[0]))
    return Comparison(
        lock=lock,
        held=held,
        new=tuple(alike[facts[index]][0] for index in matching.only_new),
        changed=tuple(changed),
        vanished=tuple(entries[index] for index in matching.only_old),
        _claims={claim.id: claim for claim in claims},
    )


def same(old: Fact, new: Fact) -> bool:
    """Whether two facts assert the same, in whatever part of the document. In other words they do so only of the same
    subject; in the same words, another subject is just another reading of them."""
    kinds = {*differences(old, new)}
    if kinds == {"reworded"}:
        return words(old.subject or "") == words(new.subject or "")
    return not kinds
