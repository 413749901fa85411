"""Furniture that announces more of its kind: what a heading such as *Related articles* speaks for."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate

from claimx.cleaning.furniture import Part
from claimx.rulebook.kinds.boilerplate import Ruling

_DATE = re.compile(
    r"\b(?:mon|tues?|wed|thur?s?|fri|satur|sun)(?:day|nesday)?\b|\b\d{1,2}:\d\d\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|"
    r"\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\b",
    re.IGNORECASE,
)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_STAMP = re.compile(
    rf"\b\d{{1,2}}[:.]\d\d\b|\b\d+ ?[a-z]+ ago\b|\b\d{{1,2}}(?:st|nd|rd|th)?,? {_MONTH}\b|\b{_MONTH} \d{{1,2}}\b|"
    r"\b\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\b",
    re.IGNORECASE,
)
"""A day or a time of day; a month alone stands below pictures too."""
RULED = 3
"""Lines of furniture that make a text a page."""
_LIST = 20
"""Lines that a heading of a list speaks for at most."""
_APART = 4
"""Lines between two of a series at most."""
_GAP = 12
"""Lines of an advert between two that show it to be one."""
SENTENCE = 10
"""Words from which a line with an end mark is a sentence of the article rather than a label."""
_PROSE = 25
"""Words from which a line that ends like a sentence is the article again."""
_MAIN = 60
"""Words of sentences that must stand before what ends the article, where sentences follow it."""
_SOME = 20
"""The same where none follow, or where several signs show that what follows are readers' letters."""
_BELOW = 12
"""Lines after the heading of readers' letters in which the first of them shows by its date or its labels."""
_NEXT = 3
"""Lines after the form for a letter of which none is the article's, as the next one after a mere link to it is."""
_STAMPED = 14
"""Words of the longest line that says who wrote a letter and when."""


def spread(text: str, parts: Sequence[Part]) -> list[Part]:
    """The parts, with the rules of headings given to the lines they announce."""
    said = _said(text, parts, _PROSE)
    page = sum(part.rule is not None for part in parts) >= RULED
    rare = _rare(parts) | _lonely(parts)
    found = [
        part._replace(rule=None)
        if part.rule is not None and (i in rare or not _holds(part.rule, page, said[i] < said[-1]))
        else part
        for i, part in enumerate(parts)
    ]
    parts = tuple(found)
    ends = _ends(text, parts, _said(text, parts, SENTENCE))
    after = 0
    for i, part in enumerate(parts):
        if part.rule is not None and i >= after:
            after = len(parts) if i in ends else _after(text, parts, i)
            for j in range(i + 1, after):
                if found[j].rule is None:
                    found[j] = found[j]._replace(rule=part.rule)
    return found


def _said(text: str, parts: Sequence[Part], fewest: int) -> list[int]:
    """Of each part: the words of sentences, each of at least so many, down to its end."""
    return list(accumulate(len(p.words) if p.rule is None and is_prose(text, p, fewest) else 0 for p in parts))


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


def _ends(text: str, parts: Sequence[Part], said: Sequence[int]) -> frozenset[int]:
    """The parts that end the article: those of rules that reach to the end, below its text. A page of several articles
    repeats them, with sentences between; a colon shows that something of its own follows, if no letters do."""
    found: set[int] = set()
    later: dict[str, int] = {}
    for i in range(len(parts) - 1, -1, -1):
        rule = parts[i].rule
        if rule is None or rule.reach not in ("rest", "letters"):
            continue
        if text[parts[i].end - 1] == ":" and not (rule.reach == "letters" and _letters(text, parts, i, rule)):
            continue
        if later.get(rule.id, said[i]) - said[i] < _MAIN and _is_below(text, parts, said, i, rule):
            found.add(i)
        later[rule.id] = said[i]
    return frozenset(found)


def _is_below(text: str, parts: Sequence[Part], said: Sequence[int], at: int, rule: Ruling) -> bool:
    """Whether the article's text stands before a part rather than after it: all of it, or the greater half, or enough
    where readers' letters show after the part. A button at an article's head leads to what it shows below."""
    before, after = said[at], said[-1] - said[at]
    if not after or (rule.reach == "letters" and before >= after):
        return before >= _SOME
    letters = _letters(text, parts, at, rule)
    if rule.reach == "rest":
        next_ = parts[at + 1 : at + 1 + _NEXT]
        goes_on = any(part.rule is None and is_prose(text, part, SENTENCE) for part in next_)
        return before >= _MAIN and (before >= after or letters > 0 or not goes_on)
    return (letters > 1 and before >= _SOME) or (letters > 0 and before >= _MAIN)


def _letters(text: str, parts: Sequence[Part], at: int, rule: Ruling) -> int:
    """How many labels of readers' letters, and lines that say when one was written, come soon after a part."""
    return sum(
        part.rule.role == rule.role
        if part.rule is not None
        else len(part.words) <= _STAMPED and _STAMP.search(text, part.start, part.end) is not None
        for part in parts[at + 1 : at + 1 + _BELOW]
    )


def is_prose(text: str, part: Part, fewest: int = _PROSE) -> bool:
    """Whether a part has that many words and ends like a sentence of running text."""
    return len(part.words) >= fewest and text[part.end - 1] in ".!?\"'”’)"


def _after(text: str, parts: Sequence[Part], at: int) -> int:
    """The first part that the rule of the part `at` does not speak for."""
    rule = parts[at].rule
    assert rule is not None
    match rule.reach:
        case "role":
            return _last_of_role(parts, at) + 1
        case "line" | "rest" | "letters":
            return at + 1
        case _:
            return _end_of_list(text, parts, at, rule.reach)


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
