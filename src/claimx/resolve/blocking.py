"""Which claims are worth comparing. Two claims can only be one figure's if they share a key."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from claimx.model import Claim
from claimx.resolve.values import Dimensions, Value, bin_of, is_rough, readings

_TOGETHER, _FEWEST, _MOST = 60_000, 4, 24
"""Keys that are counted together, and the bounds of the number of parts that this makes of all of them: counted at once
they would take many times the room that they are kept in."""

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
    shares = min(max(len(hashes) // _TOGETHER, _FEWEST), _MOST)
    for share in range(shares):
        counts = Counter(hash_ for hash_ in hashes if hash_ % shares == share)
        several = {hash_ for hash_, count in counts.items() if count > 1}
        del counts
        order = sorted((at for at, hash_ in enumerate(hashes) if hash_ in several), key=hashes.__getitem__)
        for _, places in groupby(order, hashes.__getitem__):
            block = sorted({owners[place] for place in places})
            if 1 < len(block) <= (most or len(block)):
                found.append(block)
    found.sort()
    yield from found
