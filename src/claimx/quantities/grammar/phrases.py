"""Tables of phrases, looked up forwards from a token or backwards from it."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from claimx.quantities.grammar.tokens import Token, words_of

T = TypeVar("T")
_Entries = list[tuple[tuple[str, ...], T]]


class Phrases(Generic[T]):
    """Phrases with what they mean. Longer ones are found by their two outer words, so that a look-up costs next to
    nothing where no phrase can match."""

    __slots__ = ("_beginnings", "_endings", "_first", "_last", "_single")

    def __init__(self) -> None:
        self._single: dict[str, list[T]] = {}
        self._first: set[str] = set()
        self._last: set[str] = set()
        self._beginnings: dict[tuple[str, str], _Entries[T]] = {}
        self._endings: dict[tuple[str, str], _Entries[T]] = {}

    def add(self, phrase: str, meaning: T) -> None:
        """Adds a phrase; one that was added before keeps precedence over the same phrase."""
        words = words_of(phrase)
        self._first.add(words[0])
        self._last.add(words[-1])
        if len(words) == 1:
            self._single.setdefault(words[0], []).append(meaning)
            return
        for index, key in ((self._beginnings, words[:2]), (self._endings, words[-2:])):
            entries = index.setdefault((key[0], key[1]), [])
            entries.append((words, meaning))
            entries.sort(key=lambda entry: -len(entry[0]))

    def after(self, tokens: Sequence[Token], i: int) -> list[tuple[int, T]]:
        """Where the phrases that begin at token i end, with their meanings, the longest first."""
        low = tokens[i].low
        if low not in self._first:
            return []
        found: list[tuple[int, T]] = []
        if i + 1 < len(tokens):
            for words, meaning in self._beginnings.get((low, tokens[i + 1].low), ()):
                if len(words) == 2 or _stand(tokens, i + 2, words[2:]):
                    found.append((i + len(words), meaning))
        for meaning in self._single.get(low, ()):
            found.append((i + 1, meaning))
        return found

    def before(self, tokens: Sequence[Token], i: int) -> list[tuple[int, T]]:
        """Where the phrases that end just before token i begin, with their meanings, the longest first."""
        if not i or tokens[i - 1].low not in self._last:
            return []
        low = tokens[i - 1].low
        found: list[tuple[int, T]] = []
        if i > 1:
            for words, meaning in self._endings.get((tokens[i - 2].low, low), ()):
                start = i - len(words)
                if len(words) == 2 or (start >= 0 and _stand(tokens, start, words[:-2])):
                    found.append((start, meaning))
        for meaning in self._single.get(low, ()):
            found.append((i - 1, meaning))
        return found


def _stand(tokens: Sequence[Token], i: int, words: tuple[str, ...]) -> bool:
    if i + len(words) > len(tokens):
        return False
    for word in words:
        if tokens[i].low != word:
            return False
        i += 1
    return True
