"""Finds rows: short lines in a series that are built alike, such as fixtures, prices and results; and pages of nothing
else."""

import re
from collections.abc import Sequence
from itertools import groupby

from claimx.cleaning.furniture import Part

_PRICE = re.compile(r"[£$€]\s?\d|\d\s?%")
_GAP = 8
"""Lines between two of a price list at most: a name, a description, a button."""
_PRICES = 5
"""Lines from which priced ones of one shape are a list."""
_DAY = re.compile(
    r"\b(?:mon|tues?|wed|thur?s?|fri|satur|sun)(?:day|nesday)?\b|\b\d{1,2}:\d\d\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|"
    r"\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\b|\bago\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\W{0,2}\d{1,3}\W{0,2}\s+(?=[A-Z])")
_FIGURE = re.compile(r"(?<!\w)(?!(?:19|20)\d\d(?:\D|$))\d")
_FACT = 8
"""Words of the longest line of a box of facts."""
_NAMED = re.compile(r"[^\W\d_]{3}|[£$€¥%°]")
_FACTS = 4
"""Its lines with figures at least."""
_PRICED = 6
"""Lines that hold a price from which a page without running text is a catalogue."""
_ITEM = 6
"""Lines between an item's price and the rest of it at most."""
_SIGN = re.compile(r"[^\w\s'’.]")
_LABEL = re.compile(r"[A-Z][\w /&()’'-]{1,38}: ?\S")
"""What opens a line that gives one fact."""
_LONGEST = 25
"""Words from which a line is no row."""
_FEWEST = 3
"""Lines from which a series is a table."""


def shapes(text: str, parts: Sequence[Part]) -> list[str]:
    """Of each part: what parts its cells or its label from the rest, or its first two signs, if it is a short line that
    holds any, else nothing."""
    return [
        _shape(text, part.start, part.end) if len(part.words) < _LONGEST and part.rule is None else "" for part in parts
    ]


def _shape(text: str, start: int, end: int) -> str:
    if "\t" in text[start:end]:
        return "\t"
    return ":" if _LABEL.match(text, start, end) else "".join(_SIGN.findall(text, start, end)[:2])


def tables(text: str, parts: Sequence[Part], signs: Sequence[str]) -> list[range]:
    """The series of lines of one shape in which every fourth line holds a figure, or which a colon announces."""
    found: list[range] = []
    for sign, group in groupby(range(len(parts)), key=signs.__getitem__):
        lines = list(group)
        if sign and len(lines) >= _FEWEST:
            figures = sum("#" in parts[i].words for i in lines)
            announced = lines[0] > 0 and text[parts[lines[0] - 1].end - 1] == ":"
            if announced or 4 * figures >= len(lines):
                found.append(range(lines[0], lines[-1] + 1))
    return found


def price_lists(text: str, parts: Sequence[Part], signs: Sequence[str]) -> list[list[int]]:
    """The series of lines with the same first sign that hold a price or a percentage, a few other lines apart."""
    open_: dict[str, list[int]] = {}
    found: list[list[int]] = []
    for i, part in enumerate(parts):
        if signs[i] and "#" in part.words and _PRICE.search(text, part.start, part.end):
            lines = open_.setdefault(signs[i][0], [])
            if lines and i - lines[-1] > _GAP:
                lines = open_[signs[i][0]] = []
            if not lines:
                found.append(lines)
            lines.append(i)
    return [lines for lines in found if len(lines) >= _PRICES]


def fact_rows(text: str, parts: Sequence[Part]) -> list[range]:
    """The series of short lines of which every other holds a figure that is no date, and every third says what of, by
    a word or a sign: boxes of facts, line-ups."""
    found: list[range] = []
    start = 0
    for i in range(len(parts) + 1):
        if i < len(parts) and parts[i].rule is None and len(parts[i].words) <= _FACT:
            continue
        figures = sum(_is_fact(text, parts[j]) for j in range(start, i))
        named = sum(_NAMED.search(text, parts[j].start, parts[j].end) is not None for j in range(start, i))
        if figures >= _FACTS and 2 * figures >= i - start <= 3 * named:
            found.append(range(start, i))
        start = i + 1
    return found


def _is_fact(text: str, part: Part) -> bool:
    """Whether a line holds a figure that is neither a date nor the line's own number."""
    if "#" not in part.words or _DAY.search(text, part.start, part.end):
        return False
    number = _NUMBERED.match(text, part.start, part.end)
    return _FIGURE.search(text, number.end() if number else part.start, part.end) is not None


def catalogue(text: str, parts: Sequence[Part]) -> list[int]:
    """The lines of a page's items, each with its price: homes, goods, posts. None where too few lines hold a price,
    which counts also where it is a shop's offer and so furniture itself."""
    priced = [
        i
        for i, part in enumerate(parts)
        if (part.rule is None or part.rule.role == "offer")
        and "#" in part.words
        and _PRICE.search(text, part.start, part.end)
    ]
    if len(priced) < _PRICED:
        return []
    near = {j for i in priced for j in range(max(0, i - _ITEM), min(i + _ITEM + 1, len(parts)))}
    return sorted(j for j in near if parts[j].rule is None)
