"""Decides what a name names: the recogniser's opinion of each place, weighed against the rest of the document."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Literal

from claimx.attribution.spotting import Spot
from claimx.attribution.vocabulary import Vocabulary
from claimx.nlp import Annotation

if TYPE_CHECKING:
    from spacy.tokens import Token

NameType = Literal["person", "organisation", "place", "people", "document", "other"]

_PREPOSITIONS = frozenset({"of", "for", "on", "into", "in", "to", "at", "against"})
_INNER = frozenset({"of", "for", "the", "and", "on", "against", "&", "to"})
"""Words that no person's name has inside."""


def types_of(spots: Sequence[Spot], annotation: Annotation, vocabulary: Vocabulary) -> Mapping[str, NameType]:
    """What each name (by its key) names, one answer for the whole document."""
    lower = {token.lower_ for doc in annotation.docs for token in doc if token.is_lower}
    votes: defaultdict[str, Counter[NameType]] = defaultdict(Counter)
    for spot in spots:
        votes[spot.key].update(_votes(spot, vocabulary))
    types = {key: _verdict(key, counted, lower) for key, counted in votes.items()}
    return _with_surnames(types, spots)


def head_word(words: Sequence[str]) -> str:
    """The word that says what sort of thing a name names: its last before any *of* or *for*."""
    for i, word in enumerate(words):
        if word in _PREPOSITIONS and i:
            return words[i - 1]
    return words[-1]


def _votes(spot: Spot, vocabulary: Vocabulary) -> Counter[NameType]:
    votes: Counter[NameType] = Counter()
    words = spot.words
    if spot.label == "work":
        votes["other"] += 1
    elif spot.label == "acronym":
        votes["organisation"] += 1
    elif spot.label in ("person", "organisation", "place", "people"):
        votes[spot.label] += 2  # type: ignore[index]
    else:
        votes["other"] += 2
    if spot.title is not None:
        votes["person"] += 6
    if words in vocabulary.known:
        votes["organisation"] += 3
    head = head_word(words)
    if vocabulary.noun(head, "document") and (len(words) > 1):
        votes["document"] += 7
    elif head in vocabulary.organisation_words and len(words) > 1:
        votes["organisation"] += 5
    votes.update(_context_votes(spot, vocabulary))
    if len(words) > 1 and words[0] in vocabulary.given and not _INNER.intersection(words):
        votes["person"] += 3
    if _INNER.intersection(words) or any(char.isdigit() for char in spot.key):
        votes["person"] -= 6
        votes["organisation"] += 1
    return votes


def _context_votes(spot: Spot, vocabulary: Vocabulary) -> Counter[NameType]:
    """What the words next to a name say of it."""
    votes: Counter[NameType] = Counter()
    doc = spot.doc
    before = doc[spot.first - 1] if spot.first else None
    after = doc[spot.last] if spot.last < len(doc) else None
    if before is not None:
        if before.lower_ == "the":
            votes["person"] -= 2
        elif before.pos_ in ("NOUN", "PROPN") and vocabulary.noun(before.text, "role"):
            votes["person"] += 4
        elif before.pos_ == "NOUN" and vocabulary.noun(before.text, "body"):
            votes["organisation"] += 4
    if after is not None and after.text == "," and _role_follows(after, vocabulary):
        votes["person"] += 4
    if before is not None and before.text == "," and spot.first > 1 and _body_precedes(doc[spot.first - 2], vocabulary):
        votes["organisation"] += 2
    return votes


def _role_follows(comma: Token, vocabulary: Vocabulary) -> bool:
    doc = comma.doc
    for i in range(comma.i + 1, min(comma.i + 8, len(doc))):
        if doc[i].is_punct or doc[i].pos_ in ("VERB", "AUX"):
            return False
        if vocabulary.noun(doc[i].text, "role") and doc[i].pos_ in ("NOUN", "PROPN"):
            return True
    return False


def _body_precedes(token: Token, vocabulary: Vocabulary) -> bool:
    noun = vocabulary.noun(token.text, "body")
    return noun is not None and noun.generic and token.is_lower


def _verdict(key: str, votes: Counter[NameType], lower: set[str]) -> NameType:
    words = key.split()
    common = all(word in lower or word in ("'s", "the") for word in words)
    if common:
        votes = votes.copy()
        votes["person"] -= 4
    if len(words) == 1 and votes["person"] <= 2 and key.isupper():
        votes["person"] -= 4
    best = max(votes.items(), key=lambda item: (item[1], item[0] == "organisation"), default=("other", 0))
    if best[1] <= 0 or (common and len(words) == 1 and best[1] <= 2 and best[0] != "organisation"):
        return "other"
    return best[0]


def _with_surnames(types: Mapping[str, NameType], spots: Sequence[Spot]) -> Mapping[str, NameType]:
    """A one-word name that ends or begins a person's full name in the same document is that person's, unless the
    document speaks of it otherwise more often."""
    parts = {
        part
        for key, kind in types.items()
        if kind == "person" and " " in key
        for part in (key.split()[0], key.split()[-1])
    }
    return {
        key: "person" if key in parts and kind in ("other", "place", "organisation") else kind
        for key, kind in types.items()
    }
