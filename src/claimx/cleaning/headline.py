"""Finds an article's headline among the lines above its text."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from claimx.cleaning.furniture import Part
from claimx.model import Role

_WORDS = range(3, 31)
_DIRECTLY = 10
"""Lines above the text in which its headline stands rather than further up."""
_TITLE = 60
"""Characters of a headline that are compared: browsers' titles are cut."""
_PLAIN = 15
"""Characters from which a line that a page repeats is rather its title than a label."""
_SHARED = 2
"""Words that a headline shares at least with the text below it, if it is known by them."""
_BODY, _LONG_WORD = 8, 5
"""Lines of the text that are looked at for them, and letters of a word that says something of its subject."""
_HEADLINE = 16
"""Words up to which a line without an end mark is rather a headline than a sentence that was broken off."""
_LONGEST = 300
"""Characters of the page's first line that can be its title."""
_SITE = re.compile(r"^(?P<title>.{12,200}?)(?: [|–—«»·-] | :: |\| )(?P<site>[^|–—]{2,40})$")
_BULLETS = frozenset("-*•·–—▪●◦‣|")
_ADDRESS = re.compile(r"https?://|www\.")
_CREDITED = re.compile(
    r"\((?:[^()]{1,40}/[^()]{1,30}|(?:PA|AP|AFP|EPA|Reuters|Getty|Alamy|Shutterstock|File|Supplied)\b[^()]{0,20})\)$"
)
"""What stands behind a picture's caption, and behind no headline."""
_SPEAKS = re.compile(r"(?<!\.\.)(?<!\b[A-Z]\.[A-Z])(?<!\bInc)(?<!\bLtd)(?<!\bCo)(?<!\bJr)[.:,;]$")
"""The end of a sentence, or of what goes on, rather than of a headline."""


class Headline(NamedTuple):
    """A headline, and which parts are it or the caption of the picture that it names, by number."""

    text: str
    roles: dict[int, tuple[Role, str | None]]


def headline(
    text: str, parts: Sequence[Part], scores: Sequence[float], above: Sequence[int], first: int
) -> Headline | None:
    """The headline among the parts `above` the article's text, which begins with the part `first`. The page's first
    line tells it: it begins with the headline, or names its site behind it. Else it is the line that the page repeats,
    else the one that shares most words with the text, else the first near it that scores at least half as well as the
    best; menus score far less. `scores`: how likely each part is content."""
    candidates = [i for i in above if _can_be_title(text, parts[i], i == 0)]
    if not candidates:
        return None
    told = next((i for i in candidates if i and is_named(text, parts, i)), None)
    if told is not None:
        return _headline(text, parts, candidates, told)
    titled = page_title(text, parts) if any(part.rule for part in parts) else None
    if titled and _is_name(titled["site"]):
        return Headline(" ".join(titled["title"].split()), {0: ("title", None)})
    return _headline(text, parts, candidates, _likeliest(text, parts, scores, candidates, first))


def _headline(text: str, parts: Sequence[Part], candidates: Sequence[int], at: int) -> Headline:
    """The part `at` as headline: its repetitions are too, and one with a few words more is a picture's caption."""
    title = text[parts[at].start : parts[at].end]
    roles: dict[int, tuple[Role, str | None]] = {}
    for i in candidates:
        if text.startswith(title, parts[i].start):
            roles[i] = ("title" if parts[i].end - parts[i].start == len(title) else "caption", None)
    return Headline(" ".join(title.split()), roles)


def _likeliest(text: str, parts: Sequence[Part], scores: Sequence[float], candidates: Sequence[int], first: int) -> int:
    """The candidate that the page repeats, or that shares most words with the text, or that scores well near it."""
    copies = Counter(text[parts[i].start : parts[i].end] for i in candidates)
    for i in candidates:
        line = text[parts[i].start : parts[i].end]
        if copies[line] == 2 and len(line) >= _PLAIN and not line.endswith(("...", "…")):
            return i
    brief = [i for i in candidates if len(parts[i].words) <= _HEADLINE] or candidates
    below = _words_below(parts, first)
    shared = {i: len(below.intersection(parts[i].words)) for i in brief}
    most = max(shared.values())
    if most >= _SHARED:
        return min((i for i in brief if shared[i] == most), key=lambda i: (i == 0, i))
    best = max(scores[i] for i in brief)
    likely = [i for i in brief if 2 * scores[i] >= best]
    return next((i for i in likely if i >= first - _DIRECTLY), likely[0])


def is_named(text: str, parts: Sequence[Part], at: int) -> bool:
    """Whether the page's first line begins with the part `at`, or with as much of it as a title holds."""
    start, end = parts[at].start, min(parts[at].end, parts[at].start + _TITLE)
    page = text[parts[0].start : parts[0].start + end - start]
    return end - start >= _PLAIN and page.casefold() == text[start:end].casefold()


def page_title(text: str, parts: Sequence[Part]) -> re.Match[str] | None:
    """The `title` of the page and the name of its `site`, if its first line gives both, as a browser's title does."""
    if len(parts) < 2 or parts[0].rule is not None:
        return None
    return _SITE.match(text[parts[0].start : min(parts[0].end, parts[0].start + _LONGEST)])


def _is_name(site: str) -> bool:
    """Whether all longer words are capitalised, as in a name and not in the second half of a headline."""
    return all(not word[0].islower() for word in site.split() if len(word) > 3)


def _can_be_title(text: str, part: Part, opens: bool) -> bool:
    """Whether a part has a title's length and is neither a sentence nor a list's item. `opens`: it is the first."""
    count = len(part.words) + opens
    return (
        part.rule is None
        and count in _WORDS
        and 2 * part.words.count("#") <= count
        and text[part.start] not in _BULLETS
        and text[part.end - 1] != "|"
        and not _SPEAKS.search(text[part.end - 6 : part.end])
        and not _ADDRESS.match(text, part.start, part.end)
        and not _CREDITED.search(text[part.start : part.end])
    )


def _words_below(parts: Sequence[Part], first: int) -> frozenset[str]:
    """The longer words of the article's first lines."""
    lines = [part for part in parts[first : first + _BODY] if part.rule is None]
    return frozenset(word for part in lines for word in part.words if len(word) >= _LONG_WORD)
