"""Pairs of claims that are worth comparing, found by sorting and by hashes: near-linear in the number of claims."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from claimx.resolve.blocking import blocks, near_bins
from claimx.resolve.table import Table
from claimx.resolve.values import Value, agree, is_rough

_REACH = 48
"""Claims of one document next to a figure, in order of size, that it is compared with."""

_ROOM, _POINTS = 0.12, 2.0
"""The part, and the percentage points, by which figures of one document may differ to be compared."""

_BLOCK = 8
"""Claims of one figure up to which each is compared with each; beyond, they must share a rare word."""

_RARE_WORDS = 4
"""Words of a claim by which it is looked for in a large block."""

_TWINS = 12
"""Claims of a large block that may share a rare word and still all be compared."""


class Pair(NamedTuple):
    """Two claims by their places, the earlier one first, and whether one of their figures is a rounding."""

    first: int
    second: int
    rounded: bool


def within(table: Table, document: range) -> list[Pair]:
    """Pairs of one document's claims whose figures agree."""
    entries: list[tuple[str, float, int, Value]] = []
    exact: dict[Value, list[int]] = defaultdict(list)
    for index in document:
        for value in table.readings(index):
            if len(value.numbers) == 1:
                entries.append((value.measure, float(value.numbers[0]), index, value))
            else:
                exact[value].append(index)
    found: dict[tuple[int, int], bool] = {}
    for block in exact.values():
        for at, i in enumerate(block):
            found.update(((i, j), False) for j in block[at + 1 : at + _REACH] if i != j)
    entries.sort()
    for at, (measure, number, i, value) in enumerate(entries):
        room = max(abs(number) * _ROOM, _POINTS if measure == "share" else 0.0)
        for other, near, j, twin in entries[at + 1 : at + _REACH]:
            if other != measure or near - number > room:
                break
            pair = (i, j) if i < j else (j, i)
            rounded = agree(table.claims[i], value, table.claims[j], twin)
            if i != j and rounded is not None and found.get(pair, True):
                found[pair] = rounded
    return [Pair(i, j, rounded) for (i, j), rounded in sorted(found.items())]


def repetitions(table: Table) -> Iterator[tuple[int, int]]:
    """Claims that say the same in the same sentence, elsewhere, each with the first such: agencies' copy, captions,
    headlines. They need no comparison, and are most of what repeats in a large run."""
    claims = table.claims
    keys = array("q", (hash((claim.sentence, claim.surface)) for claim in claims))
    for block in blocks(keys, array("i", range(len(keys)))):
        firsts: dict[object, int] = {}
        for index in block:
            claim = claims[index]
            nth = table.twins.get(index, (0, 0))[1]
            key = claim.sentence, claim.surface, nth, claim.value, claim.unit, claim.subject, claim.period, claim.per
            first = firsts.setdefault(key, index)
            if first != index and not table.in_one_sentence(first, index):
                yield first, index


def across(table: Table, chosen: Iterable[int]) -> Iterator[list[Pair]]:
    """Pairs of different documents' claims, of those that are chosen, in blocks of claims whose figures agree."""
    hashes, owners = array("q"), array("i")
    rough: list[int] = []
    for index in chosen:
        for place, value in enumerate(table.readings(index)):
            if value.measure == "number":
                continue
            hashes.append(hash(value))
            owners.append(index)
            if place == 0 and is_rough(table.claims[index], value):
                rough.append(index)
    for block in blocks(hashes, owners):
        pairs = [Pair(i, j, rounded=False) for i, j in _in_block(table, block)]
        if pairs:
            yield pairs
    yield from _roundings(table, rough, owners)


def _in_block(table: Table, block: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Pairs of a block's claims; of large blocks, only those that are likely to be alike."""
    if len(block) <= _BLOCK:
        yield from (pair for pair in combinations(block, 2) if _apart(table, *pair))
        return
    words: dict[int, list[int]] = defaultdict(list)
    for index in block:
        for word in _rare_words(table, index):
            words[word].append(index)
    seen: set[tuple[int, int]] = set()
    for group in words.values():
        if len(group) <= _TWINS:
            seen.update(pair for pair in combinations(group, 2) if _apart(table, *pair))
    yield from sorted(seen)


def _rare_words(table: Table, index: int) -> list[int]:
    return table.vocabulary.rarest(table.sentence(index), _RARE_WORDS)


def _apart(table: Table, one: int, other: int) -> bool:
    return table.claims[one].document != table.claims[other].document


def _roundings(table: Table, rough: Sequence[int], chosen: Iterable[int]) -> Iterator[list[Pair]]:
    """Pairs of a claim whose words call it a rounding and one of another document that it can stand for."""
    wanted: dict[int, list[int]] = defaultdict(list)
    for index in rough:
        value = table.readings(index)[0]
        for bin_ in near_bins(table.claims[index], value):
            for word in _rare_words(table, index):
                wanted[hash((value.measure, bin_, word))].append(index)
    if not wanted:
        return
    before = -1
    for index in chosen:
        if index == before:
            continue
        before = index
        value = table.readings(index)[0]
        if len(value.numbers) != 1 or value.numbers[0] <= 0:
            continue
        (middle,) = near_bins(table.claims[index], value)[:1]
        near = {
            other
            for word in _rare_words(table, index)
            for other in wanted.get(hash((value.measure, middle, word)), ())[:_TWINS]
        }
        pairs = [
            Pair(min(index, other), max(index, other), rounded=True)
            for other in sorted(near)
            if _apart(table, index, other)
            and agree(table.claims[other], table.readings(other)[0], table.claims[index], value)
        ]
        if pairs:
            yield pairs
