"""Finds any number of phrases in one pass over a line's words."""

from collections.abc import Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

from claimx.cleaning.lines import words

T = TypeVar("T")


class Hit(NamedTuple, Generic[T]):
    """A phrase that was found: word offsets, end-exclusive, and what the phrase stands for."""

    start: int
    end: int
    means: T


class PhraseIndex(Generic[T]):
    """Phrases by their first word, so that most words of a text cost one look-up and most lines none."""

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        found: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for phrase, means in phrases:
            first, *rest = ("#" if word == "#" else words(word)[0] for word in _split(phrase))
            found.setdefault(first, []).append((tuple(rest), means))
        self._by_first = {first: tuple(rests) for first, rests in found.items()}
        self._firsts = frozenset(self._by_first)

    def find(self, line: Sequence[str]) -> list[Hit[T]]:
        """All phrases that stand in a line, given as its `words`; they may overlap."""
        if self._firsts.isdisjoint(line):
            return []
        hits: list[Hit[T]] = []
        for i, word in enumerate(line):
            for rest, means in self._by_first.get(word, ()):
                end = i + 1 + len(rest)
                if not rest or tuple(line[i + 1 : end]) == rest:
                    hits.append(Hit(i, end, means))
        return hits


def _split(phrase: str) -> list[str]:
    """The words of a phrase, `#` kept."""
    return [word for part in phrase.split() for word in (["#"] if part == "#" else words(part))]
