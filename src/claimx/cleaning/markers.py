"""Finds any number of phrases in one pass over a line's words."""

from collections.abc import Iterable
from typing import Generic, NamedTuple, TypeVar

from claimx.cleaning.lines import words

T = TypeVar("T")


class _Begun(NamedTuple, Generic[T]):
    """What a word begins."""

    alone: list[T]
    """What it means by itself."""
    longer: dict[str, list[tuple[list[str], T]]]
    """The phrases that go on, by the second word: the words after the first, and what they mean."""


class PhraseIndex(Generic[T]):
    """Phrases by their first two words, so that most words of a text cost one look-up and most lines none."""

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        self._by_first: dict[str, _Begun[T]] = {}
        for phrase, means in phrases:
            first, *rest = _split(phrase)
            begun = self._by_first.setdefault(first, _Begun([], {}))
            if rest:
                begun.longer.setdefault(rest[0], []).append((rest, means))
            else:
                begun.alone.append(means)

    def find(self, line: list[str]) -> list[tuple[int, int, T]]:
        """All phrases that stand in a line, given as its `words`: first word, word after the last, and what the phrase
        stands for. They may overlap."""
        hits: list[tuple[int, int, T]] = []
        firsts, last = self._by_first, len(line) - 1
        for i in [i for i, word in enumerate(line) if word in firsts]:
            alone, longer = firsts[line[i]]
            for means in alone:
                hits.append((i, i + 1, means))
            if longer and i < last:
                for rest, means in longer.get(line[i + 1], ()):
                    end = i + 1 + len(rest)
                    if line[i + 1 : end] == rest:
                        hits.append((i, end, means))
        return hits


def _split(phrase: str) -> list[str]:
    """The words of a phrase, `#` kept."""
    return [word for part in phrase.split() for word in (["#"] if part == "#" else words(part))]
