"""Conflicts of arithmetic: what a sentence says of a change against the levels that it gives for it."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from claimx.model import Claim, Conflict
from claimx.resolve.values import Interval, interval, step
from claimx.resolve.words import content_words

_REACH = 60
"""Characters between two claims whose subjects are not known and that may still be about one thing."""

_CERTAIN, _POSSIBLE = 0.9, 0.5
"""Confidence where no rounding explains the gap, and where it may."""

_REST = re.compile(r"\bthe (?:rest|remainder|remaining|other)\b[\w ,]{0,20}$", re.I)
_HUNDRED = Decimal(100)
_COARSEST_SIZE = Decimal(5)
"""Step to which writers round a percentage at most: 30% hardly stands for 26%."""

_COARSEST_LEVEL = Decimal("0.05")
"""Part of a level that it was rounded by at most: the zeros of £400 may all be meant."""


def arithmetic_conflicts(claims: Sequence[Claim]) -> Iterator[Conflict]:
    """Changes whose stated size is not what their stated levels give, and parts of a whole that exceed it."""
    for sentence in _sentences(claims):
        paths = [claim for claim in sentence if _levels(claim) is not None]
        sizes = [claim for claim in sentence if _is_size(claim)]
        for path in paths:
            for size in sizes:
                if size is path or _about_one_thing(path, size, alone=len(paths) == 1 and len(sizes) <= 2):
                    yield from _checked(path, size)
        yield from _parts(sentence)


def _sentences(claims: Sequence[Claim]) -> Iterator[list[Claim]]:
    """The claims that stand in one sentence, in text order."""
    group: list[Claim] = []
    for claim in claims:
        if group and not _in_sentence_of(group[0], claim):
            yield group
            group = []
        group.append(claim)
    if group:
        yield group


def _in_sentence_of(first: Claim, claim: Claim) -> bool:
    """Whether both stand in one sentence, and not in two sentences of the same words."""
    together = (claim.document, claim.sentence) == (first.document, first.sentence)
    return together and claim.start - first.start < len(claim.sentence)


def _levels(claim: Claim) -> tuple[Decimal, Decimal] | None:
    change = claim.change
    if change is None or not change.from_ or change.to is None:
        return None
    return change.from_, change.to


def _is_size(claim: Claim) -> bool:
    """Whether the claim says by how much something changed."""
    change = claim.change
    if change is None:
        return False
    return change.delta is not None or (claim.kind in ("multiple", "fraction") and _number(claim) is not None)


def _number(claim: Claim) -> Decimal | None:
    if claim.numerator is not None and claim.denominator:
        return Decimal(_HUNDRED * claim.numerator / claim.denominator)
    if claim.change is not None and claim.change.delta is not None:
        return claim.change.delta
    return claim.value


def _about_one_thing(path: Claim, size: Claim, *, alone: bool) -> bool:
    one, other = content_words(path.subject), content_words(size.subject)
    if one and other:
        return len(one & other) * 2 >= len(one | other)
    first, second = sorted((path, size), key=lambda claim: claim.start)
    return alone and second.start - first.end <= _REACH


def _checked(path: Claim, size: Claim) -> Iterator[Conflict]:
    levels, stated = _levels(path), _number(size)
    if levels is None or stated is None or size.change is None:
        return
    computed = _computed(path, size, *levels)
    if computed is None:
        return
    nominal, possible = computed
    if size.kind != "multiple" and size.change.direction == "decrease":
        nominal, possible = -nominal, Interval(-possible.high, -possible.low)
    told = interval(stated, size.comparator, min(step(stated), _COARSEST_SIZE))
    strict = size.comparator in (">", ">=", "<", "<=") and not told.low <= nominal <= told.high
    if possible.meets(told) and not strict:
        return
    certain = not possible.meets(told)
    remark = "" if certain else " (the unrounded levels may agree)"
    yield Conflict(
        kind="arithmetic",
        explanation=f"{path.surface} is {_shown(path, size, levels)}, not {size.surface}{remark}",
        claims=tuple(dict.fromkeys((path.id, size.id))),
        confidence=_CERTAIN if certain else _POSSIBLE,
    )


def _computed(path: Claim, size: Claim, old: Decimal, new: Decimal) -> tuple[Decimal, Interval] | None:
    """The size of the change in the terms of `size`, as the levels give it, and where it lies if they are rounded."""
    unit = min(step(old), step(new), max(old, new) * _COARSEST_LEVEL)
    if path.comparator not in ("=", ">", "<"):
        unit = max(old, new) / 5
    lows, highs = interval(old, "=", unit), interval(new, "=", unit)
    if lows.low <= 0:
        return None
    if size.kind == "multiple":
        stated = _number(size) or Decimal(1)
        if size.change is not None and size.change.direction == "decrease" and stated > 1:
            old, new, lows, highs = new, old, highs, lows
            if lows.low <= 0:
                return None
        return new / old, Interval(highs.low / lows.high, highs.high / lows.low)
    if size.kind in ("percentage", "fraction") and path.kind not in ("percentage", "percentage_points"):
        return (
            (new - old) / old * _HUNDRED,
            Interval((highs.low - lows.high) / lows.high * _HUNDRED, (highs.high - lows.low) / lows.low * _HUNDRED),
        )
    if size.unit == path.unit or (size.kind == "percentage_points" and path.kind == "percentage"):
        return new - old, Interval(highs.low - lows.high, highs.high - lows.low)
    return None


def _shown(path: Claim, size: Claim, levels: tuple[Decimal, Decimal]) -> str:
    """What the levels give, in words and figures that can be checked by hand."""
    old, new = levels
    if size.kind == "multiple":
        return f"{_plain(new / old, 2)} times"
    if size.kind in ("percentage", "fraction") and path.kind not in ("percentage", "percentage_points"):
        return f"{_plain((new - old) / old * _HUNDRED, 1, sign=True)}%"
    unit = {"percentage": "percentage points"}.get(path.kind, path.unit or "")
    return f"{_plain(new - old, 6, sign=True)} {unit}".rstrip()


def _plain(number: Decimal, places: int, *, sign: bool = False) -> str:
    text = f"{number:{'+' if sign else ''},.{places}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _parts(sentence: Sequence[Claim]) -> Iterator[Conflict]:
    """Shares of which the last is said to be the rest, and that together exceed the whole."""
    shares = [claim for claim in sentence if claim.kind == "percentage" and claim.change is None and claim.value]
    if len(shares) < 2 or any(claim.comparator != "=" for claim in shares):
        return
    last = shares[-1]
    if not _REST.search(last.sentence, 0, max(0, last.sentence.rfind(last.surface))):
        return
    values = [claim.value for claim in shares if claim.value is not None]
    room = sum((step(value) / 2 for value in values), Decimal(0))
    if sum(values) > _HUNDRED + room:
        written = " + ".join(f"{_plain(value, 6)}%" for value in values)
        yield Conflict(
            kind="arithmetic",
            explanation=f"{written} is {_plain(Decimal(sum(values)), 6)}%: parts and the rest of a whole exceed 100%",
            claims=tuple(claim.id for claim in shares),
            confidence=_CERTAIN,
        )
