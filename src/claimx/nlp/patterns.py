"""The single-word patterns of a spaCy attribute ruler, applied to a word without a matcher."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple, Self

_Test = Callable[[str], bool]


class _Entry(NamedTuple):
    """A pattern: its place among all, which says what prevails; what it asks of a word; and what it sets."""

    number: int
    tests: tuple[tuple[str, _Test], ...]
    sets: Mapping[str, int]


class WordPatterns:
    """Patterns by the tag or the word that they ask for, so that few are tried."""

    def __init__(self, entries: Iterable[tuple[_Entry, str | None, Sequence[str]]], longer: Mapping[str, set[str]]):
        self._by: dict[tuple[str | None, str], list[_Entry]] = defaultdict(list)
        for entry, name, values in entries:
            for value in values:
                self._by[name, value].append(entry)
        self._longer = longer

    @classmethod
    def of(cls, ruler: Any) -> Self | None:
        """The ruler's patterns; None where they ask for what is not known here."""
        entries: list[tuple[_Entry, str | None, Sequence[str]]] = []
        longer: dict[str, set[str]] = {"LOWER": set(), "DEP": set()}
        for number, entry in enumerate(ruler.patterns):
            for pattern in entry["patterns"]:
                read = [{name: _test(value) for name, value in token.items()} for token in pattern]
                if any(name not in _ASKED or test is None for token in read for name, test in token.items()):
                    return None
                if len(pattern) > 1:
                    rarest = _rarest(pattern)
                    if rarest is None:
                        return None
                    longer[rarest[0]].update(rarest[1])
                    continue
                tests = tuple((name, test) for name, test in read[0].items() if test is not None)
                sets = {ruler.vocab.strings[name]: value for name, value in ruler.attrs[number].items()}
                if not _KNOWN.issuperset(sets):
                    return None
                name = next((name for name in ("LOWER", "TAG") if _values(pattern[0].get(name))), None)
                entries.append((_Entry(number, tests, sets), name, _values(pattern[0].get(name)) or [""]))
        return cls(entries, longer)

    def apply(self, word: str, tag: str, dep: str) -> dict[str, int] | None:
        """What the patterns set of such a token, by attribute; None where it may belong to a pattern of several."""
        lower = word.lower()
        if lower in self._longer["LOWER"] or dep in self._longer["DEP"]:
            return None
        asked = {"LOWER": lower, "TAG": tag, "DEP": dep, "IS_SPACE": str(word.isspace())}
        tried = (*self._by.get(("LOWER", lower), ()), *self._by.get(("TAG", tag), ()), *self._by.get((None, ""), ()))
        sets: dict[str, int] = {}
        for entry in sorted(tried, key=lambda one: one.number):
            if all(test(asked[name]) for name, test in entry.tests):
                sets.update(entry.sets)
        return sets


_ASKED = frozenset({"LOWER", "TAG", "DEP", "IS_SPACE"})
_KNOWN = frozenset({"TAG", "POS", "MORPH", "LEMMA", "DEP"})


def _test(wanted: Any) -> _Test | None:
    """What a pattern asks of one attribute; None where that is not known here."""
    match wanted:
        case bool():
            return lambda value: value == str(wanted)
        case str():
            return lambda value: value == wanted
        case {"IN": [*values], **rest} if not rest:
            return frozenset(values).__contains__
        case {"NOT_IN": [*values], **rest} if not rest:
            return lambda value: value not in values
        case {"REGEX": str() as pattern, **rest} if not rest:
            found = re.compile(pattern).search
            return lambda value: found(value) is not None
    return None


def _values(wanted: Any) -> list[str]:
    """The values one of which a pattern asks for; none where it asks otherwise."""
    if isinstance(wanted, str):
        return [wanted]
    return list(wanted.get("IN", ())) if isinstance(wanted, dict) else []


def _rarest(pattern: Sequence[Mapping[str, Any]]) -> tuple[str, list[str]] | None:
    """Of all tokens of the pattern, the words or relations of which one must be there that has the fewest."""
    found = [(name, _values(token.get(name))) for token in pattern for name in ("LOWER", "DEP")]
    return min((one for one in found if one[1]), key=lambda one: len(one[1]), default=None)
