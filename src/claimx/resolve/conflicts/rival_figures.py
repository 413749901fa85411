"""Rival figures: the same measure with figures that cannot both be right.

Whether two texts mean the same thing is for a person to judge: a rival is a candidate, worded with what differs. The
rules are narrow, since a false alarm costs more trust than a miss.
"""

from array import array
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import combinations

from claimx.model import Claim, Conflict, ConflictKind
from claimx.resolve.blocking import blocks
from claimx.resolve.evidence import Evidence
from claimx.resolve.rivals import Rival, head_of
from claimx.resolve.rounding import interval

KIND: ConflictKind = "rival_figures"

_KINDS = ("money", "percentage", "count", "duration", "measure")
_MODALITIES = ("actual", "forecast")
_BLOCK = 32
"""Figures of one subject beyond which it is no single thing."""

_RATIO = 20
"""How many times one rival may be the other: beyond, they measure different things."""

_DAYS_APART = 62
"""Days between two documents after which a level may simply have changed."""

_SAME_SUBJECT, _SAME_HEAD = 0.6, 0.4
"""Confidence where the subjects are worded alike, and where they only have their head and topic in common."""

_SHARED_CONTEXT, _SHARED_PART = 2, 0.3
"""Content words beside the head that the sentences must share where the subjects are worded differently, and the part
of the shorter sentence's words that they must be."""

_ONE_STORY = 0.4
"""How much alike two documents' sentences must be for a subject of one word to be one thing: *the crowd*."""

_RETOLD = 0.65
"""The same, where the subject says nothing: *people*."""

_RARE = 8
"""Figures of one head up to which it may name a single thing that all of them speak of."""


def find(evidence: Evidence) -> Iterator[Conflict]:
    """Pairs of figures of one measure and period that cannot both be right, in the figures' order."""
    for block, rare in _blocks(evidence):
        for one, other in combinations(block, 2):
            confidence = _confidence(one, other, evidence, rare=rare)
            if confidence:
                yield Conflict(
                    kind=KIND,
                    explanation=_explanation(one, other),
                    figures=(one.figure.id, other.figure.id),
                    claims=(one.claim.id, other.claim.id),
                    confidence=confidence,
                )


def _blocks(evidence: Evidence) -> Iterator[tuple[list[Rival], bool]]:
    """Figures of one kind, unit and head, where there are several, and whether the head is a rare one; of a common
    head's figures, those whose subjects say the same."""
    table, hashes, owners = evidence.table, array("q"), array("i")
    for at, figure in enumerate(evidence.figures):
        if figure.kind in _KINDS and figure.subject and (head := head_of(figure.subject)) is not None:
            hashes.append(hash((figure.kind, figure.unit, head)))
            owners.append(at)

    def rivals(block: Sequence[int]) -> list[Rival]:
        found = ((at, evidence.places_of(at)) for at in block)
        levels = ((at, places) for at, places in found if all(_is_level(table.claims[place]) for place in places))
        return [Rival(evidence.figures[at], places, table) for at, places in levels]

    for block in blocks(hashes, owners):
        if len(block) <= _RARE:
            yield rivals(block), True
            continue
        subjects = array("q", (hash(table.subject(evidence.places_of(at)[0])) for at in block))
        for alike in blocks(subjects, block):
            if len(alike) <= _BLOCK:
                yield rivals(alike), False


def _is_level(claim: Claim) -> bool:
    """Whether the claim says how things are or will be: no change, and nobody's plan."""
    return claim.change is None and claim.modality in _MODALITIES


def _confidence(one: Rival, other: Rival, evidence: Evidence, *, rare: bool) -> float | None:
    """How likely both cannot be right, or None."""
    alike = one.subject == other.subject
    if not alike and not _share_topic(one, other, evidence, rare=rare):
        return None
    if one.head != other.head or one.number is None or other.number is None or _meet(one, other):
        return None
    if not _comparable(one, other, evidence):
        return None
    if not alike:
        return _SAME_HEAD
    telling = one.subject - evidence.table.vocabulary.generic - one.names
    stated = len(telling) > 1 or (len(one.subject) > 1 and one.figure.kind != "count")
    one_thing = stated or _same_document(one, other) or _one_story(one, other, evidence)
    return _SAME_SUBJECT if (one_thing if telling else _retold(one, other, evidence)) else None


