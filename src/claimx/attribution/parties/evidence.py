"""Decides what a name names: the recogniser's opinion of each place, weighed against the rest of the document."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from claimx.attribution.parties.lowercase import lower_pairs, stem
from claimx.attribution.parties.spots import Spot, initials_of
from claimx.attribution.parties.surroundings import NameType, acts_on_its_own, context_votes, is_work
from claimx.attribution.parties.vocabulary import Vocabulary
from claimx.nlp import Annotation

_PREPOSITIONS = frozenset({"of", "for", "on", "into", "in", "to", "at", "against"})
_ACTIVE = frozenset({"nsubj", "nsubjpass", "poss", "conj", "appos", "ROOT"})
"""Where people stand who do or say something."""
_REPEATED = 3
_NAMESAKE = 3
"""What a title in one place says for the same name in another: *Mr Kent* may well go to Kent."""
_OWNER = 8
"""What *launched its* takes from each place that looks like a person."""
_NEVER = 1 << 60
_INNER = frozenset({"of", "for", "the", "and", "on", "against", "&", "to"})
"""Words that no person's name has inside."""


def types_of(
    spots: Sequence[Spot], annotation: Annotation, vocabulary: Vocabulary, lower: set[str]
) -> Mapping[int, NameType]:
    """What the name at each spot (by its start) names: one answer for all places of a name, unless a title tells.
    `lower`: the words that the document writes in lower case."""
    votes: defaultdict[str, Counter[NameType]] = defaultdict(Counter)
    for spot in spots:
        votes[spot.key].update({"person": _NAMESAKE} if _is_titled(spot) else _votes(spot, vocabulary))
    _discount_repeated(votes, spots, vocabulary)
    _credit_owners(votes, spots, vocabulary)
    sure = {spot.key for spot in spots if spot.words in vocabulary.known or spot.words[0].isupper()}
    types = {key: _verdict(key, counted, lower - {key} if key in sure else lower) for key, counted in votes.items()}
    for key in _common_phrases(spots, annotation, vocabulary) - sure:
        types[key] = "other" if types[key] != "document" else types[key]
    types |= _initialled(types, spots)
    final = _with_short_forms(types, spots, lower - sure, vocabulary)
    return {spot.start: "person" if _is_titled(spot) else final[spot.key] for spot in spots}


def _common_phrases(spots: Sequence[Spot], annotation: Annotation, vocabulary: Vocabulary) -> set[str]:
    """Names of two words and more that the text also writes in lower case: a capital is a house style there. Of people
    in the plural the last two words are enough (*Senior Care Workers*, *care workers*)."""
    pairs = lower_pairs(annotation)
    found = set()
    for spot in spots:
        written = list(pairwise(stem(token.lower_) for token in spot.doc[spot.first : spot.last]))
        if pairs.issuperset(written[-1:] if _is_people(spot, vocabulary) else written) and written:
            found.add(spot.key)
    return found


def _is_people(spot: Spot, vocabulary: Vocabulary) -> bool:
    """Does the name end with a plural noun for people?"""
    last = spot.words[-1]
    return last.endswith("s") and vocabulary.noun(last, "people") is not None


def _is_titled(spot: Spot) -> bool:
    style = spot.title.style if spot.title is not None else None
    return style in ("courtesy", "honour", "peerage") or (spot.title is not None and spot.title.telling)


def _is_marked(spot: Spot, vocabulary: Vocabulary) -> bool:
    """Does a title before the name, or do letters after it, tell that it is a person's?"""
    return spot.title is not None or not vocabulary.telling_letters.isdisjoint(spot.rules)


def _discount_repeated(votes: Mapping[str, Counter[NameType]], spots: Sequence[Spot], vocabulary: Vocabulary) -> None:
    """Takes votes from people who are no people: who are called by their full name time and again and never by surname,
    or by one word that the recogniser is not sure of, without title or full name anywhere."""
    times = Counter(spot.key for spot in spots)
    titled = {spot.key for spot in spots if _is_marked(spot, vocabulary)}
    active = {spot.key for spot in spots if spot.doc[spot.first : spot.last].root.dep_ in _ACTIVE}
    parts = {word for key in times if " " in key for word in (key.split()[0], key.split()[-1])}
    for spot in {spot.key: spot for spot in spots}.values():
        single = len(spot.words) == 1
        if spot.key in titled or spot.words[0] in vocabulary.given:
            continue
        doubted = single and spot.key not in parts and (votes[spot.key]["organisation"] > 0 or spot.key not in active)
        if doubted or (not single and times[spot.key] >= _REPEATED and spot.words[-1].casefold() not in times):
            votes[spot.key]["person"] -= 3 * times[spot.key]
            votes[spot.key]["organisation"] += votes[spot.key]["organisation"] > 0 or not single


