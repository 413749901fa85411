"""Reads an article's head: its title, who wrote it and when it appeared; and the page's foot: who published it."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from claimx.cleaning.endings import is_prose
from claimx.cleaning.furniture import Part
from claimx.cleaning.headline import headline, is_named, page_title
from claimx.model import Role
from claimx.rulebook import Rulebook
from claimx.rulebook.kinds.boilerplate import Imprint

_HEAD = 25
"""Lines before the article's first sentences in which its title, byline and date are looked for."""
_IMPRINTS = 3
"""Lines up to which all that name an author or a day can be one article's."""
_ABOVE = 3
"""Lines above its title in which an article's date may stand."""
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMES = re.compile(r",? and |, | & ")
_COPYRIGHT = re.compile(
    r"(?:©|\([cC]\)|[Cc]opyright)\s?(?:©\s?)?(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)\d\d)?,?\s)?(?:by )?"
    r"(?P<publisher>[A-Z][\w&'’]*(?:[ .-][A-Z&][\w&'’]*){0,5})"
)
_RIGHTS = re.compile(r"^(?:All|Rights|Copyright|Privacy|Terms)\b")
_START = 300
"""Characters of a line in which a headline and byline may be glued to the text."""


class Head(NamedTuple):
    """What the head of an article says, and which parts say it."""

    roles: dict[int, tuple[Role, str | None]]
    """Of the parts by number: the role, and the rule that gave it."""
    title: str | None
    published: str | None
    authors: tuple[str, ...]

    def titled(self, titles: Mapping[int, tuple[Role, str | None]]) -> "Head":
        """The head with the headlines that its source tells in place of those that its text seems to show."""
        if not titles:
            return self
        return self._replace(roles={**{i: role for i, role in self.roles.items() if role[0] != "title"}, **titles})


class Imprints:
    """The imprint rules of one rulebook."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._rules = [(rule, re.compile(pattern)) for rule in rulebook.of(Imprint) for pattern in rule.patterns]

    def head(self, text: str, parts: Sequence[Part], scores: Sequence[float]) -> Head:
        """What stands above the article's first sentences. `scores`: how likely each part is content."""
        first = next(
            (i for i, part in enumerate(parts) if scores[i] >= 0.5 and part.rule is None and is_prose(text, part)),
            len(parts),
        )
        near = range(max(0, first - _HEAD), min(first + 1, len(parts)))
        said = {i: found for i in near if (found := self._matches(text, parts[i]))}
        far = (i for i in range(1, near.start) if is_named(text, parts, i))
        told = headline(text, parts, scores, [i for i in (*far, *near) if i not in said and i < first], first)
        roles = dict(told.roles) if told else {}
        title = told.text if told else None
        authors: dict[str, None] = {}
        published = None
        for i in _beside(said, roles):
            for rule, match in said[i]:
                roles.setdefault(i, (rule.role, rule.id))
                published = published or _date(match)
                authors |= dict.fromkeys(_authors(match))
        if first < len(parts):
            for match in self._glued(text, parts[first]):
                authors |= dict.fromkeys(_authors(match))
                title = title or text[parts[first].start : match.start()]
        return Head(roles, title, published, tuple(authors))

    def _glued(self, text: str, part: Part) -> Iterator[re.Match[str]]:
        """The bylines that a first line holds which has lost its line breaks."""
        end = min(part.end, part.start + _START)
        for rule, pattern in self._rules:
            match = pattern.search(text, part.start, end) if rule.glued else None
            if match:
                yield match

    def _matches(self, text: str, part: Part) -> list[tuple[Imprint, re.Match[str]]]:
        if part.rule is not None:
            return []
        line, count = text[part.start : part.end], len(part.words)
        return [
            (rule, match)
            for rule, pattern in self._rules
            if count <= rule.max_words and (match := pattern.search(line)) is not None
        ]


def _beside(said: Iterable[int], titles: Iterable[int]) -> list[int]:
    """Of the lines that name an author or a day, those that the article's title stands by. Others' come with teasers,
    of which a page has more than an article has lines at its head."""
    lines = list(said)
    title = max(titles, default=None)
    if title is None or len(lines) <= _IMPRINTS:
        return lines
    return [i for i in lines if i > title] or [i for i in lines if i >= title - _ABOVE] or lines


def publisher(text: str, parts: Sequence[Part]) -> str | None:
    """Who the copyright line at the foot names, or the site that the page's first line names behind its title."""
    for part in reversed(parts[-40:]):
        if part.rule is not None and part.rule.role == "footer":
            match = _COPYRIGHT.search(text, part.start, part.end)
            if match and not _RIGHTS.match(match["publisher"]):
                return match["publisher"]
    match = page_title(text, parts)
    if match and any(_same(text, part, match["title"]) for part in parts[1:]):
        return match["site"].strip()
    return None


def _same(text: str, part: Part, title: str) -> bool:
    return text.startswith(title, part.start) and part.end - part.start <= len(title) + 12


def _authors(match: re.Match[str]) -> list[str]:
    names = match.groupdict().get("author")
    return [name.strip() for name in _NAMES.split(names)] if names else []


def _date(match: re.Match[str]) -> str | None:
    """The date of a match as ISO 8601; None where it names none, none that exists, or one
    in other words than English."""
    found = {name.rstrip("2"): value for name, value in match.groupdict().items() if value}
    if not {"day", "month", "year"} <= found.keys():
        return None
    month = found["month"]
    try:
        number = int(month) if month.isdigit() else _MONTHS.index(month[:3].lower()) + 1
        return date(int(found["year"]), number, int(found["day"])).isoformat()
    except ValueError:
        return None
