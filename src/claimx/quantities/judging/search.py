"""Looks for many patterns at once, each only where a word stands that it can begin with."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from claimx.rulebook.openings import FIGURE, openings
from claimx.rulebook.tails import SIGNS, Marks, marks, refers_back

_WORD = re.compile(r"(?:([^\W\d]+)|(?<!\d)(?<!\d[.,])\d)\w*")
"""A word, and a figure from its first digit on."""
_DIGIT = re.compile(r"\d")
_NAMED = re.compile(r"\(\?P<\w+>")
_GLOBAL = re.compile(r"^\(\?([a-z]+)\)")
_LETTERS = {"i": re.IGNORECASE, "m": re.MULTILINE, "s": re.DOTALL}
Words = list[tuple[int, str]]
"""Where each word begins, and its key, as `openings` tells keys."""
_FEW = 2
"""Patterns of one word from which they are first tried all at once."""
_MANY = 60
"""Words above which a pattern is rather looked for by its tail: some of them are in every sentence."""


def opening_of(phrase: str) -> frozenset[str] | None:
    """What `openings` says of a phrase as it is; None where it begins with a sign."""
    word = _WORD.match(phrase)
    return frozenset({(word[1] or FIGURE).lower()}) if word else None


def words_of(text: str, start: int, end: int) -> Words:
    """The words of text[start:end], in text order."""
    return [(word.start(), (word[1] or FIGURE).lower()) for word in _WORD.finditer(text, start, end)]


class Sought:
    """A pattern that is compiled when it is first tried: most texts need few. `words`: its openings, if they have been
    looked for; empty where they cannot be told."""

    def __init__(self, pattern: str, flags: int = 0, words: frozenset[str] | None = None) -> None:
        self.pattern = pattern
        self.words = words
        self._flags = flags

    @cached_property
    def marks(self) -> Marks:
        """What every match has and is found faster than the whole."""
        return marks(self.pattern, self._flags)

    @property
    def scoped(self) -> str | None:
        """The pattern as a part of a union, with its flags, without names; None where it refers to its own groups."""
        if refers_back(self.pattern):
            return None
        leading = _GLOBAL.match(self.pattern)
        flags = "".join(letter for letter, flag in _LETTERS.items() if self._flags & flag)
        flags += leading[1] if leading else ""
        body = _NAMED.sub("(?:", self.pattern[leading.end() if leading else 0 :])
        return f"(?{flags}:{body})"

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The compiled pattern."""
        return re.compile(self.pattern, self._flags)


class _Bundle:
    """Patterns that begin with the same words. Most often none of them matches, which one union of them all tells."""

    def __init__(self, members: Sequence[tuple[int, Sought]]) -> None:
        self.members = members

    def at(self, text: str, at: int, end: int) -> Sequence[tuple[int, Sought]]:
        """The members of which some match text[at:end] at its beginning, or none."""
        union = self._union
        return self.members if union is None or union.match(text, at, end) else self._alone

    @cached_property
    def _alone(self) -> tuple[tuple[int, Sought], ...]:
        """Members that no union can hold."""
        return tuple(member for member in self.members if member[1].scoped is None)

    @cached_property
    def _union(self) -> re.Pattern[str] | None:
        bodies = [one.scoped for _, one in self.members if one.scoped is not None]
        return re.compile("|".join(bodies)) if len(bodies) >= _FEW else None


def union(patterns: Iterable[str]) -> re.Pattern[str] | None:
    """One pattern that matches where any of them does; None where there is none, or one that no union can hold."""
    bodies = [Sought(pattern).scoped for pattern in patterns]
    told = [body for body in bodies if body is not None]
    return re.compile("|".join(told)) if told and len(told) == len(bodies) else None


class Search:
    """Finds what `finditer` of each pattern would. A pattern is given with the number that its matches go by."""

    def __init__(self, sought: Iterable[tuple[int, Sought]]) -> None:
        members: dict[str, list[tuple[int, Sought]]] = {}
        self._everywhere: list[tuple[int, Sought]] = []
        for number, one in sought:
            words = openings(one.pattern) or () if one.words is None else one.words
            if len(words) > _MANY and one.marks.tail is not None:
                words = ()
            if not words:
                self._everywhere.append((number, one))
            for word in words:
                members.setdefault(word, []).append((number, one))
        bundles: dict[tuple[int, ...], _Bundle] = {}
        self._by_word = {
            word: bundles.setdefault(tuple(number for number, _ in some), _Bundle(some))
            for word, some in members.items()
        }

    def find(self, text: str, start: int, end: int, words: Words | None = None) -> Iterator[tuple[int, re.Match[str]]]:
        """The matches in text[start:end] with their numbers; those of one number do not overlap and are in order.
        `words`: those of the stretch, if they are known."""
        floors: dict[int, int] = {}
        by_word = self._by_word
        words = words_of(text, start, end) if words is None else words
        for at, bundle in [(at, by_word[key]) for at, key in words if key in by_word]:
            for number, one in bundle.at(text, at, end):
                match = one.compiled.match(text, at, end)
                if match is not None and at >= floors.get(number, at):
                    floors[number] = match.end()
                    yield number, match
        if self._everywhere:
            yield from self._wordless(text, start, end)

    def _wordless(self, text: str, start: int, end: int) -> Iterator[tuple[int, re.Match[str]]]:
        """The matches of the patterns of which no word tells."""
        telling = SIGNS.intersection(text[start:end])
        telling |= {FIGURE} if _DIGIT.search(text, start, end) else frozenset()
        lines = tuple(_lines(text, start, end))
        for number, one, marked in self._marked:
            if marked.needed and marked.needed.isdisjoint(telling):
                continue
            if marked.begins_line:
                yield from ((number, match) for match in _at(lines, one.compiled, text, end))
            elif (marked.tail or one.compiled).search(text, start, end):
                yield from ((number, match) for match in one.compiled.finditer(text, start, end))

    @cached_property
    def _marked(self) -> tuple[tuple[int, Sought, Marks], ...]:
        return tuple((number, one, one.marks) for number, one in self._everywhere)


def _lines(text: str, start: int, end: int) -> Iterator[int]:
    """Where lines begin in text[start:end]."""
    if start == 0:
        yield start
    at = text.find("\n", max(start - 1, 0), end)
    while at >= 0:
        yield at + 1
        at = text.find("\n", at + 1, end)


def _at(places: Sequence[int], pattern: re.Pattern[str], text: str, end: int) -> Iterator[re.Match[str]]:
    """The matches that begin at the places, without overlap."""
    floor = 0
    for place in places:
        match = pattern.match(text, place, end) if place >= floor else None
        if match is not None:
            floor = match.end()
            yield match