def _credit_owners(votes: Mapping[str, Counter[NameType]], spots: Sequence[Spot], vocabulary: Vocabulary) -> None:
    """Takes a name for a body, though it is made like a person's, where it launches or uses what is *its* own."""
    times = Counter(spot.key for spot in spots)
    titled = {spot.key for spot in spots if _is_marked(spot, vocabulary)}
    for spot in spots:
        if spot.key not in titled and acts_on_its_own(spot, vocabulary):
            votes[spot.key].update({"organisation": 1, "person": -_OWNER * times[spot.key]})


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
        votes["organisation"] += 2 * (spot.doc[spot.first].dep_ in ("nsubj", "nsubjpass", "poss", "pobj"))
    elif spot.label in ("person", "organisation", "place", "people"):
        shouted = len(words) == 1 and words[0].isupper() and spot.label == "person"
        votes["other" if shouted else spot.label] += 2  # type: ignore[index]
    else:
        votes["other"] += 2
    if _is_marked(spot, vocabulary):
        votes["person"] += 6
    if words in vocabulary.known:
        votes["organisation"] += 3
    head = head_word(words)
    named_first = words[0] in vocabulary.given
    if len(words) == 1 and (vocabulary.noun(head, "role") or vocabulary.noun(head, "people")) and spot.title is None:
        votes["organisation"] -= 3
    is_body = head in vocabulary.organisation_words
    titled = vocabulary.noun(head, "document") or (not is_body and vocabulary.noun(words[-1], "document"))
    if titled and len(words) > 1 and spot.label != "person":
        votes["document"] += 7
    elif is_body and len(words) > 1 and not (named_first and len(words) == 2):
        votes["organisation"] += 5
    votes.update(context_votes(spot, vocabulary))
    if words not in vocabulary.known and not is_body and len(words) > 1 and is_work(spot, vocabulary):
        votes["document"] += 9
    if len(words) > 1 and words[0] in vocabulary.given and not _INNER.intersection(words):
        votes["person"] += 3
    if len(words) == 1 and any(char.isdigit() for char in words[0]):
        votes["other"] += 6
    if _INNER.intersection(words) or any(char.isdigit() for char in spot.key):
        votes["person"] -= 6
        votes["organisation"] += 1
    return votes


def _verdict(key: str, votes: Counter[NameType], lower: set[str]) -> NameType:
    words = key.split()
    common = all(word in lower or word in ("'s", "the") for word in words)
    if common:
        votes = votes.copy()
        votes["person"] -= 4
    best = max(votes.items(), key=lambda item: (item[1], item[0] == "organisation"), default=("other", 0))
    if best[1] <= 0 or (common and len(words) == 1 and best[0] != "person"):
        return "other"
    return best[0]


def _initialled(types: Mapping[str, NameType], spots: Sequence[Spot]) -> dict[str, NameType]:
    """The runs of capitals that are the initials of a body's name: bodies, whatever the recogniser takes them for."""
    bodies = (spot.words for spot in spots if types[spot.key] == "organisation" and spot.is_long)
    initials = {letters for words in bodies for letters in initials_of(words)}
    return {spot.key: "organisation" for spot in spots if spot.words[0].isupper() and spot.key in initials}


def _with_short_forms(
    types: Mapping[str, NameType], spots: Sequence[Spot], common: set[str], vocabulary: Vocabulary
) -> Mapping[str, NameType]:
    """One-word names that are parts of longer ones in the same document get their type: the last or first word of a
    person's name, or the first of a body's, whichever the text names first."""
    people: dict[str, int] = {}
    bodies: dict[str, int] = {}
    for spot in spots:
        words = spot.key.split()
        if len(words) > 1 and types[spot.key] == "person":
            people.setdefault(words[0], spot.start)
            people.setdefault(words[-1], spot.start)
        elif len(words) > 1 and types[spot.key] == "organisation" and spot.words[0] not in vocabulary.given:
            bodies.setdefault(words[0], spot.start)
    found = dict(types)
    for key, kind in types.items():
        if (
            key in bodies
            and key not in common
            and kind in ("person", "other")
            and bodies[key] < people.get(key, _NEVER)
        ):
            found[key] = "organisation"
        elif key in people and kind in ("other", "place", "organisation") and people[key] < bodies.get(key, _NEVER):
            found[key] = "person"
    return found
