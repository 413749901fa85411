"""Pairs of claims that are worth comparing, found by sorting and by hashes: near-linear in the number of claims."""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from claimx.model import Claim
from claimx.resolve.blocking import blocks, near_bins
from claimx.resolve.rounding import agree, is_rough
from claimx.resolve.strength import TELLING
from claimx.resolve.table import Table
from claimx.resolve.values import UNNAMED, Value, bin_of, readings

_REACH, _SHORT_REACH = 48, 6
"""Claims of one document next to a figure, in order of size, that it is compared with; in a long one, such as a table
of thousands of rows, far fewer."""
_LONG = 600
"""Claims from which a document is long."""

_ROOM, _POINTS = 0.12, 2.0
"""The part, and the percentage points, by which figures of one document may differ to be compared."""

_BLOCK = 8
"""Claims of one figure up to which each is compared with each; beyond, they must share a rare word."""

_RARE_WORDS, _SHARED_WORDS = 6, 2
"""Words of a claim by which it is looked for in a large block, and how many of them another one must have."""

_VERY_TELLING, _TELLING_WORDS = 4.0, 2
"""Strength of a figure that a subject of one word is enough for, as *7,116 jobs*; of others, as *120 jobs*, two texts
may well tell of two things, and words of a subject that is one thing."""

_TWINS = 12
"""Claims of a large block that may share a rare word and still all be compared."""


class Pair(NamedTuple):
    """Two claims by their places, the earlier one first, and whether one of their figures is a rounding."""

    first: int
    second: int
    rounded: bool


class PairFinder:
    """Finds the pairs of a table: document by document, then across all of those that were met."""

    def __init__(self, table: Table, left_out: Sequence[int]) -> None:
        self._table = table
        self._left_out = left_out
        self._hashes, self._owners = array("q"), array("i")
        self._rough: dict[int, Value] = {}
        self._exact, self._bins = array("i"), array("q")

    def within(self, document: range) -> list[Pair]:
        """Pairs of one document's claims whose figures agree."""
        claims = self._table.claims
        entries: list[tuple[str, float, int, Value]] = []
        exact: dict[Value, list[int]] = defaultdict(list)
        for index in document:
            values = readings(claims[index], self._table.wording.dimensions)
            for value in values:
                if len(value.numbers) == 1:
                    entries.append((value.measure, float(value.numbers[0]), index, value))
                else:
                    exact[value].append(index)
            if values and not self._left_out[index]:
                self._meet(index, values)
        reach = _REACH if len(document) < _LONG else _SHORT_REACH
        found: dict[tuple[int, int], bool] = {}
        for block in exact.values():
            for at, i in enumerate(block):
                found.update(((i, j), False) for j in block[at + 1 : at + reach] if i != j)
        entries.sort()
        for at, (measure, number, i, value) in enumerate(entries):
            room = -1.0
            for other, near, j, twin in entries[at + 1 : at + reach]:
                if other != measure:
                    break
                if room < 0.0:
                    room = max(abs(number) * _ROOM, _POINTS if measure == "share" else 0.0)
                if near - number > room:
                    break
                pair = (i, j) if i < j else (j, i)
                rounded = agree(claims[i], value, claims[j], twin)
                if i != j and rounded is not None and found.get(pair, True):
                    found[pair] = rounded
        return [Pair(i, j, rounded) for (i, j), rounded in sorted(found.items())]

    def _meet(self, index: int, values: Sequence[Value]) -> None:
        """Keeps what the claim is to be found by from other documents."""
        for value in values:
            if value.measure != UNNAMED:
                self._hashes.append(hash(value))
                self._owners.append(index)
        first = values[0]
        if is_rough(self._table.claims[index], first):
            self._rough[index] = first
        elif len(first.numbers) == 1 and (number := first.numbers[0]) > 0:
            self._exact.append(index)
            self._bins.append(hash((first.measure, bin_of(number))))

    def across(self) -> Iterator[list[Pair]]:
        """Pairs of different documents' claims whose figures agree, in blocks."""
        for block in blocks(self._hashes, self._owners):
            pairs = [Pair(i, j, rounded=False) for i, j in self._in_block(block)]
            if pairs:
                yield pairs
        yield from self._roundings()

    def _in_block(self, block: Sequence[int]) -> Iterator[tuple[int, int]]:
        """Pairs of a block's claims; of large blocks, only those that are likely to be alike."""
        common = self._table.vocabulary.common
        sentences = [self._table.sentence(index) for index in block]
        if len(block) <= _BLOCK:
            for (one, i), (other, j) in combinations(zip(sentences, block, strict=True), 2):
                met = one & other
                if len(met) >= _SHARED_WORDS and len(met - common) >= _SHARED_WORDS and self._apart(i, j):
                    yield i, j
            return
        words: dict[int, list[int]] = defaultdict(list)
        for index, sentence in zip(block, sentences, strict=True):
            for word in self._table.vocabulary.rarest(sentence, _RARE_WORDS):
                words[word].append(index)
        shared: Counter[tuple[int, int]] = Counter()
        for group in words.values():
            if 1 < len(group) <= _TWINS:
                shared.update(combinations(group, 2))
        yield from sorted(pair for pair, count in shared.items() if count >= _SHARED_WORDS and self._apart(*pair))

    def _apart(self, one: int, other: int) -> bool:
        return self._table.claims[one].document != self._table.claims[other].document

    def _roundings(self) -> Iterator[list[Pair]]:
        """Pairs of a claim whose words call it a rounding and one of another document that it can stand for, and that
        has some of its rare words."""
        claims, vocabulary = self._table.claims, self._table.vocabulary
        wanted: dict[int, dict[int, list[int]]] = {}
        for index, value in self._rough.items():
            rare = vocabulary.rarest(self._table.sentence(index), _RARE_WORDS)
            for bin_ in near_bins(claims[index], value):
                words = wanted.setdefault(hash((value.measure, bin_)), defaultdict(list))
                for word in rare:
                    words[word].append(index)
        for index, here in zip(self._exact, self._bins, strict=True):
            near = wanted.get(here)
            met = near.keys() & self._table.words(index) if near else ()
            if near is None or len(met) < _SHARED_WORDS:
                continue
            once, often = set[int](), set[int]()
            for word in met:
                for other in near[word][:_TWINS]:
                    (often if other in once else once).add(other)
            if not often:
                continue
            value = readings(claims[index], self._table.wording.dimensions)[0]
            pairs = [
                Pair(min(index, other), max(index, other), rounded=True)
                for other in sorted(often)
                if self._apart(index, other)
                and self._rough[other].measure == value.measure
                and agree(claims[other], self._rough[other], claims[index], value)
            ]
            if pairs:
                yield pairs


