"""Looks for many patterns at once, each only where a word stands that it can begin with."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from claimx.rulebook.openings import FIGURE, openings

_WORD = re.compile(r"(?:([^\W\d]+)|\d)\w*")


def opening_of(phrase: str) -> frozenset[str] | None:
    """What `openings` says of a phrase as it is; None where it begins with a sign."""
    word = _WORD.match(phrase)
    return frozenset({(word[1] or FIGURE).lower()}) if word else None


class Sought:
    """A pattern that is compiled when it is first tried: most texts need few. `words`: its openings, if known."""

    def __init__(self, pattern: str, flags: int = 0, words: frozenset[str] | None = None) -> None:
        self.pattern = pattern
        self.words = words
        self._flags = flags

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The compiled pattern."""
        return re.compile(self.pattern, self._flags)


class Search:
    """Finds what `finditer` of each pattern would. A pattern is given with the number that its matches go by."""

    def __init__(self, sought: Iterable[tuple[int, Sought]]) -> None:
        self._by_word: dict[str, list[tuple[int, Sought]]] = {}
        self._everywhere: list[tuple[int, Sought]] = []
        for number, one in sought:
            words = one.words or openings(one.pattern)
            if words is None:
                self._everywhere.append((number, one))
            for word in words or ():
                self._by_word.setdefault(word, []).append((number, one))

    def find(self, text: str, start: int, end: int) -> Iterator[tuple[int, re.Match[str]]]:
        """The matches in text[start:end] with their numbers; those of one number do not overlap and are in order."""
        floors: dict[int, int] = {}
        by_word = self._by_word
        for word in _WORD.finditer(text, start, end):
            sought = by_word.get((word[1] or FIGURE).lower())
            if sought is None:
                continue
            at = word.start()
            for number, one in sought:
                match = one.compiled.match(text, at, end)
                if match is not None and at >= floors.get(number, at):
                    floors[number] = match.end()
                    yield number, match
        for number, one in self._everywhere:
            for match in one.compiled.finditer(text, start, end):
                yield number, match
