"""Which claims are worth comparing. Two claims can only be one figure's if they share a key."""

from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from claimx.model import Claim
from claimx.resolve.rounding import is_rough
from claimx.resolve.values import Dimensions, Value, bin_of, readings

_TOGETHER = 60_000
"""Keys that are counted together: all at once they would take many times the room that they are kept in."""

Key = tuple[str, ...]
"""What a block has in common; equal in every process, so that blocks can be shared out by a hash of it."""


def partition_keys(claim: Claim, dimensions: Dimensions) -> tuple[Key, ...]:
    """The keys of the blocks that the claim belongs to: its document, the figure that it asserts, and where that is
    near to. Made of the claim alone: a run's claims can be dealt out by their keys, compared apart, and the pairs that
    are found joined."""
    values = readings(claim, dimensions)
    figures = (("figure", value.measure, *(str(number.normalize()) for number in value.numbers)) for value in values)
    return ("document", claim.document), *figures, *_near(claim, values[:1])


def _near(claim: Claim, values: tuple[Value, ...]) -> tuple[Key, ...]:
    return tuple(
        ("near", value.measure, str(bin_))
        for value in values
        if len(value.numbers) == 1 and value.numbers[0] > 0
        for bin_ in near_bins(claim, value)
    )


def near_bins(claim: Claim, value: Value) -> range:
    """The bins of the figures that can be meant: those around a rough figure, its own for an exact one."""
    middle = bin_of(value.numbers[0])
    return range(middle - 1, middle + 2) if is_rough(claim, value) else range(middle, middle + 1)


def blocks(hashes: Sequence[int], owners: Sequence[int], most: int | None = None) -> Iterator[list[int]]:
    """The owners of each hash that several have, but no more than `most`, in their order, and the blocks in the order
    of their first. Counted part by part, and only those that come again are sorted: no dictionary holds all of them."""
    found: list[list[int]] = []
    for part in _parts(hashes):
        counts = Counter(map(hashes.__getitem__, part))
        several = [at for at in part if counts[hashes[at]] > 1]
        several.sort(key=hashes.__getitem__)
        for _, places in groupby(several, hashes.__getitem__):
            block = sorted({owners[place] for place in places})
            if 1 < len(block) <= (most or len(block)):
                found.append(block)
    found.sort()
    yield from found


def _parts(hashes: Sequence[int]) -> Sequence[Sequence[int]]:
    """The places of the hashes in parts of which none shares a hash with another one."""
    count = len(hashes) // _TOGETHER + 1
    if count == 1:
        return (range(len(hashes)),)
    parts = [array("i") for _ in range(count)]
    for at, hash_ in enumerate(hashes):
        parts[hash_ % count].append(at)
    return parts
