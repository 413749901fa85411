"""People: which mentions are one person, under the fullest name that the document gives."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import islice

from claimx.attribution.parties.spots import PARTICLES, Spot
from claimx.attribution.parties.vocabulary import Vocabulary
from claimx.rulebook.kinds.party import Gender

_MAX_NAMESAKES = 50
"""People of one surname or first name among whom a short form is decided."""
_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})


class People:
    """Maps the spots of people to persons. Surnames and first names alone are looked up in the full names; where
    several people share one, the one that was mentioned most so far is meant."""

    def __init__(self, spots: Sequence[Spot], vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._full = _full_names(spots)
        self._by_last, self._by_first = _indexes(self._full)
        self._votes = self._gender_votes(spots)
        self._alone: defaultdict[str, list[str]] = defaultdict(list)
        self._times: Counter[str] = Counter()
        self.of_spot: dict[int, str] = {}
        """Start of a spot to the person's name."""
        for spot in spots:
            name = self._name(spot)
            self.of_spot[spot.start] = name
            self._times[name] += 1
        self.genders: dict[str, Gender | None] = {
            name: _decided(self._votes.get(name)) for name in dict.fromkeys(self.of_spot.values())
        }

    def _name(self, spot: Spot) -> str:
        """The person's fullest name."""
        words = _core(spot)
        name = self._full.get(" ".join(words).casefold()) or self._short(spot, words)
        if name is None:
            name = self._only_surname(spot, words)
        if spot.title is not None and spot.title.gender:
            self._votes[name][spot.title.gender] += 5
        return name

    def _only_surname(self, spot: Spot, words: Sequence[str]) -> str:
        """The name of somebody whom the document never names in full: with the title that came first."""
        known = self._alone[words[-1].casefold()]
        gender = spot.title.gender if spot.title is not None else None
        for name in reversed(known):
            if gender is None or _decided(self._votes.get(name)) in (None, gender):
                return name
        known.append(_alone(spot))
        return known[-1]

    def _gender_votes(self, spots: Sequence[Spot]) -> defaultdict[str, Counter[Gender]]:
        votes: defaultdict[str, Counter[Gender]] = defaultdict(Counter)
        for spot in spots:
            words = _core(spot)
            name = self._full.get(" ".join(words).casefold())
            gender = self._vocabulary.gender_of(words[0]) if name else None
            if name and gender:
                votes[name][gender] += 2
        return votes

    def add_gender(self, name: str, gender: Gender) -> None:
        """Takes a gender that the text shows (a role, a pronoun) for a person who has none yet."""
        if self.genders.get(name) is None:
            self.genders[name] = gender

    def _short(self, spot: Spot, words: Sequence[str]) -> str | None:
        """The full name that a surname, a first name, or a knight's title and first name stand for: of several, the one
        that was mentioned most so far."""
        title = spot.title
        honour = title is not None and title.style == "honour" and len(words) == 1
        candidates = self._by_first.get(words[0].casefold(), ()) if honour else ()
        candidates = candidates or self._by_last.get(words[-1].casefold(), ())
        if not candidates and len(words) == 1 and title is None:
            candidates = self._by_first.get(words[0].casefold(), ())
        if title is not None and title.gender:
            candidates = [n for n in candidates if _decided(self._votes.get(n)) in (None, title.gender)]
        if len(words) > 1:
            initial = words[0].rstrip(".").casefold()
            candidates = [n for n in candidates if len(initial) == 1 and n[0].casefold() == initial]
        return max(candidates, key=lambda name: self._times[name], default=None)


def _core(spot: Spot) -> tuple[str, ...]:
    """The words of a name without generation suffixes, and without the particles that open a surname alone."""
    words = spot.words
    opens = len(words) > 2 and words[0].casefold() in PARTICLES and words[1] in PARTICLES
    while len(words) > 1 and (words[0] in PARTICLES or words[0] == "-" or opens):
        words, opens = words[1:], False
    while len(words) > 1 and words[-1].casefold() in _SUFFIXES:
        words = words[:-1]
    return words


def _full_names(spots: Sequence[Spot]) -> dict[str, str]:
    """Every full name (two words or more) of the people, each mapped to the fullest variant: *Ann Lee* and *Ann B. Lee*
    are one."""
    times = Counter(" ".join(_core(spot)).casefold() for spot in spots)
    variants: defaultdict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for spot in spots:
        words = _core(spot)
        peer = spot.title is not None and spot.title.style == "peerage"
        if len(words) > 1:
            name = spot.name
            if peer and spot.title is not None:
                name = f"{spot.doc[spot.first - 1].text} {name}"
            variants[words[0].casefold(), words[-1].casefold()].setdefault(" ".join(words).casefold(), name)
    full = {key: max(names.values(), key=len) for names in variants.values() for key in names}
    return {key: full[_without_tail(key, full, times)] for key in full}


def _without_tail(key: str, full: Mapping[str, str], times: Mapping[str, int]) -> str:
    """The name that a rarer one begins with: a headline's capitals run on (*Ann Lee Defends*)."""
    words = key.split()
    for cut in range(2, len(words)):
        short = " ".join(words[:cut])
        if short in full and times[short] > times[key]:
            return short
    return key


def _indexes(full: Mapping[str, str]) -> tuple[Mapping[str, Sequence[str]], Mapping[str, Sequence[str]]]:
    by_last: defaultdict[str, dict[str, None]] = defaultdict(dict)
    by_first: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for key, name in full.items():
        by_last[key.split()[-1]][name] = None
        by_first[key.split()[0]][name] = None
    return _bounded(by_last), _bounded(by_first)


def _bounded(index: Mapping[str, Mapping[str, None]]) -> dict[str, list[str]]:
    return {word: list(islice(names, _MAX_NAMESAKES)) for word, names in index.items()}


def _alone(spot: Spot) -> str:
    """The name of somebody whom the document never names in full: with the title, which is all there is beside it."""
    name = spot.name
    if spot.title is None or len(_core(spot)) > 1 or spot.title.style in ("rank", "office"):
        return name
    return f"{_title_text(spot)} {name}"


def _title_text(spot: Spot) -> str:
    before = spot.doc[spot.first - 1]
    return before.text if before.text != "." else spot.doc[spot.first - 2].text


def _decided(votes: Counter[Gender] | None) -> Gender | None:
    if not votes:
        return None
    (best, count), *rest = votes.most_common(2)
    return best if not rest or count > rest[0][1] else None
