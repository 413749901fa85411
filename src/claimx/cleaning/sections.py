"""Furniture that announces more of its kind: what a heading such as *Related articles* speaks for."""

import re
from collections.abc import Sequence

from claimx.cleaning.furniture import Part

_DATE = re.compile(
    r"\b(?:mon|tues?|wed|thur?s?|fri|satur|sun)(?:day|nesday)?\b|\b\d{1,2}:\d\d\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|"
    r"\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\b",
    re.IGNORECASE,
)
_LIST = 20
"""Lines that a heading of a list speaks for at most."""
_GAP = 12
"""Lines of an advert between two that show it to be one."""
_PROSE = 25
"""Words from which a line that ends like a sentence is the article again."""
_MAIN = 60
"""Words of sentences that must stand before what ends the article, where sentences follow it."""


def spread(text: str, parts: Sequence[Part]) -> list[Part]:
    """The parts, with the rules of headings given to the lines they announce."""
    last_prose = max((i for i, part in enumerate(parts) if is_prose(text, part)), default=-1)
    found = [
        part._replace(rule=None) if part.rule and part.rule.foot and i < last_prose else part
        for i, part in enumerate(parts)
    ]
    said = 0
    after = 0
    for i, part in enumerate(parts):
        if part.rule is None:
            said += len(part.words) if is_prose(text, part) else 0
        elif i >= after or part.rule.reach == "rest":
            after = _after(text, parts, i, said >= _MAIN or last_prose < i)
            for j in range(i + 1, after):
                if found[j].rule is None:
                    found[j] = found[j]._replace(rule=part.rule)
            if after == len(parts):
                break
    return found


def is_prose(text: str, part: Part) -> bool:
    """Whether a part is long enough and ends like a sentence of running text."""
    return len(part.words) >= _PROSE and text[part.end - 1] in ".!?\"'”’)"


def _after(text: str, parts: Sequence[Part], at: int, over: bool) -> int:
    """The first part that the rule of the part `at` does not speak for. `over`: whether the article can end here."""
    rule = parts[at].rule
    assert rule is not None
    match rule.reach:
        case "rest":
            return len(parts) if over else at + 1
        case "role":
            return _last_of_role(parts, at) + 1
        case "line":
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
