"""People: which mentions are one person, under the fullest name that the document gives."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from claimx.attribution.spotting import Spot
from claimx.attribution.vocabulary import Vocabulary
from claimx.rulebook.kinds.party import Gender

_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})


@dataclass(frozen=True, slots=True)
class Person:
    """One person of a document."""

    name: str
    gender: Gender | None


class People:
    """Maps the spots of people to persons. Surnames and first names alone are looked up in the full names; where
    several people share one, the one that was named last before it is meant."""

    def __init__(self, spots: Sequence[Spot], vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self.of_spot: dict[int, str] = {}
        """Start of a spot to the person's name."""
        full = _full_names(spots)
        by_last, by_first = _indexes(full)
        genders = self._gender_votes(spots, full)
        latest: dict[str, str] = {}
        for spot in spots:
            words = _core(spot)
            key = " ".join(words).casefold()
            if key in full:
                name = full[key]
            else:
                name = self._short(spot, words, by_last, by_first, genders, latest) or _alone(spot)
            self.of_spot[spot.start] = name
            for word in name.split()[-1:] + name.split()[:1]:
                latest[word.casefold()] = name
        for spot in spots:
            if spot.title is not None and spot.title.gender:
                genders[self.of_spot[spot.start]][spot.title.gender] += 5
        self.genders: Mapping[str, Gender | None] = {
            name: _decided(genders.get(name)) for name in dict.fromkeys(self.of_spot.values())
        }

    def _gender_votes(self, spots: Sequence[Spot], full: Mapping[str, str]) -> defaultdict[str, Counter[Gender]]:
        votes: defaultdict[str, Counter[Gender]] = defaultdict(Counter)
        for spot in spots:
            words = _core(spot)
            name = full.get(" ".join(words).casefold())
            gender = self._vocabulary.gender_of(words[0]) if name else None
            if name and gender:
                votes[name][gender] += 2
            if name and spot.title is not None and spot.title.gender:
                votes[name][spot.title.gender] += 5
        return votes

    def add_gender(self, name: str, gender: Gender) -> None:
        """Takes a gender that the text shows (a role, a pronoun) for a person who has none yet."""
        if self.genders.get(name) is None:
            self.genders = {**self.genders, name: gender}

    def _short(
        self,
        spot: Spot,
        words: Sequence[str],
        by_last: Mapping[str, Sequence[str]],
        by_first: Mapping[str, Sequence[str]],
        genders: Mapping[str, Counter[Gender]],
        latest: Mapping[str, str],
    ) -> str | None:
        """The full name that a surname, a first name, or a knight's title and first name stand for."""
        honour = spot.title is not None and spot.title.style == "honour"
        candidates = by_first.get(words[0].casefold(), ()) if honour and len(words) == 1 else ()
        candidates = candidates or by_last.get(words[-1].casefold(), ())
        if not candidates and len(words) == 1 and spot.title is None:
            candidates = by_first.get(words[0].casefold(), ())
        if spot.title is not None and spot.title.gender:
            fit = [n for n in candidates if _decided(genders.get(n)) in (None, spot.title.gender)]
            candidates = fit
        if len(words) > 1 and not honour:
            candidates = [
                n
                for n in candidates
                if n.split()[0][0].casefold() == words[0][0].casefold() and len(words[0].rstrip(".")) == 1
            ]
        if len(candidates) < 2:
            return candidates[0] if candidates else None
        recent = latest.get(words[-1].casefold())
        return recent if recent in candidates else candidates[0]


def _core(spot: Spot) -> tuple[str, ...]:
    """The words of a name without generation suffixes."""
    words = spot.words
    while len(words) > 1 and words[-1].casefold() in _SUFFIXES:
        words = words[:-1]
    return words


def _full_names(spots: Iterable[Spot]) -> dict[str, str]:
    """Every full name (two words or more) of the people, each mapped to the fullest variant: *Ann Lee* and *Ann B. Lee*
    are one."""
    variants: defaultdict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for spot in spots:
        words = _core(spot)
        peer = spot.title is not None and spot.title.style == "peerage"
        if len(words) > 1:
            name = " ".join(words)
            if peer and spot.title is not None:
                name = f"{spot.doc[spot.first - 1].text} {name}"
            variants[words[0].casefold(), words[-1].casefold()].setdefault(" ".join(words).casefold(), name)
    return {key: max(names.values(), key=len) for names in variants.values() for key in names}


def _indexes(full: Mapping[str, str]) -> tuple[Mapping[str, Sequence[str]], Mapping[str, Sequence[str]]]:
    by_last: defaultdict[str, dict[str, None]] = defaultdict(dict)
    by_first: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for key, name in full.items():
        by_last[key.split()[-1]][name] = None
        by_first[key.split()[0]][name] = None
    return {k: list(v) for k, v in by_last.items()}, {k: list(v) for k, v in by_first.items()}


def _alone(spot: Spot) -> str:
    """The name of somebody whom the document never names in full: with the title, which is all there is beside it."""
    name = " ".join(_core(spot))
    if spot.title is None or spot.last - spot.first > 1:
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