def _share_topic(one: Rival, other: Rival, evidence: Evidence, *, rare: bool) -> bool:
    """Whether figures of one head, whose subjects are worded differently, may be of one thing all the same."""
    if not rare or one.figure.kind == "count" or one.head in evidence.table.wording.generic:
        return False
    shared = len(one.context & other.context) - 1
    enough = max(_SHARED_CONTEXT, _SHARED_PART * (min(len(one.context), len(other.context)) - 1))
    if shared < enough or _same_document(one, other):
        return False
    topic = one.restriction & other.restriction
    both = bool(one.restriction and other.restriction)
    return not (both and len(topic) * 2 < max(len(one.restriction), len(other.restriction)))


def _one_story(one: Rival, other: Rival, evidence: Evidence) -> bool:
    """Whether the sentences of two documents tell of one event, not only of one measure."""
    beyond = (one.context & other.context) - one.subject - other.subject - evidence.table.vocabulary.generic
    return len(beyond) >= _SHARED_CONTEXT and (
        evidence.table.vocabulary.likeness(one.context, other.context) >= _ONE_STORY
    )


def _retold(one: Rival, other: Rival, evidence: Evidence) -> bool:
    """Whether the sentences are so much alike that *5,000 people* and *20,000 people* in them must be the same ones."""
    beyond = (one.context & other.context) - one.subject - evidence.table.vocabulary.generic
    return len(beyond) > _SHARED_CONTEXT and (evidence.table.vocabulary.likeness(one.context, other.context) >= _RETOLD)


def _meet(one: Rival, other: Rival) -> bool:
    """Whether one figure can be what both say, and whether they are too far apart to measure the same."""
    a, b = one.number or Decimal(0), other.number or Decimal(0)
    if max(a, b) > _RATIO * min(a, b):
        return True
    return interval(a, one.claim.comparator).meets(interval(b, other.claim.comparator))


def _comparable(one: Rival, other: Rival, evidence: Evidence) -> bool:
    """Whether nothing that the texts state keeps the two from being the same measure."""
    a, b = one.claim, other.claim
    if (a.per and b.per and a.per != b.per) or _folded(a.period) != _folded(b.period):
        return False
    if one.names != other.names or a.modality != b.modality:
        return False
    if _same_document(one, other):
        return _speakers(one) != _speakers(other) and all(map(_speakers, (one, other)))
    return not _long_apart(evidence.published.get(a.document), evidence.published.get(b.document))


def _same_document(one: Rival, other: Rival) -> bool:
    return bool(set(one.figure.documents) & set(other.figure.documents))


def _speakers(rival: Rival) -> frozenset[str]:
    return frozenset(rival.figure.speakers)


def _folded(period: str | None) -> str:
    return " ".join((period or "").casefold().split())


def _long_apart(one: str | None, other: str | None) -> bool:
    try:
        days = (date.fromisoformat((one or "")[:10]) - date.fromisoformat((other or "")[:10])).days
    except ValueError:
        return False
    return abs(days) > _DAYS_APART


def _explanation(one: Rival, other: Rival) -> str:
    told = " against ".join(f"{rival.claim.surface} ({_source(rival)})" for rival in (one, other))
    return f"{told}: both name a figure for {one.claim.subject!r} and {other.claim.subject!r}{_differences(one, other)}"


def _source(rival: Rival) -> str:
    return ", ".join([*rival.figure.speakers[:2], rival.claim.document])


def _differences(one: Rival, other: Rival) -> str:
    """What the texts state of one and not of the other: a reader's first clue."""
    notes = [
        f"{rival.claim.surface} is per {rival.claim.per}, the other states no rate"
        for rival, twin in ((one, other), (other, one))
        if rival.claim.per and not twin.claim.per
    ]
    return "; " + "; ".join(notes) if notes else ""