def repetitions(table: Table) -> Iterator[tuple[int, int]]:
    """Claims that say the same in the same sentence, elsewhere, each with the first such: agencies' copy, captions,
    headlines. They need no comparison, and are most of what repeats in a large run."""
    claims = table.claims
    keys = array("q", (hash((claim.sentence, claim.surface)) for claim in claims))
    for block in blocks(keys, range(len(keys))):
        firsts: dict[object, int] = {}
        for index in block:
            claim = claims[index]
            nth = table.twins.get(index, (0, 0))[1]
            key = claim.sentence, claim.surface, nth, claim.value, claim.unit, claim.subject, claim.period, claim.per
            first = firsts.setdefault(key, index)
            if first != index and not table.in_one_sentence(first, index):
                yield first, index


def of_one_subject(table: Table) -> Iterator[tuple[int, int]]:
    """Claims of a telling figure that name the same subject in the same words, each with the first such: they need no
    comparison either."""
    claims, generic = table.claims, table.vocabulary.generic
    keys, owners = array("q"), array("i")
    for index, claim in enumerate(claims):
        if table.strength[index] >= TELLING and claim.subject and claim.value is not None and claim.change is None:
            keys.append(hash(_said(claim)))
            owners.append(index)
    for block in blocks(keys, owners):
        first = block[0]
        telling = len(table.subject(first) - generic)
        if telling < (1 if table.strength[first] >= _VERY_TELLING else _TELLING_WORDS):
            continue
        said = _said(claims[first])
        for index in block[1:]:
            if _said(claims[index]) == said and not table.in_one_sentence(first, index):
                yield first, index


def _said(claim: Claim) -> tuple[object, ...]:
    return claim.subject, claim.value, claim.kind, claim.unit, claim.per, claim.period, claim.comparator
