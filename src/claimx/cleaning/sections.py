"""Furniture that announces more of its kind: what a heading such as *Related articles* speaks for."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from claimx.cleaning.endings import ARTICLE, endings, is_prose, words_said
from claimx.cleaning.furniture import Part
from claimx.cleaning.headline import is_named
from claimx.cleaning.series import SENTENCE, between, unheld
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
_GAP = 12
"""Lines of an advert between two that show it to be one."""
_LONG = 10
"""Words of the shortest line of a text beside which offers stand."""
_STOP = re.compile(r"[.!?][\"'”’)\]]{0,2}(?: |$)")


def spread(text: str, parts: Sequence[Part]) -> list[Part]:
    """The parts, with the rules of headings given to the lines they announce."""
    said = words_said(text, parts, SENTENCE)
    whole = _Page(
        furnished=sum(part.rule is not None for part in parts) >= RULED,
        article=_has_article(text, parts),
    )
    unlike = unheld(text, parts)
    found = [
        part._replace(rule=None)
        if part.rule is not None and (i in unlike or not _holds(part.rule, whole, said[i] > 0, said[i] < said[-1]))
        else part
        for i, part in enumerate(parts)
    ]
    parts = tuple(found)
    ends = endings(text, parts)
    after = 0
    for i, part in enumerate(parts):
        if part.rule is not None and part.rule.reach in ("series", "bridge"):
            for j in between(text, parts, i):
                found[j] = found[j]._replace(rule=part.rule)
        elif part.rule is not None and (i >= after or i in ends):
            after = len(parts) if i in ends else _after(text, parts, i, head=not said[i])
            for j in range(i + 1, after):
                if found[j].rule is None:
                    found[j] = found[j]._replace(rule=part.rule)
    return found


class _Page(NamedTuple):
    """What a text shows as a whole."""

    furnished: bool
    """Whether it has furniture besides what may be the article's."""
    article: bool
    """Whether it has running text."""


def _has_article(text: str, parts: Sequence[Part]) -> bool:
    """Whether the lines that hold the end of a sentence, whole or broken off themselves, make up a text."""
    lines = (part for part in parts if part.rule is None and len(part.words) >= _LONG)
    return sum(len(part.words) for part in lines if _STOP.search(text, part.start, part.end)) >= ARTICLE


def _holds(rule: Ruling, page: _Page, below: bool, above: bool) -> bool:
    """Whether a rule that a part fulfils holds on this page, and where the part stands: below sentences, above some."""
    if (rule.foot and above) or (rule.outside and below and above):
        return False
    return (page.furnished or rule.alone) and (page.article or not rule.beside)


def _after(text: str, parts: Sequence[Part], at: int, *, head: bool) -> int:
    """The first part that the rule of the part `at` does not speak for. `head`: it stands above all running text."""
    rule = parts[at].rule
    assert rule is not None
    match rule.reach:
        case "role":
            return _last_of_role(parts, at) + 1
        case "line" | "rest" | "letters" | "series" | "bridge":
            return at + 1
        case "next":
            return _end_of_note(text, parts, at)
        case _:
            return _end_of_list(text, parts, at, rule.reach, head=head)


def _end_of_note(text: str, parts: Sequence[Part], at: int) -> int:
    """Where the sentences end that a heading announces; names and titles may stand between."""
    end = at + 1
    while end < len(parts) and end - at <= _NOTE and parts[end].rule is None:
        end += 1
        if is_prose(text, parts[end - 1]):
            return end
    return at + 1


def _end_of_list(text: str, parts: Sequence[Part], at: int, reach: str, *, head: bool) -> int:
    """Where the short lines end that follow a heading: at a sentence, or at the blank line after lines without one; at
    the page's head also at its headline."""
    end = at + 1
    close = False
    while end < len(parts) and end - at <= _LIST and _continues(text, parts[end], reach):
        if (parts[end].blank and close) or (head and is_named(text, parts, end)):
            break
        close = close or not parts[end].blank
        end += 1
    return end


def _continues(text: str, part: Part, reach: str) -> bool:
    if reach == "dates":
        return len(part.words) <= 12 and bool(_DATE.search(text, part.start, part.end))
    if part.words.count("#") >= _ROW and not _DATE.search(text, part.start, part.end):
        return False
    return len(part.words) < SENTENCE and text[part.end - 1] not in ".:"


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
