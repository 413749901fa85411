"""Organisations: which names are one body, by acronyms that the text defines or that fit, and by the vocabulary."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from claimx.attribution.parties.spots import Spot, initials_of
from claimx.attribution.parties.vocabulary import Vocabulary, words_of


class Bodies:
    """Maps the keys of organisations' names to the fullest name that the document gives for the same body."""

    def __init__(self, spots: Sequence[Spot], vocabulary: Vocabulary) -> None:
        surfaces: dict[str, str] = {}
        for spot in spots:
            surfaces.setdefault(spot.key, spot.name)
        links = _Links(surfaces)
        for short, full in _defined(spots):
            links.join(short, full)
        for short, full in _initials(surfaces):
            links.join(short, full)
        for one, other in _by_vocabulary(surfaces, vocabulary):
            links.join(one, other)
        for short, full in _shortened(surfaces, vocabulary):
            links.join(short, full)
        self.names: Mapping[str, str] = links.names()
        """Key of a name to the full name."""


class _Links:
    """Union of names into bodies."""

    def __init__(self, surfaces: Mapping[str, str]) -> None:
        self._surfaces = surfaces
        self._parent = {key: key for key in surfaces}

    def root(self, key: str) -> str:
        while self._parent[key] != key:
            self._parent[key] = self._parent[self._parent[key]]
            key = self._parent[key]
        return key

    def join(self, one: str, other: str) -> None:
        self._parent[self.root(one)] = self.root(other)

    def names(self) -> dict[str, str]:
        """The longest surface of each body for every key."""
        groups: defaultdict[str, list[str]] = defaultdict(list)
        for key in self._parent:
            groups[self.root(key)].append(key)
        best = {root: max((self._surfaces[key] for key in keys), key=len) for root, keys in groups.items()}
        return {key: best[self.root(key)] for key in self._parent}


def _defined(spots: Sequence[Spot]) -> Iterable[tuple[str, str]]:
    """Pairs of a name and the short form that stands in brackets right after it (or the other way round)."""
    for spot, after in pairwise(spots):
        if spot.doc is not after.doc or after.first != spot.last + 1 or spot.doc[spot.last].text != "(":
            continue
        closed = after.last < len(after.doc) and after.doc[after.last].text == ")"
        if not closed:
            continue
        one, other = spot.words, after.words
        if len(other) == 1 and len(one) > 1 and _abbreviates(other[0], one):
            yield after.key, spot.key
        elif len(one) == 1 and len(other) > 1 and _abbreviates(one[0], other):
            yield spot.key, after.key


def _abbreviates(short: str, words: Sequence[str]) -> bool:
    """Are the capitals of the short form found in the name, in their order?"""
    capitals = [char for char in short.casefold() if char.isalpha()]
    letters = iter("".join(words).casefold())
    return short[:1].casefold() in {word[:1].casefold() for word in words} and all(c in letters for c in capitals)


def _initials(surfaces: Mapping[str, str]) -> Iterable[tuple[str, str]]:
    """Acronyms and the names whose initials they are."""
    by_initials: dict[str, str] = {}
    for key, name in surfaces.items():
        words = words_of(name)
        for letters in initials_of(words) if len(words) > 1 else ():
            by_initials.setdefault(letters, key)
    for key, name in surfaces.items():
        plain = name.replace(".", "")
        if " " not in plain and plain.isupper() and plain.casefold() in by_initials:
            yield key, by_initials[plain.casefold()]


def _by_vocabulary(surfaces: Mapping[str, str], vocabulary: Vocabulary) -> Iterable[tuple[str, str]]:
    """Names that the vocabulary holds to be one body."""
    first: dict[str, str] = {}
    for key, name in surfaces.items():
        known = vocabulary.known.get(words_of(name))
        if known is not None:
            if known[0] in first:
                yield key, first[known[0]]
            else:
                first[known[0]] = key


def _shortened(surfaces: Mapping[str, str], vocabulary: Vocabulary) -> Iterable[tuple[str, str]]:
    """Names and the longer ones that add only a legal form or the sort of body (*Tallis*, *Tallis Holdings*), and
    single words with which the name of one body alone begins."""
    organisation_words = {word.casefold() for word in vocabulary.organisation_words}
    by_first: defaultdict[str, list[str]] = defaultdict(list)
    for key in surfaces:
        words = key.split()
        if len(words) > 1:
            by_first[words[0]].append(key)
        for cut in range(1, len(words)):
            short = " ".join(words[:cut])
            if short in surfaces and all(word in organisation_words for word in words[cut:]):
                yield short, key
                break
        if f"{key} 's" in surfaces:
            yield key, f"{key} 's"
    for first, longer in by_first.items():
        if first in surfaces and len(longer) == 1 and not surfaces[first].isupper():
            yield first, longer[0]
