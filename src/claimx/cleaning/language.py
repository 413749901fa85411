"""Tells the language of a text by its commonest words."""

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import chain, islice

from claimx.rulebook import Rulebook
from claimx.rulebook.kinds.boilerplate import StopWords

_SAMPLE = 3_000
"""Words that are looked at: more change nothing."""
_SHORT = 30
"""Words up to which a text says too little to call its language unknown."""
_SHARE = 0.12
"""Share of a language's stop words from which a text can be in it; running text has three times as many."""
_DEFAULT = "en"


class Languages:
    """The languages of one rulebook."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._words: Mapping[str, frozenset[str]] = {
            rule.language: frozenset(rule.phrases) for rule in rulebook.of(StopWords)
        }

    def stop_words(self, language: str | None) -> frozenset[str] | None:
        """The language's stop words; None for a language that has no rule."""
        return self._words.get(language) if language else None

    def of(self, lines: Iterable[list[str]]) -> str | None:
        """The ISO 639-1 code of the language whose stop words are most frequent in the given words; English for a
        text of a few words that shows none, None for a longer one."""
        sample = Counter(islice(chain.from_iterable(lines), _SAMPLE))
        known = {word: count for word, count in sample.items() if len(word) > 1 or word.isalpha()}
        if not known:
            return _DEFAULT
        total = sum(known.values())
        counts = {code: sum(map(known.__getitem__, stop & known.keys())) for code, stop in self._words.items()}
        best = max(counts, key=lambda code: (counts[code], code == _DEFAULT), default=_DEFAULT)
        if counts.get(best, 0) >= _SHARE * total:
            return best
        return _DEFAULT if total <= _SHORT and all(map(str.isascii, known)) else None
