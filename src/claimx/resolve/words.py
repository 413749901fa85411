"""The words by which claims are compared: content words in their base form, weighed by how rare they are in a run."""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from math import log

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")

_EMPTY_WORDS = """
a about above across after again against all almost also although am an and another any are around as at be because
been before being below between both but by can cannot could did do does doing down during each either else ever every
few for from further get gets getting got had has have having he her here hers herself him himself his how however i
if in into is it its itself just less like made make makes many may me might more most much must my nearly neither no
nor not now of off on once one only onto or other others our ours out over own per rather same say says said she
should since so some such than that the their theirs them themselves then there these they this those though through
to too toward towards under until up upon us very was we were what when where whether which while who whom whose why
will with within without would yes yet you your yours mr mrs ms dr sir million billion trillion thousand hundred dozen
half quarter third two three four five six seven eight nine ten percent cent pound pounds dollar dollars euro euros
pence bn tn according told tell tells add added adds announce announced claim claimed warn warned explain explained
today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday
"""
"""Words that tell nothing of what is measured."""

_GENERIC_WORDS = """
amount approach bill boost budget cash cost deal drive expenditure figure finance fund funding grant initiative
investment level measure money move number package payment plan policy price programme project proposal scheme share
spend spending step sum total value way work worth year month week day time new extra additional further next last
current annual total overall pay paid spend spent go give put take use need come see show rise increase grow fall drop
cut reduce average people person government
"""
"""Words that fit so many things that sharing them proves little, and differing in them proves nothing."""

_GENERIC_WEIGHT = 0.3
_REMEMBERED = 4096
"""Texts whose words are kept: the claims of a sentence follow each other, and agencies' copy comes again soon."""

_PRIOR = 50
"""Claims' worth of other text that is taken to have been seen already: in a run of two claims no word is common."""


@cache
def stem(word: str) -> str:
    """The word without its inflection, so that *cuts*, *cutting* and *cut* are one; no dictionary, no context."""
    word = word.casefold().replace("’", "'").removesuffix("'s").rstrip("'")
    for plural, single in (("children", "child"), ("women", "woman"), ("men", "man")):
        if word == plural:
            return single
    if word in ("dies", "died", "lies", "lied", "ties", "tied"):
        return word[:3]
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


_EMPTY = frozenset(_EMPTY_WORDS.split())
_EMPTY_STEMS = frozenset(map(stem, _EMPTY))
GENERIC_STEMS = frozenset(map(stem, _GENERIC_WORDS.split()))


@cache
def _content(word: str) -> str | None:
    base = stem(word)
    return None if len(base) < 2 or word.casefold() in _EMPTY or base in _EMPTY_STEMS else base


@lru_cache(maxsize=_REMEMBERED)
def content_words(text: str | None) -> frozenset[str]:
    """The stems of the text's content words."""
    return frozenset(filter(None, map(_content, _WORD.findall(text or ""))))


def names(phrase: str | None) -> frozenset[str]:
    """Stems of the words that are capitalised in a phrase."""
    if phrase is None or phrase.islower():
        return frozenset()
    capitalised = (word for word in _WORD.findall(phrase) if word[0].isupper())
    return frozenset(base for word in capitalised if (base := _content(word)))


class Weights:
    """How telling a word is: near 1 for a rare one, towards 0 for one that many of the run's claims have."""

    def __init__(self, texts: Iterable[frozenset[str]]) -> None:
        self._counts: Counter[str] = Counter()
        self._size = _PRIOR
        for words in texts:
            self._counts.update(words)
            self._size += 1
        self._known: dict[str, float] = {}

    def of(self, word: str) -> float:
        """The word's weight, from 0 to 1."""
        known = self._known.get(word)
        if known is None:
            known = log(self._size / (self._counts[word] + 1)) / log(self._size)
            if word in GENERIC_STEMS:
                known *= _GENERIC_WEIGHT
            self._known[word] = known
        return known

    def sum(self, words: Iterable[str]) -> float:
        """The weight of several words together."""
        return sum(map(self.of, words))

    def overlap(self, one: frozenset[str], other: frozenset[str]) -> float:
        """How much of the lighter of two sets of words the other one shares, from 0 to 1."""
        return self._shared(one, other, min)

    def likeness(self, one: frozenset[str], other: frozenset[str]) -> float:
        """How much of two sets of words both have, from 0 to 1 (Dice's coefficient)."""
        return self._shared(one, other, lambda a, b: (a + b) / 2)

    def _shared(self, one: frozenset[str], other: frozenset[str], whole: Callable[[float, float], float]) -> float:
        shared = one & other
        if not shared:
            return 0.0
        return self.sum(shared) / max(whole(self.sum(one), self.sum(other)), 1e-9)
