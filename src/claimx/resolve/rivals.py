"""Rival figures: the same measure with figures that cannot both be right.

Whether two texts mean the same thing is for a person to judge: a rival is a candidate, worded with what differs. The
rules are narrow, since a false alarm costs more trust than a miss.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import combinations

from claimx.model import Claim, Conflict, DocumentRecord, Figure
from claimx.resolve.values import Interval, interval, value_of
from claimx.resolve.words import GENERIC_STEMS, content_words, names, stem

_KINDS = ("money", "percentage", "count", "duration", "measure")
_MODALITIES = ("actual", "forecast")
_BLOCK = 32
"""Figures of one measure beyond which it is no single thing."""

_RATIO = 20
"""How many times one rival may be the other: beyond, they measure different things."""

_MONTHS_APART = 62
"""Days between two documents after which a level may simply have changed."""

_SAME_SUBJECT, _SAME_HEAD = 0.6, 0.4
"""Confidence where the subjects are worded alike, and where they only have their head and topic in common."""

_SHARED_CONTEXT = 2
"""Content words beside the head that the sentences must share where the subjects are worded differently."""

_PHRASE_END = re.compile(
    r"\b(?:of|in|for|on|to|that|which|who|with|at|by|from|among|between|needed|required|faced|facing|just|since|this)\b",
    re.I,
)
_RESTRICTION = re.compile(r"\b(?:of|in|for|on|among|at|from|by|with)\s+([^,;]*?)(?=\s+(?:to|that|which|who)\b|[,;]|$)")


@dataclass(frozen=True, slots=True)
class _Rival:
    """A figure that can have rivals, with what it is compared by."""

    figure: Figure
    claims: tuple[Claim, ...]
    where: Interval
    number: Decimal
    head: str
    subject: frozenset[str]
    restriction: frozenset[str]
    context: frozenset[str]
    names: frozenset[str]

    @property
    def claim(self) -> Claim:
        """The claim that the explanation quotes."""
        return self.claims[0]


def rival_conflicts(
    claims: Mapping[str, Claim], figures: Sequence[Figure], documents: Mapping[str, DocumentRecord]
) -> Iterator[Conflict]:
    """Pairs of figures of one measure and period that cannot both be right, in the figures' order."""
    blocks: dict[tuple[str, str], list[_Rival]] = defaultdict(list)
    for figure in figures:
        rival = _rival(figure, tuple(claims[id_] for id_ in figure.claims))
        if rival is not None:
            blocks[figure.kind + (figure.unit or ""), rival.head].append(rival)
    for block in blocks.values():
        if len(block) > _BLOCK:
            continue
        for one, other in combinations(block, 2):
            confidence = _confidence(one, other, documents)
            if confidence:
                yield Conflict(
                    kind="rival_figures",
                    explanation=_explanation(one, other),
                    figures=(one.figure.id, other.figure.id),
                    claims=(one.claim.id, other.claim.id),
                    confidence=confidence,
                )


def _rival(figure: Figure, claims: tuple[Claim, ...]) -> _Rival | None:
    """The figure made ready for comparison; None where it is a change, a range, a plan or a thing without a name."""
    if figure.kind not in _KINDS or any(
        claim.change or claim.modality not in ("actual", "forecast") for claim in claims
    ):
        return None
    best = max(claims, key=lambda claim: (len(content_words(claim.subject)), claim.start))
    value, head = value_of(best), _head(best)
    if value is None or len(value.numbers) != 1 or not value.numbers[0] or head is None:
        return None
    return _Rival(
        figure=figure,
        claims=(best, *(claim for claim in claims if claim is not best)),
        where=interval(value.numbers[0], best.comparator),
        number=value.numbers[0],
        head=head,
        subject=content_words(best.subject),
        restriction=frozenset(w for claim in claims for w in _restriction(claim.subject or "")),
        context=frozenset(w for claim in claims for w in content_words(claim.sentence)),
        names=frozenset(w for claim in claims for w in names(f"- {claim.subject or ''}")),
    )


def _head(claim: Claim) -> str | None:
    """The stem of the noun that the subject is about: the last word before what restricts it."""
    words = _PHRASE_END.split(claim.subject or "", maxsplit=1)[0].split()
    return stem(words[-1].strip(".,;:")) if words else None


def _restriction(subject: str) -> frozenset[str]:
    return frozenset(word for match in _RESTRICTION.finditer(subject) for word in content_words(match[1]))


def _confidence(one: _Rival, other: _Rival, documents: Mapping[str, DocumentRecord]) -> float | None:
    """How likely both cannot be right, or None."""
    if one.where.meets(other.where) or not _comparable(one, other, documents):
        return None
    telling = one.subject - GENERIC_STEMS
    if one.subject == other.subject and telling and (len(one.subject) > 1 or _same_document(one, other)):
        return _SAME_SUBJECT
    if _same_document(one, other) or one.head in GENERIC_STEMS or one.figure.kind == "count":
        return None
    topic = one.restriction & other.restriction
    if one.restriction and other.restriction and len(topic) * 2 < max(len(one.restriction), len(other.restriction)):
        return None
    shared = (one.context & other.context) - {one.head}
    return _SAME_HEAD if len(shared) >= _SHARED_CONTEXT else None


def _comparable(one: _Rival, other: _Rival, documents: Mapping[str, DocumentRecord]) -> bool:
    """Whether nothing that the texts state keeps the two from being the same measure."""
    a, b = one.claim, other.claim
    if max(one.number, other.number) > _RATIO * min(one.number, other.number):
        return False
    if (a.per and b.per and a.per != b.per) or _folded(a.period) != _folded(b.period):
        return False
    if one.names and other.names and not one.names & other.names:
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
