"""Finds any number of phrases in one pass over a line's words."""

from collections.abc import Iterable
from typing import Generic, NamedTuple, TypeVar

from claimx.cleaning.lines import words

T = TypeVar("T")


class _Found(NamedTuple, Generic[T]):
    """What a word stands for where it is the longest of a phrase."""

    alone: list[T]
    """What it means by itself."""
    longer: list[tuple[int, list[str], T]]
    """The phrases of more words: how many stand before it, all words, and what they mean."""


class PhraseIndex(Generic[T]):
    """Phrases by their longest word, which is mostly their rarest, so that most words of a text cost one look-up and
    most lines none."""

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        self._by_word: dict[str, _Found[T]] = {}
        for phrase, means in phrases:
            split = _split(phrase)
            longest = max(split, key=len)
            found = self._by_word.setdefault(longest, _Found([], []))
            if len(split) > 1:
                found.longer.append((split.index(longest), split, means))
            else:
                found.alone.append(means)

    def find(self, line: list[str]) -> list[tuple[int, int, T]]:
        """All phrases that stand in a line, given as its `words`: first word, word after the last, and what the phrase
        stands for. They may overlap."""
        hits: list[tuple[int, int, T]] = []
        known = self._by_word
        if known.keys().isdisjoint(line):
            return hits
        for i in [i for i, word in enumerate(line) if word in known]:
            alone, longer = known[line[i]]
            for means in alone:
                hits.append((i, i + 1, means))
            for before, phrase, means in longer:
                start = i - before
                if start >= 0 and line[start : start + len(phrase)] == phrase:
                    hits.append((start, start + len(phrase), means))
        return hits


def _split(phrase: str) -> list[str]:
    """The words of a phrase, `#` kept."""
    return [word for part in phrase.split() for word in (["#"] if part == "#" else words(part))]
