"""Rival figures: the same measure with figures that cannot both be right.

Whether two texts mean the same thing is for a person to judge: a rival is a candidate, worded with what differs. The
rules are narrow, since a false alarm costs more trust than a miss.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cached_property
from itertools import combinations

from claimx.model import Claim, Conflict, DocumentRecord, Figure
from claimx.resolve.values import interval, value_of
from claimx.resolve.words import GENERIC_STEMS, content_words, names, stem

_KINDS = ("money", "percentage", "count", "duration", "measure")
_MODALITIES = ("actual", "forecast")
_BLOCK = 32
"""Figures of one subject beyond which it is no single thing."""

_RATIO = 20
"""How many times one rival may be the other: beyond, they measure different things."""

_MONTHS_APART = 62
"""Days between two documents after which a level may simply have changed."""

_SAME_SUBJECT, _SAME_HEAD = 0.6, 0.4
"""Confidence where the subjects are worded alike, and where they only have their head and topic in common."""

_SHARED_CONTEXT, _SHARED_PART = 2, 0.3
"""Content words beside the head that the sentences must share where the subjects are worded differently, and the part
of the shorter sentence's words that they must be."""

_RARE = 8
"""Figures of one head up to which it may name a single thing that all of them speak of."""

_PHRASE_END = re.compile(
    r"\b(?:of|in|for|on|to|that|which|who|with|at|by|from|among|between|needed|required|faced|facing|just|since|this)\b",
    re.I,
)
_RESTRICTION = re.compile(
    r"\b(?:of|in|for|on|among|at|from|by|with)\s+([^,;]{0,80}?)(?=\s+(?:to|that|which|who)\b|[,;]|$)"
)


class _Rival:
    """A figure that can have rivals, with what it is compared by; most is only worked out once there is another one."""

    def __init__(self, figure: Figure, claims: Sequence[Claim], head: str) -> None:
        self.figure = figure
        self.head = head
        self._claims = claims

    @cached_property
    def claim(self) -> Claim:
        """The claim that says most of its subject: it is compared and quoted."""
        return max(self._claims, key=lambda claim: (len(content_words(claim.subject)), -claim.start))

    @cached_property
    def number(self) -> Decimal | None:
        """The figure itself, where it is a single level."""
        value = value_of(self.claim)
        return value.numbers[0] if value is not None and len(value.numbers) == 1 and value.numbers[0] else None

    @cached_property
    def subject(self) -> frozenset[str]:
        """Stems of the content words of what is measured."""
        return content_words(self.claim.subject)

    @cached_property
    def restriction(self) -> frozenset[str]:
        """Stems of what narrows the subject down: *children in care*."""
        return frozenset(word for claim in self._claims for word in _restriction(claim.subject or ""))

    @cached_property
    def context(self) -> frozenset[str]:
        """Stems of the content words of all the sentences."""
        return frozenset(word for claim in self._claims for word in content_words(claim.sentence))

    @cached_property
    def names(self) -> frozenset[str]:
        """Stems of the names in the subjects."""
        return frozenset(word for claim in self._claims for word in names(claim.subject))


def rival_conflicts(
    claims: Mapping[str, Claim], figures: Sequence[Figure], documents: Mapping[str, DocumentRecord]
) -> Iterator[Conflict]:
    """Pairs of figures of one measure and period that cannot both be right, in the figures' order."""
    blocks: dict[tuple[str, str], list[_Rival]] = defaultdict(list)
    for figure in figures:
        head = _head(figure.subject)
        asserted = [claims[id_] for id_ in figure.claims]
        if head is not None and figure.kind in _KINDS and all(map(_is_level, asserted)):
            blocks[figure.kind + (figure.unit or ""), head].append(_Rival(figure, asserted, head))
    for block in blocks.values():
        for one, other in _pairs(block):
            confidence = _confidence(one, other, documents, rare=len(block) <= _RARE)
            if confidence:
                yield Conflict(
                    kind="rival_figures",
                    explanation=_explanation(one, other),
                    figures=(one.figure.id, other.figure.id),
                    claims=(one.claim.id, other.claim.id),
                    confidence=confidence,
                )


