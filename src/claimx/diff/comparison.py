"""Compares two versions of documents by what they claim."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from claimx.diff.changes import Assertion, ChangeKind, ClaimChange, differences, hedge
from claimx.diff.documents import paired
from claimx.diff.facts import fact_of
from claimx.diff.furniture import moved
from claimx.diff.matching import match
from claimx.diff.sentences import sentence
from claimx.model import Claim, Excluded, Generator


class Version(Struct, frozen=True, kw_only=True):
    """One of the two sides: what was read of it."""

    documents: Mapping[str, str]
    """The documents' ids, each with a hash of its content."""
    claims: Sequence[Claim] = ()
    excluded: Sequence[Excluded] = ()
    unread: frozenset[str] = frozenset()
    """Ids of documents that could not be read, of whose claims nothing can be said."""
    made_by: Generator | None = None
    """What extracted the claims, where that is known."""


class Renaming(Struct, frozen=True, kw_only=True):
    """A document whose name is not the same in both versions; null where it is not there."""

    old: str | None
    new: str | None


class Comparison(Struct, frozen=True, kw_only=True):
    """How two versions differ."""

    changes: tuple[ClaimChange, ...]
    """In the order of the new documents and their texts; what was removed, at its old place."""
    renamings: tuple[Renaming, ...]
    """Documents that are not in both versions under one name."""


def compare(old: Version, new: Version) -> Comparison:
    """How the claims of the new version differ from those of the old one. Documents that one of them could not read are
    left out."""
    unread = old.unread | new.unread
    old, new = _without(old, unread), _without(new, unread)
    was, now = ([_assertion(claim) for claim in side.claims] for side in (old, new))
    facts = [one.fact for one in was], [one.fact for one in now]
    renamed = paired(*facts, old.documents, new.documents)
    found = match(*facts, renamed)
    changes = chain(
        _told_once([change for i, j in found.pairs for change in _between(was[i], now[j])]),
        _alone([was[i] for i in found.only_old], [now[j] for j in found.only_new], old, new, renamed),
    )
    return Comparison(
        changes=tuple(sorted(changes, key=_place(old, new, renamed))), renamings=_renamings(old, new, renamed)
    )


def _place(old: Version, new: Version, renamed: Mapping[str, str]) -> Callable[[ClaimChange], tuple[int, int, bool]]:
    """Tells where a change stands in the new version, or stood in the old one if it is there no more."""
    ranks = {name: rank for rank, name in enumerate(dict.fromkeys(chain(new.documents, old.documents)))}

    def place(change: ClaimChange) -> tuple[int, int, bool]:
        told = change.new or change.old
        assert told is not None
        name = told.fact.document if change.new else renamed.get(told.fact.document, told.fact.document)
        return ranks.get(name, len(ranks)), told.start, change.new is None

    return place


def _without(version: Version, unread: frozenset[str]) -> Version:
    if not unread:
        return version
    return replace(
        version,
        documents={name: content for name, content in version.documents.items() if name not in unread},
        claims=[claim for claim in version.claims if claim.document not in unread],
        excluded=[number for number in version.excluded if number.document not in unread],
    )


def _assertion(claim: Claim) -> Assertion:
    return Assertion(claim=claim.id, start=claim.start, end=claim.end, line=claim.line, fact=fact_of(claim))


def _between(old: Assertion, new: Assertion) -> Iterator[ClaimChange]:
    """The changes of a claim that both versions have."""
    for kind in differences(old.fact, new.fact):
        yield _change(kind, old, new)


def _told_once(changes: Sequence[ClaimChange]) -> Iterator[ClaimChange]:
    """The changes without the claims that are reworded only because another figure of their sentence changed."""
    changed = {_sentences(change) for change in changes if change.kind != "reworded"}
    return (change for change in changes if change.kind != "reworded" or _sentences(change) not in changed)


def _sentences(change: ClaimChange) -> tuple[tuple[str, str], ...]:
    return tuple((one.fact.document, one.fact.sentence) for one in (change.old, change.new) if one)


def _alone(
    gone: Sequence[Assertion], come: Sequence[Assertion], old: Version, new: Version, renamed: Mapping[str, str]
) -> Iterator[ClaimChange]:
    """The changes of claims that one version has."""
    named_before = {name: before for before, name in renamed.items()}
    moved_out = dict(moved(gone, old.excluded, new.excluded, renamed))
    moved_in = dict(moved(come, new.excluded, old.excluded, named_before))
    for one in gone:
        there = moved_out.get(one)
        yield _change("moved_out_of_article" if there else "removed", one, there)
    for one in come:
        there = moved_in.get(one)
        yield _change("moved_into_article" if there else "added", there, one)


def _change(kind: ChangeKind, old: Assertion | None, new: Assertion | None) -> ClaimChange:
    hedged = hedge(kind, old.fact, new.fact) if old and new else None
    return ClaimChange(kind=kind, sentence=sentence(kind, old, new), old=old, new=new, hedge=hedged)


def _renamings(old: Version, new: Version, renamed: Mapping[str, str]) -> tuple[Renaming, ...]:
    kept = set(renamed.values())
    return (
        *(Renaming(old=name, new=renamed.get(name)) for name in old.documents if renamed.get(name) != name),
        *(Renaming(old=None, new=name) for name in new.documents if name not in kept),
    )
