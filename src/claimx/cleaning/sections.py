"""Furniture that announces more of its kind: what a heading such as *Related articles* speaks for."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from claimx.cleaning.endings import endings, is_prose, words_said
from claimx.cleaning.furniture import Part
from claimx.rulebook.kinds.boilerplate import Ruling

_DATE = re.compile(
    r"\b(?:mon|tues?|wed|thur?s?|fri|satur|sun)(?:day|nesday)?\b|\b\d{1,2}:\d\d\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|"
    r"\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\b",
    re.IGNORECASE,
)
RULED = 3
"""Lines of furniture that make a text a page."""
_LIST = 20
"""Lines that a heading of a list speaks for at most."""
_ROW = 5
"""Figures of a line, if they are no date, that make it a row of a table rather than a headline."""
_NOTE = 4
"""Lines from a heading to the end of the sentences that it announces at most."""
_APART = 4
"""Lines between two of a series at most."""
_GAP = 12
"""Lines of an advert between two that show it to be one."""
_PROSE = 25
"""Words from which a line that ends like a sentence is the article again."""


def spread(text: str, parts: Sequence[Part]) -> list[Part]:
    """The parts, with the rules of headings given to the lines they announce."""
    said = words_said(text, parts, _PROSE)
    page = sum(part.rule is not None for part in parts) >= RULED
    rare = _rare(parts) | _lonely(parts)
    found = [
        part._replace(rule=None)
        if part.rule is not None and (i in rare or not _holds(part.rule, page, said[i] < said[-1]))
        else part
        for i, part in enumerate(parts)
    ]
    parts = tuple(found)
    ends = endings(text, parts)
    after = 0
    for i, part in enumerate(parts):
        if part.rule is not None and part.rule.reach == "series":
            for j in _between(text, parts, i):
                found[j] = found[j]._replace(rule=part.rule)
        elif part.rule is not None and i >= after:
            after = len(parts) if i in ends else _after(text, parts, i)
            for j in range(i + 1, after):
                if found[j].rule is None:
                    found[j] = found[j]._replace(rule=part.rule)
    return found


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


def _rare(parts: Sequence[Part]) -> frozenset[int]:
    """The parts whose rule asks for a series of its lines, and that stand in none."""
    rare: set[int] = set()
    series: dict[str, list[int]] = {}
    for i, part in enumerate((*parts, None)):
        rule = part.rule if part else None
        if rule is not None and rule.series > 1:
            series.setdefault(rule.id, []).append(i)
            if len(series[rule.id]) < rule.series:
                rare.add(i)
            else:
                rare.difference_update(series[rule.id])
        for lines in series.values():
            if lines and i - lines[-1] >= _APART:
                lines.clear()
    return frozenset(rare)


def _holds(rule: Ruling, page: bool, above: bool) -> bool:
    """Whether a rule that a part fulfils holds where it stands: on a page or not, above sentences or not."""
    return (page or rule.alone) and not (above and rule.foot)


def _after(text: str, parts: Sequence[Part], at: int) -> int:
    """The first part that the rule of the part `at` does not speak for."""
    rule = parts[at].rule
    assert rule is not None
    match rule.reach:
        case "role":
            return _last_of_role(parts, at) + 1
        case "line" | "rest" | "letters" | "series":
            return at + 1
        case "next":
            return _end_of_note(text, parts, at)
        case _:
            return _end_of_list(text, parts, at, rule.reach)


def _between(text: str, parts: Sequence[Part], at: int) -> range:
    """The short lines as far as the next one of the same rule; of the first, those above it, which are as many as come
    between it and the next. Nothing where a sentence stands among them, which may be the article's."""
    last, next_ = (_nearest(parts, at, step) for step in (-1, 1))
    if next_ is None:
        return range(0)
    lines = range(at + 1, next_) if last is not None else range(max(0, 2 * at + 1 - next_), next_)
    short = all(len(parts[i].words) < _PROSE and text[parts[i].end - 1] not in ".:" for i in lines if i != at)
    return lines if short else range(0)


def _nearest(parts: Sequence[Part], at: int, step: int) -> int | None:
    """The part of the same rule that stands nearest, no more than _APART away."""
    lines = range(at + step, min(max(at + step * (_APART + 1), -1), len(parts)), step)
    return next((i for i in lines if parts[i].rule == parts[at].rule), None)


def _end_of_note(text: str, parts: Sequence[Part], at: int) -> int:
    """Where the sentences end that a heading announces; names and titles may stand between."""
    end = at + 1
    while end < len(parts) and end - at <= _NOTE and parts[end].rule is None:
        end += 1
        if is_prose(text, parts[end - 1]):
            return end
    return at + 1


def _end_of_list(text: str, parts: Sequence[Part], at: int, reach: str) -> int:
    """Where the short lines end that follow a heading: at a sentence, or at the blank line after lines without one."""
    end = at + 1
    close = False
    while end < len(parts) and end - at <= _LIST and _continues(text, parts[end], reach):
        if parts[end].blank and close:
            break
        close = close or not parts[end].blank
        end += 1
    return end


def _continues(text: str, part: Part, reach: str) -> bool:
    if reach == "dates":
        return len(part.words) <= 12 and bool(_DATE.search(text, part.start, part.end))
    if part.words.count("#") >= _ROW and not _DATE.search(text, part.start, part.end):
        return False
    return len(part.words) < _PROSE and text[part.end - 1] not in ".:"


def _last_of_role(parts: Sequence[Part], at: int) -> int:
    """The last part of the same role that no more than _GAP others separate from the one before it."""
    here = parts[at].rule
    last = at
    for i in range(at + 1, len(parts)):
        rule = parts[i].rule
        if i - last > _GAP:
            break
        if rule is not None and here is not None and rule.role == here.role:
            last = i
    return last
