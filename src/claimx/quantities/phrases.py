"""Tables of phrases, looked up forwards from a token or backwards from it."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from claimx.quantities.tokens import Token, words_of

T = TypeVar("T")


class Phrases(Generic[T]):
    """Phrases with what they mean. A look-up costs one dictionary access where no phrase can match."""

    __slots__ = ("_first", "_last")

    def __init__(self) -> None:
        self._first: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        self._last: dict[str, list[tuple[tuple[str, ...], T]]] = {}

    def add(self, phrase: str, meaning: T) -> None:
        """Adds a phrase; one that was added before keeps precedence over the same phrase."""
        words = words_of(phrase)
        for index, key in ((self._first, words[0]), (self._last, words[-1])):
            entries = index.setdefault(key, [])
            entries.append((words, meaning))
            entries.sort(key=lambda entry: -len(entry[0]))

    def after(self, tokens: Sequence[Token], i: int) -> list[tuple[int, T]]:
        """Where the phrases that begin at token i end, with their meanings, the longest first."""
        entries = self._first.get(tokens[i].low)
        if not entries:
            return []
        return [(i + len(words), meaning) for words, meaning in entries if _stand(tokens, i, words)]

    def before(self, tokens: Sequence[Token], i: int) -> list[tuple[int, T]]:
        """Where the phrases that end just before token i begin, with their meanings, the longest first."""
        entries = self._last.get(tokens[i - 1].low) if i else None
        if not entries:
            return []
        found = ((i - len(words), words, meaning) for words, meaning in entries)
        return [(start, meaning) for start, words, meaning in found if start >= 0 and _stand(tokens, start, words)]


def _stand(tokens: Sequence[Token], i: int, words: tuple[str, ...]) -> bool:
    if i + len(words) > len(tokens):
        return False
    return all(tokens[i + k].low == word for k, word in enumerate(words))
