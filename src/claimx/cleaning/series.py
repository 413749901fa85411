"""Furniture that shows by its series: rules that hold for several lines near each other only, and what stands between
them."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from claimx.cleaning.furniture import Part
from claimx.rulebook.kinds.boilerplate import Ruling

_GAP = 12
"""Lines from a part to another of its role that shows it to be furniture too, at most."""
_STEP = 2
"""Most by which the figures of a list to choose from rise or fall from line to line: sizes go by two."""
_NUMBER = re.compile(r"\d+")
SENTENCE = 25
"""Words from which a line that ends like a sentence is the article again."""


def unheld(text: str, parts: Sequence[Part]) -> frozenset[int]:
    """The parts whose rule asks for others like them near by, and that have none."""
    return _rare(parts) | _lonely(parts) | _uncounted(text, parts)


def between(text: str, parts: Sequence[Part], at: int) -> range:
    """What a rule of series or bridges takes besides the part `at`: of a series the lines as far as the next one of
    the same rule, and as many above the first, but no sentence, which may be the article's; of a bridge all as far as
    the next one's end."""
    rule = parts[at].rule
    assert rule is not None
    last, next_ = (_nearest(parts, at, step, rule) for step in (-1, 1))
    if next_ is None:
        return range(0)
    if rule.reach == "bridge":
        return range(at + 1, next_)
    lines = range(at + 1, next_) if last is not None else range(max(0, 2 * at + 1 - next_), next_)
    short = all(len(parts[i].words) < SENTENCE and text[parts[i].end - 1] not in ".:" for i in lines if i != at)
    return lines if short else range(0)


def _nearest(parts: Sequence[Part], at: int, step: int, rule: Ruling) -> int | None:
    """The part that the rule goes on to and that stands nearest, no further away than it allows."""
    lines = range(at + step, min(max(at + step * (rule.apart + 1), -1), len(parts)), step)
    return next((i for i in lines if (other := parts[i].rule) is not None and _goes_on(rule, other)), None)


def _goes_on(rule: Ruling, other: Ruling) -> bool:
    """Whether a rule goes on at a line of another: a bridge ends at any one of its role."""
    return other == rule or (rule.reach == other.reach == "bridge" and rule.role == other.role)


def _rare(parts: Sequence[Part]) -> frozenset[int]:
    """The parts whose rule asks for a series of its lines, and that stand in none."""
    rare: set[int] = set()
    series: dict[str, list[int]] = {}
    for i, part in enumerate(parts):
        rule = part.rule
        if rule is not None and rule.series > 1:
            lines = series.setdefault(rule.id, [])
            if lines and i - lines[-1] > rule.apart:
                lines.clear()
            lines.append(i)
            if len(lines) < rule.series:
                rare.add(i)
            elif len(lines) == rule.series:
                rare.difference_update(lines)
    return frozenset(rare)


def _lonely(parts: Sequence[Part]) -> frozenset[int]:
    """The parts whose rule asks for others of its role near by, and that have none."""
    sure: dict[str, list[int]] = {}
    for i, part in enumerate(parts):
        if part.rule is not None and not part.rule.among:
            sure.setdefault(part.rule.role, []).append(i)
    lonely: set[int] = set()
    for i, part in enumerate(parts):
        if part.rule is not None and part.rule.among:
            others = sure.get(part.rule.role, [])
            at = bisect_left(others, i)
            if all(abs(other - i) > _GAP for other in others[max(0, at - 1) : at + 1]):
                lonely.add(i)
    return frozenset(lonely)


def _uncounted(text: str, parts: Sequence[Part]) -> frozenset[int]:
    """The parts whose rule asks for lines that count, and that do not: a list to choose from goes by even steps."""
    found: set[int] = set()
    run: list[int] = []
    step = last = 0
    for i, part in enumerate((*parts, None)):
        rule = part.rule if part else None
        if part is None or rule is None or not rule.counts:
            found.update(_short(parts, run))
            run = []
            continue
        match = _NUMBER.search(text, part.start, part.end)
        value = int(match[0][:6]) if match else 0
        goes_on = bool(run) and run[-1] == i - 1 and parts[run[0]].rule == rule and 0 < abs(value - last) <= _STEP
        if goes_on and (len(run) == 1 or value - last == step):
            step = value - last
            run.append(i)
        else:
            found.update(_short(parts, run))
            run = [i]
        last = value
    return frozenset(found)


def _short(parts: Sequence[Part], run: Sequence[int]) -> Sequence[int]:
    """The run, if it is no series as its rule wants it."""
    rule = parts[run[0]].rule if run else None
    return run if rule is not None and len(run) < rule.series else ()
