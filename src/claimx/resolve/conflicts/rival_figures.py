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
from claimx.resolve.rivals import Rival, head_of, of_others
from claimx.resolve.rounding import interval
from claimx.resolve.spans import printed

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

_ONE_TOPIC = 0.2
"""How much the claims of two documents must have in common; of unrelated ones few have half as much."""

_RELATED, _ONE_STORY, _RETOLD = 0.2, 0.4, 0.65
"""How much alike two documents' sentences must be for a subject of several words to be one thing, for one of a single
word, as *the crowd*, and for one that says nothing, as *people*."""

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
    if not _comparable(one, other, evidence) or (alike and not _one_thing(one, other, evidence)):
        return None
    # what takes longest comes last
    if not _same_document(one, other) and not _one_topic(one, other, evidence):
        return None
    if of_others(one, other, evidence.table):
        return None
    return _SAME_SUBJECT if alike else _SAME_HEAD


def _one_thing(one: Rival, other: Rival, evidence: Evidence) -> bool:
    """Whether figures whose subjects say the same are of one thing."""
    telling = one.subject - evidence.table.vocabulary.generic - one.names
    if evidence.table.in_one_sentence(one.place, other.place):
        return bool(telling)
    if telling and _same_document(one, other) and one.figure.kind != "percentage":
        return True
    return _one_story(one, other, telling, evidence)


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


def _one_topic(one: Rival, other: Rival, evidence: Evidence) -> bool:
    """Whether the two documents are about one thing: those of two firms' results share *revenue* and *dividend*, but
    no name."""
    documents = one.claim.document, other.claim.document
    if evidence.table.vocabulary.overlap(*map(evidence.topic, documents)) < _ONE_TOPIC:
        return False
    names, others = map(evidence.names, documents)
    return not names or not others or bool(names & others)


def _one_story(one: Rival, other: Rival, telling: frozenset[int], evidence: Evidence) -> bool:
    """Whether the sentences of two documents tell of one thing, and not only of one measure: the less so the more the
    subject says, and the more so for what anybody counts, as *5,000 people*."""
    vocabulary = evidence.table.vocabulary
    counted = one.figure.kind == "count"
    if counted or not telling:
        beyond = (one.context & other.context) - one.subject - vocabulary.generic
        if len(beyond) < _SHARED_CONTEXT:
            return False
    if len(telling) > 1:
        enough = _ONE_STORY if counted or one.figure.kind == "percentage" else _RELATED
    else:
        enough = _RETOLD if counted or not telling else _ONE_STORY
    return vocabulary.likeness(one.context, other.context) >= enough


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
    told = " against ".join(f"{printed(rival.claim)} ({_source(rival)})" for rival in (one, other))
    return f"{told}: both name a figure for {one.claim.subject!r} and {other.claim.subject!r}{_differences(one, other)}"


def _source(rival: Rival) -> str:
    return ", ".join([*rival.figure.speakers[:2], rival.claim.document])


def _differences(one: Rival, other: Rival) -> str:
    """What the texts state of one and not of the other: a reader's first clue."""
    notes = [
        f"{printed(rival.claim)} is per {rival.claim.per}, the other states no rate"
        for rival, twin in ((one, other), (other, one))
        if rival.claim.per and not twin.claim.per
    ]
    return "; " + "; ".join(notes) if notes else ""
