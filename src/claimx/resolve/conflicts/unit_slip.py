"""A slip of the unit: one figure of one thing with a factor of 1,000 between two texts, million for billion.

Both must be written with a word or letter of scale, since that is what slips, and be of one thing by their wording: a
budget of £5bn and a grant of £5m from it are two.
"""

import re
from array import array
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from claimx.model import Claim, Conflict, ConflictKind
from claimx.resolve.blocking import blocks
from claimx.resolve.evidence import Evidence
from claimx.resolve.likeness import Likeness
from claimx.resolve.spans import printed
from claimx.resolve.table import Table

KIND: ConflictKind = "unit_slip"

_THOUSAND = Decimal(1000)
_LEAST = Decimal(1000)
_KINDS = ("money", "count", "measure")
_SCALE = re.compile(r"\d\s?-?(?:[kmb]|bn|mn|mln|tn|trn)\b|\b(?:thousand|million|billion|trillion)s?\b", re.I)
_BLOCK = 12
"""Figures of the same digits beyond which these are anybody's."""

_SUBJECT = 0.75
"""How much of the subjects' words, and of the sentences' in other documents, must be the same."""
_SENTENCE = 0.4
_DIGITS, _ONE_DIGIT = 0.6, 0.4
"""Confidence where the digits are telling, and where there is only one."""


def find(evidence: Evidence) -> Iterator[Conflict]:
    """Pairs of claims with the same digits, a thousandfold apart, of one thing."""
    table = evidence.table
    likeness = Likeness(table)
    hashes, owners = array("q"), array("i")
    for index, claim in enumerate(evidence.claims):
        if claim.kind in _KINDS and claim.value is not None and claim.value >= _LEAST and _SCALE.search(claim.surface):
            hashes.append(hash((claim.kind, claim.unit if claim.kind == "money" else None, _digits(claim.value))))
            owners.append(index)
    told: set[tuple[str | None, str | None]] = set()
    for block in blocks(hashes, owners):
        for i, j in combinations(block[: _BLOCK + 1], 2) if len(block) <= _BLOCK else ():
            one, other = evidence.claims[i], evidence.claims[j]
            if (one.figure, other.figure) in told or not _slipped(one, other) or not _one_thing(table, likeness, i, j):
                continue
            told.add((one.figure, other.figure))
            yield Conflict(
                kind=KIND,
                explanation=_explanation(one, other),
                figures=tuple(filter(None, (one.figure, other.figure))),
                claims=(one.id, other.id),
                confidence=_DIGITS if len(_digits(one.value or _LEAST)) > 1 else _ONE_DIGIT,
            )


def _digits(number: Decimal) -> str:
    """The number without its thousands: 1.6 of 1.6 million and of 1.6 billion."""
    while number >= _THOUSAND:
        number /= _THOUSAND
    return str(number.normalize())


def _slipped(one: Claim, other: Claim) -> bool:
    if one.value is None or other.value is None or one.value == other.value:
        return False
    small, large = sorted((one.value, other.value))
    return large == small * _THOUSAND and one.per == other.per and one.comparator == other.comparator


def _one_thing(table: Table, likeness: Likeness, i: int, j: int) -> bool:
    """Whether subjects and sentences say that both measure the same, and nothing that they do not."""
    subjects, sentences = (table.subject(i), table.subject(j)), (table.sentence(i), table.sentence(j))
    if (
        table.in_one_sentence(i, j)
        or not all(subject - table.vocabulary.generic for subject in subjects)
        or likeness.differ(i, j)
    ):
        return False
    words = table.vocabulary
    headline = table.in_title[i] != table.in_title[j]
    alike = words.overlap(*subjects) if headline else words.likeness(*subjects)
    if alike < _SUBJECT or likeness.differ(i, j):
        return False
    return table.claims[i].document == table.claims[j].document or words.likeness(*sentences) >= _SENTENCE


def _explanation(one: Claim, other: Claim) -> str:
    small, large = sorted((one, other), key=lambda claim: claim.value or 0)
    places = one.document if one.document == other.document else f"{small.document} and {large.document}"
    return (
        f"{printed(small)} and {printed(large)} for {small.subject!r} and {large.subject!r} ({places}): "
        "the same digits, a thousandfold apart"
    )
