"""Compares two versions of documents by what they claim."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from claimx.diff.changes import Assertion, ChangeKind, ClaimChange, differences
from claimx.diff.documents import paired
from claimx.diff.facts import fact_of
from claimx.diff.furniture import moved
from claimx.diff.matching import match
from claimx.diff.sentences import sentence
from claimx.model import Claim, Excluded


class Version(Struct, frozen=True, kw_only=True):
    """One of the two sides: what was read of it."""

    documents: Mapping[str, str]
    """The documents' ids, each with a hash of its content."""
    claims: Sequence[Claim] = ()
    excluded: Sequence[Excluded] = ()
    unread: frozenset[str] = frozenset()
    """Ids of documents that could not be read, of whose claims nothing can be said."""


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
    order = {name: rank for rank, name in enumerate(dict.fromkeys(chain(new.documents, old.documents)))}

    def place(change: ClaimChange) -> tuple[int, int, bool]:
        told = change.new or change.old
        assert told is not None
        name = told.fact.document if change.new else renamed.get(told.fact.document, told.fact.document)
        return order.get(name, len(order)), told.start, change.new is None

    return Comparison(changes=tuple(sorted(changes, key=place)), renamings=_renamings(old, new, renamed))


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


def _sentences(change: ClaimChange) -> tuple[str, ...]:
    return tuple(f"{one.fact.document} {one.fact.sentence}" for one in (change.old, change.new) if one)


def _alone(
    gone: Sequence[Assertion], come: Sequence[Assertion], old: Version, new: Version, renamed: Mapping[str, str]
) -> Iterator[ClaimChange]:
    """The changes of claims that one version has."""
    named_before = {name: before for before, name in renamed.items()}
    moved_out = dict(moved(gone, old.excluded, new.excluded, renamed))
    moved_in = dict(moved(come, new.excluded, old.excluded, named_before))
    for one in gone:
        yield (
            _change("moved_out_of_article", one, moved_out[one]) if one in moved_out else _change("removed", one, None)
        )
    for one in come:
        yield _change("moved_into_article", moved_in[one], one) if one in moved_in else _change("added", None, one)


def _change(kind: ChangeKind, old: Assertion | None, new: Assertion | None) -> ClaimChange:
    return ClaimChange(kind=kind, sentence=sentence(kind, old, new), old=old, new=new)


def _renamings(old: Version, new: Version, renamed: Mapping[str, str]) -> tuple[Renaming, ...]:
    kept = set(renamed.values())
    return (
        *(Renaming(old=name, new=renamed.get(name)) for name in old.documents if renamed.get(name) != name),
        *(Renaming(old=None, new=name) for name in new.documents if name not in kept),
    )
