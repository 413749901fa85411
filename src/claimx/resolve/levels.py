"""Changes whose levels a sentence gives one by one, around their size: *up 6.4% to £279.9m (2010: £263.2m)*."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from msgspec.structs import replace

from claimx.model import Change, Claim
from claimx.resolve.spans import between, printed

_KINDS = ("money", "count", "measure", "duration")

_REACHED = re.compile(r" (?:to|at) ")
_EARLIER = re.compile(
    r" ?\((?:(?:in|FY|H[12]|Q[1-4]|year to|restated) ){0,2}"
    r"(?:(?:[A-Z][a-z]+ )?(?:19|20)\d\d(?:[/–-]\d{2,4})?|FY\d\d|(?:last|prior|previous) year|previously)"
    r"(?: restated)?:? "
)
"""What stands before an earlier level in brackets, as reports print it: *(2010: £5m)*, *(prior year £5m)*."""

_GOES = re.compile(
    r"(?:, | [–—-] |,? (?:which|that) (?:is|was) )"
    r"(?:(?:up|down)(?: by)? |an? (?:(?:rise|increase|fall|drop|decrease) of )?)"
)
_BASE = re.compile(
    r" (?:(?:rise|increase|jump|gain|growth|fall|drop|decline|decrease|cut) )?"
    r"(?:on|from|over|against|compared (?:with|to)) "
    r"(?:(?:the|last|previous|prior|same|year|month|week|quarter|season|figure|level|total|of|in)(?:['’]s)? ){0,4}"
)
"""What stands between a change's size and the level that it is reckoned from: *up 50% on last year's £2m*."""

_BY = re.compile(r"(?: (?:up|down))? by ")


class Stated(NamedTuple):
    """A change told in three claims."""

    path: Claim
    """The level that was reached, with the one it came from."""
    size: Claim
    base: Claim


def stated_changes(sentence: Sequence[Claim]) -> Iterator[Stated]:
    """The changes of which a sentence gives the size and both levels, each in a claim of its own."""
    for first, second, third in zip(sentence, sentence[1:], sentence[2:], strict=False):
        gaps = between(first, second), between(second, third)
        if _REACHED.fullmatch(gaps[0]) and _EARLIER.fullmatch(gaps[1]) and _closes(third):
            size, level, base = first, second, third
        elif _GOES.fullmatch(gaps[0]) and _BASE.fullmatch(gaps[1]):
            level, size, base = first, second, third
        elif _BY.fullmatch(gaps[0]) and _REACHED.fullmatch(gaps[1]):
            base, size, level = first, second, third
        else:
            continue
        old, new = _level(base), _level(level)
        if size.change is None or old is None or new is None or not _of_one_measure(base, level):
            continue
        yield Stated(_path(base, level, Change(direction=size.change.direction, from_=old, to=new)), size, base)


def _path(base: Claim, level: Claim, change: Change) -> Claim:
    return replace(
        level,
        surface=f"from {printed(base)} to {printed(level)}",
        comparator=level.comparator if base.comparator == "=" else base.comparator,
        change=change,
    )


def _level(claim: Claim) -> Decimal | None:
    """The level that the claim gives; None for the size of a change, a range, and a change from one to another."""
    change = claim.change
    if claim.kind not in _KINDS or claim.low is not None:
        return None
    if change is None:
        return claim.value
    return change.to if change.delta is None and change.from_ is None else None


def _of_one_measure(one: Claim, other: Claim) -> bool:
    alike = one.unit == other.unit or (one.kind == "count" and None in (one.unit, other.unit))
    return one.kind == other.kind and one.per == other.per and alike


def _closes(claim: Claim) -> bool:
    """Whether the brackets end after the figure."""
    return claim.sentence[claim.sentence.rfind(printed(claim)) + len(printed(claim)) :].startswith(")")
