"""The words by which claims are compared, in their base form, and what the rules say of them."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from claimx.rulebook import Rulebook, load
from claimx.rulebook.kinds.retelling import (
    ContrastPhrases,
    ConversionPhrases,
    Dimension,
    EmptyWords,
    GenericWords,
    Synonyms,
)

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_REMEMBERED = 4096
"""Texts whose words are kept: the claims of a sentence follow each other, and agencies' copy comes again soon."""


@cache
def stem(word: str) -> str:
    """The word without its inflection, so that *cuts*, *cutting* and *cut* are one; no dictionary, no context."""
    word = word.casefold().replace("’", "'").removesuffix("'s").rstrip("'")
    if len(word) > 3:
        for ending, instead in (("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh"), ("xes", "x")):
            if word.endswith(ending):
                return word.removesuffix(ending) + instead
        if word.endswith("s") and not word.endswith(("ss", "us", "is")):
            word = word[:-1]
    for ending in ("ing", "ed"):
        bare = word.removesuffix(ending)
        if bare != word and len(bare) > 2 and re.search("[aeiouy]", bare):
            return bare[:-1] if bare[-1] == bare[-2] and bare[-1] not in "lsz" else bare.removesuffix("e")
    return word[:-1] if word.endswith("e") and len(word) > 4 else word


class Wording:
    """What the rules say of the words in which figures are told again. Does not change."""

    def __init__(self, rulebook: Rulebook) -> None:
        empty = [word for rule in rulebook.of(EmptyWords) for word in rule.phrases]
        self._empty = frozenset((*empty, *map(stem, empty)))
        self._meanings = {
            form: stem(rule.phrases[0])
            for rule in rulebook.of(Synonyms)
            for word in rule.phrases
            for form in (word, stem(word))
        }
        self.generic = frozenset(self._meaning(word) for rule in rulebook.of(GenericWords) for word in rule.phrases)
        """Stems of words that fit so many things that sharing them proves little."""
        self.contrast = _phrases(word for rule in rulebook.of(ContrastPhrases) for word in rule.phrases)
        """What says before a figure that it is another one than the one the text is about."""
        self.conversion = re.compile(
            rf"[ ,]{{0,3}}(?:(?:[(\[;/=]|{_alternatives(p for r in rulebook.of(ConversionPhrases) for p in r.phrases)})"
            r"[ ,]{0,2}){1,4}",
            re.IGNORECASE,
        )
        """All that may stand between a figure and itself in another currency or unit."""
        self.dimensions = {
            unit: (rule.id, factor, rule.zeros.get(unit, 0))
            for rule in rulebook.of(Dimension)
            for unit, factor in rule.factors.items()
        }
        """Each unit's dimension, what one of it is in that dimension's base unit, and where its zero lies."""

    def _meaning(self, word: str) -> str:
        base = stem(word)
        return self._meanings.get(base, base)

    def content(self, word: str) -> str | None:
        """The stem that the word is compared by; None for a word that tells nothing."""
        folded = word.casefold()
        if folded in self._empty:
            return None
        base = stem(word)
        if len(base) < 2 or base in self._empty:
            return None
        return self._meanings.get(folded) or self._meanings.get(base, base)


def _alternatives(phrases: Iterable[str]) -> str:
    ordered = sorted(phrases, key=len, reverse=True)
    return "|".join(rf"{re.escape(phrase)}(?!\w)" for phrase in ordered)


def _phrases(phrases: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_alternatives(phrases)})", re.IGNORECASE)


@cache
def built_in() -> Wording:
    """What the built-in rules say."""
    return Wording(load())


def plain_words(text: str) -> list[str]:
    """The words of a text as they stand, without figures and signs."""
    return _WORD.findall(text)


@lru_cache(maxsize=_REMEMBERED)
def content_words(text: str | None) -> frozenset[str]:
    """The stems of the text's content words, by the built-in rules."""
    content = built_in().content
    return frozenset(base for word in _WORD.findall(text or "") if (base := content(word)))
