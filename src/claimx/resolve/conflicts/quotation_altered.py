"""One quotation in other words: printed twice, within a document or in two, with words changed or silently cut.

Partial quotation is no alteration: words that one of them leaves out at either end are not looked at, nor is anything
at an ellipsis or in square brackets, where the printer says what was done.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from claimx.model import Conflict, ConflictKind
from claimx.resolve.evidence import Evidence
from claimx.resolve.parties import same_person
from claimx.resolve.quotations import GAP, Quotation

KIND: ConflictKind = "quotation_altered"

_ANCHOR = 2
"""Words in a row that both print, between which they are compared."""

_COMMON = 8
"""Words that both must print."""

_OF_THE_SHORTER = 0.5
"""Part of the shorter one's words that both must print: speakers repeat themselves."""

_MOST_CHANGED = 0.3
"""Part of the words beyond which they are two statements of one thought."""

_CHANGED, _CUT = 0.8, 0.5
"""Confidence where words differ, and where one only leaves some out."""

_SHOWN = 3
"""Differences that are told."""


class _Change(NamedTuple):
    """A place where the two differ: the words that each has there."""

    one: str
    other: str


def find(evidence: Evidence) -> Iterator[Conflict]:
    """Pairs of quotations that differ, each pair of wordings once, in text order."""
    told: set[tuple[tuple[str, ...], tuple[str, ...]]] = set()
    for one, other in evidence.quotations:
        a, b = one.statement, other.statement
        if (one.words, other.words) in told or not same_person(a.speaker, b.speaker):
            continue
        if a.document == b.document and a.start < b.end and b.start < a.end:
            continue
        changes = _changes(one, other)
        if changes:
            told.add((one.words, other.words))
            yield Conflict(
                kind=KIND,
                explanation=_explanation(one, other, changes),
                claims=_claims(evidence, one, other),
                statements=(a.id, b.id),
                confidence=_CHANGED if all(change.one and change.other for change in changes[:1]) else _CUT,
            )


def _changes(one: Quotation, other: Quotation) -> list[_Change]:
    """Where they differ between the first and the last run of words that both print; nothing if too much does."""
    from rapidfuzz.distance import Indel

    a, b = one.words, other.words
    equal = [
        (code.src_start, code.src_end, code.dest_start, code.dest_end)
        for code in Indel.opcodes(a, b)
        if code.tag == "equal"
    ]
    anchors = [at for at, block in enumerate(equal) if block[1] - block[0] >= _ANCHOR]
    if not anchors:
        return []
    core = equal[anchors[0] : anchors[-1] + 1]
    changes, changed = [], 0
    for before, after in pairwise(core):
        mine, theirs = slice(before[1], after[0]), slice(before[3], after[2])
        if GAP in a[mine] or GAP in b[theirs] or "".join(a[mine]) == "".join(b[theirs]):
            continue
        changes.append(_Change(_told(one.printed[mine]), _told(other.printed[theirs])))
        changed += max(len(a[mine]), len(b[theirs]))
    common = sum(block[1] - block[0] for block in core)
    if common < max(_COMMON, _OF_THE_SHORTER * min(len(a), len(b))) or changed > _MOST_CHANGED * common:
        return []
    return sorted(changes, key=lambda change: not (change.one and change.other))


def _told(printed: Sequence[str]) -> str:
    return " ".join(word for word, _ in groupby(printed))


def _explanation(one: Quotation, other: Quotation, changes: Sequence[_Change]) -> str:
    a, b = one.statement, other.statement
    where = f"in {a.document}" if a.document == b.document else f"in {a.document} and {b.document}"
    who = a.speaker or b.speaker or "somebody"
    differences = [_difference(change, a.document, b.document) for change in changes[:_SHOWN]]
    more = len(changes) - _SHOWN
    rest = f"; {more} more" if more > 0 else ""
    return f"a quotation of {who} is printed twice {where} in different words: {'; '.join(differences)}{rest}"


def _difference(change: _Change, one: str, other: str) -> str:
    if change.one and change.other:
        return f"“{change.one}” against “{change.other}”"
    kept, cutter = (change.one, other) if change.one else (change.other, one)
    here = "one of them" if one == other else cutter
    return f"{here} leaves out “{kept}” without an ellipsis"


def _claims(evidence: Evidence, *quotations: Quotation) -> tuple[str, ...]:
    """The claims that the quotations make."""
    return tuple(
        claim.id
        for quotation in quotations
        for claim in evidence.claims_in(
            quotation.statement.document, quotation.statement.start, quotation.statement.end
        )
    )
