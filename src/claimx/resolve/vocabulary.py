"""The words of a run as small integers, so that texts of a million claims can be kept and compared cheaply."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from math import log

from claimx.resolve.retelling import Wording
from claimx.resolve.words import plain_words

_GENERIC_WEIGHT, _COMMON_WEIGHT = 0.3, 0.32
_PRIOR = 50
"""Sentences' worth of other text that is taken to have been seen already: in a run of two claims no word is common."""

_NOTHING = 0
"""The number of words that tell nothing; no stem has it."""
_FIGURE = re.compile(r"\d")
_FIGURES = 10_000
"""Forms with figures that are kept: those that recur, as years, do so soon."""
_SMALL_WORD = re.compile(r"(?<![\w'’])[a-z]\w{3}")


class _Forms(dict[str, int]):
    """Each way in which a word is written, with the signs around it, and the number of its stem. Of forms with figures
    only some are kept at a time: there is no end of them."""

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self._wording = wording
        self.stems: dict[str, int] = {"": _NOTHING}
        self.written_small = bytearray(1)
        self._figures: list[str] = []

    def __missing__(self, form: str) -> int:
        if _FIGURE.search(form):
            return self._figure(form)
        words = plain_words(form)
        stems = [stem for word in words if (stem := self._wording.content(word)) is not None]
        found = self._number(stems[-1]) if stems else _NOTHING
        if found and words[-1][0].islower():
            self.written_small[found] = 1
        self[form] = found
        return found

    def _figure(self, form: str) -> int:
        if len(self._figures) == _FIGURES:
            for other in self._figures:
                del self[other]
            self._figures.clear()
        self._figures.append(form)
        self[form] = _NOTHING
        return _NOTHING

    def _number(self, stem: str) -> int:
        number = self.stems.setdefault(stem, len(self.stems))
        if number == len(self.written_small):
            self.written_small.append(0)
        return number


@dataclass(frozen=True, slots=True)
class Learned:
    """What a vocabulary has learned of some stems from a whole run: for another one that sees a part of it."""

    weights: Mapping[str, float]
    small: frozenset[str]
    """Those that are written without a capital somewhere."""


class Vocabulary:
    """Numbers of stems, and how telling each of them is in the run."""

    def __init__(self, wording: Wording) -> None:
        self.wording = wording
        self._forms = _Forms(wording)
        self._weights: list[float] = []
        self.generic: frozenset[int] = frozenset()
        self.common: frozenset[int] = frozenset()
        """Words that any two sentences of the run may share."""

    def numbers(self, text: str) -> list[int]:
        """The content words of a text, as numbers of their stems, in its order."""
        spaced = text.replace("-", " ").replace("–", " ").replace("—", " ").replace("/", " ")
        return list(filter(None, map(self._forms.__getitem__, spaced.split())))

    def weigh(self, tokens: Iterable[int], texts: int) -> None:
        """Learns how rare each word is from all tokens of so many texts."""
        counts, size = Counter(tokens), texts + _PRIOR
        scale = log(size)
        self.generic = self._met(self.wording.generic)
        self._weights = [max(0.0, log(size / (counts[at] + 1)) / scale) for at in range(len(self._forms.stems))]
        for number in self.generic:
            self._weights[number] *= _GENERIC_WEIGHT
        self._know_common()

    def excerpt(self, numbers: Collection[int]) -> Learned:
        """What is known of these stems."""
        stems = list(self._forms.stems)
        return Learned(
            weights={stems[number]: self._weights[number] for number in numbers},
            small=frozenset(stems[number] for number in numbers if self._forms.written_small[number]),
        )

    def learn(self, learned: Learned) -> None:
        """Takes over what another vocabulary has learned, of the stems that this one has met."""
        stems = self._forms.stems
        self.generic = self._met(self.wording.generic)
        self._weights = [learned.weights.get(stem, 1.0) for stem in stems]
        for number in self._met(learned.small):
            self._forms.written_small[number] = 1
        self._know_common()

    def _met(self, stems: Iterable[str]) -> frozenset[int]:
        return frozenset(self._forms.stems[stem] for stem in stems if stem in self._forms.stems)

    def _know_common(self) -> None:
        self.common = frozenset(number for number, weight in enumerate(self._weights) if weight < _COMMON_WEIGHT)

    def weight(self, number: int) -> float:
        """How telling a word is: near 1 for a rare one, towards 0 for one that many of the run's sentences have."""
        return self._weights[number] if number < len(self._weights) else 1.0

    def sum(self, numbers: Iterable[int]) -> float:
        """The weight of several words together."""
        return sum(map(self._weights.__getitem__, numbers))

    def rarest(self, numbers: frozenset[int], count: int) -> list[int]:
        """The most telling words of a text; no common ones."""
        return sorted(numbers - self.common, key=self._weights.__getitem__, reverse=True)[:count]

    def overlap(self, one: frozenset[int], other: frozenset[int]) -> float:
        """How much of the lighter of two sets of words the other one shares, from 0 to 1."""
        shared = one & other
        return self.sum(shared) / max(min(self.sum(one), self.sum(other)), 1e-9) if shared else 0.0

    def likeness(self, one: frozenset[int], other: frozenset[int]) -> float:
        """How much of two sets of words both have, from 0 to 1 (Dice's coefficient)."""
        shared = one & other
        return 2 * self.sum(shared) / max(self.sum(one) + self.sum(other), 1e-9) if shared else 0.0

    def names(self, phrase: str | None, sentence: str) -> frozenset[int]:
        """The words of the phrase that name somebody or something: capitalised, and not only because a sentence or a
        headline begins with them."""
        if phrase is None or phrase.islower():
            return frozenset()
        words = plain_words(phrase)
        if not _SMALL_WORD.search(sentence):  # a headline with capitals throughout
            return frozenset()
        first = sentence.lstrip("\"'“‘( ").startswith(words[0]) if words else False
        found = (
            (number, at == 0 and first)
            for at, word in enumerate(words)
            if word[0].isupper() and (number := self._forms[word])
        )
        return frozenset(number for number, initial in found if not (initial and self._forms.written_small[number]))
