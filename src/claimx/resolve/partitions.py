"""Comparisons dealt out: pairs of claims of different documents, by a hash of the figure that they share.

Each part goes with the claims that it needs and nothing else, so that any process can work it out; what it finds is
what would have been found here.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from zlib import crc32

from claimx.model import Claim
from claimx.resolve.blocking import partition_keys
from claimx.resolve.likeness import Compare, Likeness
from claimx.resolve.pairs import Pair
from claimx.resolve.retelling import Wording
from claimx.resolve.table import Table
from claimx.resolve.vocabulary import Learned

_SIZE = 20_000
"""Pairs of a part; fewer cost less to compare than to send."""


@dataclass(frozen=True, slots=True)
class Part:
    """Pairs to compare, by the places of their claims among those of the part. Can be pickled."""

    claims: tuple[Claim, ...]
    titles: dict[str, str | None]
    wording: Wording
    learned: Learned
    pairs: tuple[Pair, ...]


Share = Callable[[Callable[[Part], list[float]], Iterable[Part]], Iterable[list[float]]]
"""Has a function work out each of the parts, wherever that may be, and gives the results in their order."""


def compare(part: Part) -> list[float]:
    """The evidence for each pair of the part."""
    likeness = Likeness(Table(part.claims, part.titles, part.wording, part.learned))
    return [likeness.across(i, j, rounded=rounded) for i, j, rounded in part.pairs]


def dealt_out(table: Table, blocks: Iterable[list[Pair]], share: Share) -> Iterator[tuple[list[Pair], Compare]]:
    """Each block with what tells the evidence for its pairs, in the order of the blocks."""
    waiting = list(blocks)
    count = 1 + sum(map(len, waiting)) // _SIZE
    dealt: list[list[int]] = [[] for _ in range(count)]
    for number, block in enumerate(waiting):
        dealt[_hash(table, block) % count].append(number)
    parts = (_part(table, [pair for number in numbers for pair in waiting[number]]) for numbers in dealt)
    scores: dict[int, list[float]] = {}
    compared = share(compare, parts) if count > 1 else map(compare, parts)
    for numbers, found in zip(dealt, compared, strict=True):
        start = 0
        for number in numbers:
            scores[number] = found[start : (start := start + len(waiting[number]))]
    for number, block in enumerate(waiting):
        yield block, _looked_up(block, scores.pop(number))


def _looked_up(block: Sequence[Pair], scores: Sequence[float]) -> Compare:
    known = dict(zip(block, scores, strict=True))
    return lambda i, j, *, rounded: known[Pair(i, j, rounded)]


def _hash(table: Table, block: Sequence[Pair]) -> int:
    """The same for all blocks of a figure, and in every process."""
    _, figure, *_ = partition_keys(table.claims[block[0].first], table.wording.dimensions)
    return crc32(repr(figure).encode())


def _part(table: Table, pairs: Sequence[Pair]) -> Part:
    needed = sorted({index for pair in pairs for index in pair[:2]})
    places = {index: place for place, index in enumerate(needed)}
    claims = tuple(table.claims[index] for index in needed)
    words = frozenset().union(*(table.sentence(index) | table.subject(index) for index in needed))
    return Part(
        claims=claims,
        titles={claim.document: table.titles.get(claim.document) for claim in claims},
        wording=table.wording,
        learned=table.vocabulary.excerpt(words),
        pairs=tuple(Pair(places[i], places[j], rounded) for i, j, rounded in pairs),
    )
