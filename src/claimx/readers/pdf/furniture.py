"""Finds what stands at the head or foot of every sheet: running titles and page numbers."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from claimx.readers.pdf.lines import Line

_NUMBER = re.compile(
    r"(?:page|p\.?)?\s*[-–—|]?\s*(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|/)\s*\d{1,4})?\s*[-–—|]?", re.IGNORECASE
)
_DIGITS = re.compile(r"\d+")
_OUTER = 2
"""Lines at the head and at the foot of a page that can be furniture."""
_PAGES = 3
"""Pages on which a line recurs that is furniture; of a shorter document, all."""
_LONGEST = 14
"""Words of the longest running title."""
_NEAR = 6.0
"""Points by which the places of a recurring line may differ from page to page."""


def furniture(pages: Sequence[Sequence[Line]]) -> dict[Line, str]:
    """What lines are that turn the pages: `page-header`, `page-footer` or `page-number`."""
    outer = [(line, kind) for page in pages for line, kind in _outer(page)]
    places: defaultdict[tuple[str, str], list[Line]] = defaultdict(list)
    for line, kind in outer:
        places[kind, _key(line)].append(line)
    written = sum(bool(page) for page in pages)
    found: dict[Line, str] = {}
    for line, kind in outer:
        alike = places[kind, _key(line)]
        on = Counter(round(other.bottom / _NEAR) for other in alike)
        here = round(line.bottom / _NEAR)
        recurs = on[here - 1] + on[here] + on[here + 1]
        if _NUMBER.fullmatch(line.text) and (recurs > 1 or _DIGITS.search(line.text) is None or line.text.isdigit()):
            found[line] = "page-number"
        elif written > 1 and recurs >= min(_PAGES, written) and len(line.text.split()) <= _LONGEST:
            found[line] = kind
    return found


def _outer(page: Sequence[Line]) -> list[tuple[Line, str]]:
    """The lines at the head and foot of a page by their place on it, not by their order in the text."""
    if not page or not any(line.size for line in page):
        return []
    by_place = sorted(page, key=lambda line: -line.bottom)
    head = by_place[:_OUTER]
    foot = [line for line in by_place[-_OUTER:] if line not in head]
    return [(line, "page-header") for line in head] + [(line, "page-footer") for line in foot]


def _key(line: Line) -> str:
    return _DIGITS.sub("#", line.text.lower())
