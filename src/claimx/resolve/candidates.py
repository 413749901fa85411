"""Which claims are worth comparing: those with one figure, and a rounded figure with the exact ones near it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations, product
from math import log

from claimx.model import Claim
from claimx.resolve.values import Value, digits, is_rounding, value_of
from claimx.resolve.words import content_words

_BLOCK = 64
"""Claims of one figure up to which each is compared with each; beyond, they must share a document or a rare word."""

_RARE = 6
"""Claims of a block that a word may stand in and still be rare."""

_BIN = log(1 / 0.9)
"""Width, on a logarithmic scale, of the bins in which roundings are looked for: their figures differ by a tenth."""

_ROUGH_DIGITS = 2
"""Significant digits of a figure that may be a rounding."""

_FRACTION_ROOM = Decimal(2)
"""Percentage points by which a common fraction may miss the percentage that it stands for."""

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A claim with what it is compared by. `subject` and `sentence` are stems of content words."""

    claim: Claim
    value: Value | None
    subject: frozenset[str]
    sentence: frozenset[str]
    in_title: bool = False


def candidate(claim: Claim, title: str | None = None) -> Candidate:
    """The claim, made ready for comparison; `title` is its document's."""
    subject = content_words(claim.subject)
    if claim.kind == "count":
        subject |= content_words(claim.unit)
    sentence = subject | content_words(claim.sentence)
    return Candidate(claim, value_of(claim), subject, sentence, in_title=title is not None and claim.sentence in title)


def same_value(candidates: Sequence[Candidate]) -> Iterator[Pair]:
    """Pairs of claims of one figure, by index, the lower one first; each pair once."""
    blocks: dict[object, list[int]] = defaultdict(list)
    for index, one in enumerate(candidates):
        vague = one.claim.vague
        if one.value is not None:
            blocks[one.value].append(index)
        elif vague is not None:
            blocks[vague.casefold().rstrip("s")].append(index)
    for block in blocks.values():
        yield from _pairs(candidates, block, block)


def roundings(candidates: Sequence[Candidate]) -> Iterator[Pair]:
    """Pairs of a rounded figure and an exact one that it can stand for, by index; each pair once."""
    fractions, rough, exact = (defaultdict[tuple[str, int], list[int]](list) for _ in range(3))
    for index, one in enumerate(candidates):
        if one.value is None or len(one.value.numbers) != 1 or one.value.numbers[0] <= 0:
            continue
        number = one.value.numbers[0]
        group = fractions if one.claim.kind == "fraction" else rough if digits(number) <= _ROUGH_DIGITS else exact
        group[one.value.measure, int(log(number) // _BIN)].append(index)
    for blocks, finer in ((fractions, (rough, exact)), (rough, (exact,))):
        for (measure, bin_), block in blocks.items():
            near = [index for group in finer for by in (-1, 0, 1) for index in group.get((measure, bin_ + by), ())]
            for i, j in _pairs(candidates, block, near):
                if _can_stand_for(candidates[i], candidates[j]):
                    yield i, j


def _can_stand_for(rough: Candidate, exact: Candidate) -> bool:
    """Whether the first figure is a way to say the second: *a third* for 34%, *almost 250,000* for 246,570."""
    if rough.claim.kind == "fraction":
        return abs(_number(rough) - _number(exact)) <= _FRACTION_ROOM
    return is_rounding(_number(rough), rough.claim.comparator, _number(exact))


def _number(one: Candidate) -> Decimal:
    assert one.value is not None
    return one.value.numbers[0]


def _pairs(candidates: Sequence[Candidate], block: Sequence[int], others: Sequence[int]) -> Iterator[Pair]:
    """Pairs of the block's claims with the others'; of large blocks, only those that are likely to be alike."""
    if block is others:
        small, members = len(block) <= _BLOCK, block
        every: Iterator[Pair] = combinations(block, 2)
    else:
        small, members = len(block) <= _BLOCK and len(others) <= _BLOCK, (*block, *others)
        every = product(block, others)
    if small:
        yield from every
        return
    inside, outside = frozenset(block), frozenset(others)
    seen: set[Pair] = set()
    for group in _groups(candidates, members):
        for i, j in combinations(group, 2):
            pair = (i, j) if i in inside and j in outside else (j, i)
            if pair not in seen and pair[0] in inside and pair[1] in outside:
                seen.add(pair)
                yield pair


def _groups(candidates: Sequence[Candidate], block: Sequence[int]) -> Iterator[list[int]]:
    """The claims of each document, and those whose subjects share a rare word."""
    documents: dict[str, list[int]] = defaultdict(list)
    words: dict[str, list[int]] = defaultdict(list)
    for index in block:
        one = candidates[index]
        documents[one.claim.document].append(index)
        for word in one.subject or one.sentence:
            words[word].append(index)
    yield from (group[:_BLOCK] for group in documents.values() if len(group) > 1)
    yield from (group for group in words.values() if 1 < len(group) <= _RARE)
