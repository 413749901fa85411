"""Shares that cannot be: parts that exceed their whole, and percentages that the numbers beside them do not give."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from claimx.model import Claim
from claimx.resolve.rounding import interval, is_bounded_by, step
from claimx.resolve.spans import between, plain, printed

_REST = re.compile(r"\bthe (?:rest|remainder|remaining|other)\b[\w ,]{0,20}$", re.I)
_SAME_SHARE = re.compile(r"[ ,]*(?:[(–—-]|or|which is|that is|i\.e\.|equal to|equivalent to)[ ,]*", re.I)
_IN_BRACKETS = re.compile(r"[^()\d;:,]{0,40}\(")
"""What stands between a common fraction and the percentage in brackets that says it exactly."""

_COMMON_PARTS = 12
"""Denominators up to which a fraction may be a rough way to say a percentage."""

_ROOM = Decimal(5)
"""Percentage points by which such a fraction may miss: *nearly a quarter (21%)*."""

_BOUNDS = {">": "more than", ">=": "at least", "<": "less than", "<=": "at most", "->": "nearly"}
_HUNDRED = Decimal(100)
_CERTAIN, _POSSIBLE = 0.9, 0.5
"""Confidence where figures are given, and where one is a common fraction."""


class Failure(NamedTuple):
    """Shares of a sentence that cannot be: the claims, and why, for a person to check."""

    claims: tuple[Claim, ...]
    explanation: str
    confidence: float


def too_many_parts(sentence: Sequence[Claim]) -> Iterator[Failure]:
    """Shares of which the last is said to be the rest, and that together exceed the whole."""
    shares = [claim for claim in sentence if claim.kind == "percentage" and claim.change is None and claim.value]
    if len(shares) < 2 or any(claim.comparator != "=" for claim in shares):
        return
    last = shares[-1]
    if not _REST.search(last.sentence, 0, max(0, last.sentence.rfind(printed(last)))):
        return
    values = [claim.value for claim in shares if claim.value is not None]
    room = sum((step(value) / 2 for value in values), Decimal(0))
    if sum(values) > _HUNDRED + room:
        written = " + ".join(f"{plain(value, 6)}%" for value in values)
        whole = plain(Decimal(sum(values)), 6)
        yield Failure(tuple(shares), f"{written} is {whole}%: parts and the rest of a whole exceed 100%", _CERTAIN)


def wrong_shares(sentence: Sequence[Claim]) -> Iterator[Failure]:
    """Shares that are not what the two numbers right before or after them give, as *1,300 of the 2,000 (60%)*, or the
    fraction before the brackets, as *one in four teachers (32%)*."""
    for first, second in pairwise(sentence):
        parts, share = (first, second) if second.kind == "percentage" else (second, first)
        if parts.kind != "fraction" or share.kind != "percentage" or share.value is None or share.change is not None:
            continue
        if not parts.numerator or not parts.denominator or parts.change is not None:
            continue
        exact = _HUNDRED * parts.numerator / parts.denominator
        if parts.denominator > _COMMON_PARTS:
            told = interval(share.value, share.comparator, step(share.value))
            if _SAME_SHARE.fullmatch(between(first, second)) and not told.low <= exact <= told.high:
                explanation = f"{printed(parts)} is {plain(exact, 1)}%, not {printed(share)}"
                yield Failure((first, second), explanation, _CERTAIN)
        elif parts is first and _says_exactly(first, second) and not _fits(exact, first.comparator, share.value):
            explanation = f"{printed(parts)} is {_bound(first.comparator)}{plain(exact, 1)}%, not {printed(share)}"
            yield Failure((first, second), explanation, _POSSIBLE)


def _says_exactly(fraction: Claim, share: Claim) -> bool:
    """Whether the percentage alone stands in brackets after the fraction."""
    if not _IN_BRACKETS.fullmatch(between(fraction, share)):
        return False
    after = share.sentence[share.sentence.find(printed(share)) + len(printed(share)) :]
    return share.comparator == "=" and after.startswith(")")


def _fits(fraction: Decimal, comparator: str, share: Decimal) -> bool:
    """Whether the fraction, with its comparator, is what one may say for the percentage."""
    if not is_bounded_by(fraction, comparator, share):
        return False
    return comparator in (">", ">=", "<", "<=") or abs(fraction - share) <= _ROOM


def _bound(comparator: str) -> str:
    return f"{_BOUNDS[comparator]} " if comparator in _BOUNDS else ""
