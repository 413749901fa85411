"""Finds where an article ends and what its readers wrote begins."""

import re
from collections.abc import Sequence
from itertools import accumulate

from claimx.cleaning.furniture import Part
from claimx.rulebook.kinds.boilerplate import Ruling

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_STAMP = re.compile(
    rf"\b\d{{1,2}}[:.]\d\d\b|\b\d+ ?[a-z]+ ago\b|\b\d{{1,2}}(?:st|nd|rd|th)?,? {_MONTH}\b|\b{_MONTH} \d{{1,2}}\b|"
    r"\b\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\b",
    re.IGNORECASE,
)
"""A day or a time of day; a month alone stands below pictures too."""
_SENTENCE = 10
"""Words from which a line with an end mark is a sentence of the article rather than a label."""
ARTICLE = 80
"""Words of sentences from which a page has an article: prices that stand elsewhere are no part of it."""
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


def is_prose(text: str, part: Part, fewest: int = _SENTENCE) -> bool:
    """Whether a part has that many words and ends like a sentence of running text."""
    return len(part.words) >= fewest and text[part.end - 1] in ".!?\"'”’)"


def words_said(text: str, parts: Sequence[Part], fewest: int) -> list[int]:
    """Of each part: the words of sentences, each of at least so many, down to its end."""
    return list(accumulate(len(p.words) if p.rule is None and is_prose(text, p, fewest) else 0 for p in parts))


def endings(text: str, parts: Sequence[Part]) -> frozenset[int]:
    """The parts that end the article: those of rules that reach to the end, below its text. A page of several articles
    repeats them, with sentences between; a colon shows that something of its own follows, if no letters do."""
    said = words_said(text, parts, _SENTENCE)
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
        goes_on = any(part.rule is None and is_prose(text, part) for part in next_)
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