def _pairs(block: Sequence[_Rival]) -> Iterator[tuple[_Rival, _Rival]]:
    """Each with each of a rare head's figures; of a common one's, those whose subjects say the same."""
    if len(block) <= _RARE:
        yield from combinations(block, 2)
        return
    subjects: dict[frozenset[str], list[_Rival]] = defaultdict(list)
    for rival in block:
        subjects[rival.subject].append(rival)
    for group in subjects.values():
        if len(group) <= _BLOCK:
            yield from combinations(group, 2)


def _is_level(claim: Claim) -> bool:
    """Whether the claim says how things are or will be: no change, and nobody's plan."""
    return claim.change is None and claim.modality in _MODALITIES


def _head(subject: str | None) -> str | None:
    """The stem of the noun that the subject is about: the last word before what restricts it."""
    words = _PHRASE_END.split(subject or "", maxsplit=1)[0].split()
    return stem(words[-1].strip(".,;:")) if words else None


def _restriction(subject: str) -> frozenset[str]:
    return frozenset(word for match in _RESTRICTION.finditer(subject) for word in content_words(match[1]))


def _confidence(one: _Rival, other: _Rival, documents: Mapping[str, DocumentRecord], *, rare: bool) -> float | None:
    """How likely both cannot be right, or None."""
    if one.number is None or other.number is None or _meet(one, other) or not _comparable(one, other, documents):
        return None
    telling = one.subject - GENERIC_STEMS - one.names
    if one.subject == other.subject and telling and (len(one.subject) > 1 or _same_document(one, other)):
        return _SAME_SUBJECT
    if not rare or _same_document(one, other) or one.head in GENERIC_STEMS or one.figure.kind == "count":
        return None
    topic = one.restriction & other.restriction
    if one.restriction and other.restriction and len(topic) * 2 < max(len(one.restriction), len(other.restriction)):
        return None
    shared = (one.context & other.context) - {one.head}
    enough = max(_SHARED_CONTEXT, _SHARED_PART * (min(len(one.context), len(other.context)) - 1))
    return _SAME_HEAD if len(shared) >= enough else None


def _meet(one: _Rival, other: _Rival) -> bool:
    """Whether one figure can be what both say, and whether they are too far apart to measure the same."""
    a, b = one.number or Decimal(0), other.number or Decimal(0)
    if max(a, b) > _RATIO * min(a, b):
        return True
    return interval(a, one.claim.comparator).meets(interval(b, other.claim.comparator))


def _comparable(one: _Rival, other: _Rival, documents: Mapping[str, DocumentRecord]) -> bool:
    """Whether nothing that the texts state keeps the two from being the same measure."""
    a, b = one.claim, other.claim
    if (a.per and b.per and a.per != b.per) or _folded(a.period) != _folded(b.period):
        return False
    if one.names != other.names:
        return False
    if _same_document(one, other):
        return _speakers(one) != _speakers(other) and all(map(_speakers, (one, other))) and a.sentence != b.sentence
    return not _long_apart(documents[a.document].published, documents[b.document].published)


def _same_document(one: _Rival, other: _Rival) -> bool:
    return bool(set(one.figure.documents) & set(other.figure.documents))


def _speakers(rival: _Rival) -> frozenset[str]:
    return frozenset(rival.figure.speakers)


def _folded(period: str | None) -> str:
    return " ".join((period or "").casefold().split())


def _long_apart(one: str | None, other: str | None) -> bool:
    try:
        days = (date.fromisoformat((one or "")[:10]) - date.fromisoformat((other or "")[:10])).days
    except ValueError:
        return False
    return abs(days) > _MONTHS_APART


def _explanation(one: _Rival, other: _Rival) -> str:
    told = " against ".join(f"{rival.claim.surface} ({_source(rival)})" for rival in (one, other))
    return f"{told}: both name a figure for {one.claim.subject!r} and {other.claim.subject!r}{_differences(one, other)}"


def _source(rival: _Rival) -> str:
    return ", ".join([*rival.figure.speakers[:2], rival.claim.document])


def _differences(one: _Rival, other: _Rival) -> str:
    """What the texts state of one and not of the other: a reader's first clue."""
    notes = [
        f"{rival.claim.surface} is per {rival.claim.per}, the other states no rate"
        for rival, twin in ((one, other), (other, one))
        if rival.claim.per and not twin.claim.per
    ]
    return "; " + "; ".join(notes) if notes else ""
