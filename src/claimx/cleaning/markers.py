"""Finds any number of phrases in one pass over a line's words."""

from collections.abc import Iterable
from typing import Generic, TypeVar

from claimx.cleaning.lines import words

T = TypeVar("T")


class PhraseIndex(Generic[T]):
    """Phrases by their first two words, so that most words of a text cost one look-up and most lines none."""

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        self._alone: dict[str, tuple[T, ...]] = {}
        self._longer: dict[str, dict[str, list[tuple[list[str], T]]]] = {}
        for phrase, means in phrases:
            first, *rest = _split(phrase)
            if rest:
                self._longer.setdefault(first, {}).setdefault(rest[0], []).append((rest, means))
            else:
                self._alone[first] = (*self._alone.get(first, ()), means)
        self._firsts = frozenset((*self._alone, *self._longer))

    def find(self, line: list[str]) -> list[tuple[int, int, T]]:
        """All phrases that stand in a line, given as its `words`: first word, word after the last, and what the phrase
        stands for. They may overlap."""
        hits: list[tuple[int, int, T]] = []
        firsts, alone, longer, last = self._firsts, self._alone, self._longer, len(line) - 1
        for i in [i for i, word in enumerate(line) if word in firsts]:
            word = line[i]
            if word in alone:
                hits += [(i, i + 1, means) for means in alone[word]]
            if word in longer and i < last:
                for rest, means in longer[word].get(line[i + 1], ()):
                    end = i + 1 + len(rest)
                    if line[i + 1 : end] == rest:
                        hits.append((i, end, means))
        return hits


def _split(phrase: str) -> list[str]:
    """The words of a phrase, `#` kept."""
    return [word for part in phrase.split() for word in (["#"] if part == "#" else words(part))]
