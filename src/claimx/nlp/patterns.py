"""The patterns of a spaCy attribute ruler, applied word by word without a matcher."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import Any, NamedTuple, Self

_Test = Callable[[str], bool]


_Tests = tuple[tuple[str, _Test], ...]


class Asked(NamedTuple):
    """What patterns may ask of a token."""

    word: str
    tag: str
    relation: str


class _Entry(NamedTuple):
    """A pattern: its place among all, which says what prevails; what it asks of a word; and what it sets."""

    number: int
    tests: _Tests
    sets: Mapping[str, int]


class _Longer(NamedTuple):
    """A pattern of several words: its place among all; what it asks of each; by which of them it is sought; and of
    which it sets what."""

    number: int
    tests: Sequence[_Tests]
    sought: int
    set_at: int
    sets: Mapping[str, int]

    def begins(self, words: Sequence[Asked], start: int) -> bool:
        """Whether the pattern stands at a place among the words."""
        stretch = words[start : start + len(self.tests)] if start >= 0 else ()
        return len(stretch) == len(self.tests) and all(map(_all, self.tests, map(_attributes, stretch)))


class WordPatterns:
    """Patterns by the tag or the word that they ask for, so that few are tried."""

    def __init__(
        self,
        entries: Iterable[tuple[_Entry, str | None, Sequence[str]]],
        longer: Iterable[tuple[_Longer, str, Sequence[str]]],
    ) -> None:
        self._by: dict[tuple[str | None, str], list[_Entry]] = defaultdict(list)
        for entry, name, values in entries:
            for value in values:
                self._by[name, value].append(entry)
        self._longer: dict[tuple[str, str], list[_Longer]] = defaultdict(list)
        self._sets: dict[int, Mapping[str, int]] = {}
        self._usual: dict[tuple[object, ...], Mapping[str, int]] = {}
        """What is set of words that no pattern names, by all else that patterns ask."""
        self._of_words = tuple(
            test
            for (name, _), some in self._by.items()
            for entry in some
            for asked, test in entry.tests
            if asked == "LOWER" != name
        )
        """What is asked of words by patterns that name none."""
        for pattern, name, values in longer:
            self._sets[pattern.number] = pattern.sets
            for value in values:
                self._longer[name, value].append(pattern)

    @classmethod
    def of(cls, ruler: Any) -> Self | None:
        """The ruler's patterns; None where they ask for what is not known here."""
        entries: list[tuple[_Entry, str | None, Sequence[str]]] = []
        longer: list[tuple[_Longer, str, Sequence[str]]] = []
        for number, entry in enumerate(ruler.patterns):
            sets = {ruler.vocab.strings[name]: value for name, value in ruler.attrs[number].items()}
            if not _KNOWN.issuperset(sets):
                return None
            for pattern in entry["patterns"]:
                tests = [_tests(token) for token in pattern]
                if not all(tests):
                    return None
                if len(pattern) > 1:
                    rarest = _rarest(pattern)
                    if rarest is None:
                        return None
                    sought, name, values = rarest
                    longer.append(
                        (_Longer(number, tests, sought, range(len(pattern))[entry["index"]], sets), name, values)
                    )
                    continue
                key = next((name for name in ("LOWER", "TAG") if _values(pattern[0].get(name))), None)
                entries.append((_Entry(number, tests[0], sets), key, _values(pattern[0].get(key)) or [""]))
        return cls(entries, longer)

    def apply(self, asked: Asked, longer: Sequence[int] = ()) -> Mapping[str, int]:
        """What the patterns of single words set of such a token, by attribute, and those of several words that were
        found to set something of it."""
        lower = asked.word.lower()
        named = self._by.get(("LOWER", lower), ())
        if named or longer:
            return self._applied(asked, named, longer)
        usual = (asked.tag, asked.relation, asked.word.isspace(), *(test(lower) for test in self._of_words))
        if usual not in self._usual:
            self._usual[usual] = self._applied(asked)
        return self._usual[usual]

    def _applied(self, asked: Asked, named: Sequence[_Entry] = (), longer: Sequence[int] = ()) -> Mapping[str, int]:
        values = _attributes(asked)
        tried = [*named, *self._by.get(("TAG", asked.tag), ()), *self._by.get((None, ""), ())]
        found = [(entry.number, entry.sets) for entry in tried if _all(entry.tests, values)]
        found += [(number, self._sets[number]) for number in longer]
        sets: dict[str, int] = {}
        for _, one in sorted(found, key=itemgetter(0)):
            sets.update(one)
        return sets

    def seeks(self, asked: Asked) -> bool:
        """Whether a pattern of several words is sought by such a token."""
        return any(self._sought_by(asked))

    def longer(self, asked: Sequence[Asked]) -> Iterator[tuple[int, int]]:
        """The patterns of several words that stand among the tokens: the token of which each sets something, and its
        number."""
        for at, one in enumerate(asked):
            for pattern in self._sought_by(one):
                if pattern.begins(asked, at - pattern.sought):
                    yield at - pattern.sought + pattern.set_at, pattern.number

    def _sought_by(self, asked: Asked) -> Sequence[_Longer]:
        named = self._longer.get(("LOWER", asked.word.lower()), ())
        related = self._longer.get(("DEP", asked.relation), ())
        return [*named, *related] if named or related else ()


def _attributes(asked: Asked) -> dict[str, str]:
    lower, space = asked.word.lower(), str(asked.word.isspace())
    return {"LOWER": lower, "TAG": asked.tag, "DEP": asked.relation, "IS_SPACE": space}


def _all(tests: _Tests, values: Mapping[str, str]) -> bool:
    return all(test(values[name]) for name, test in tests)


_ASKED = frozenset({"LOWER", "TAG", "DEP", "IS_SPACE"})
_KNOWN = frozenset({"TAG", "POS", "MORPH", "LEMMA", "DEP"})


def _tests(token: Mapping[str, Any]) -> _Tests:
    """What a pattern asks of a token; nothing where that is not known here."""
    tests = tuple((name, test) for name, value in token.items() if (test := _test(value)) is not None)
    return tests if len(tests) == len(token) and _ASKED.issuperset(token) else ()


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


def _rarest(pattern: Sequence[Mapping[str, Any]]) -> tuple[int, str, list[str]] | None:
    """The token that has the fewest words or relations of which one must be there: its place, what they are, and they
    themselves."""
    found = [(at, name, _values(token.get(name))) for at, token in enumerate(pattern) for name in ("LOWER", "DEP")]
    return min((one for one in found if one[2]), key=lambda one: len(one[2]), default=None)
