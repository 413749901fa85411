"""Texts that print the same words: found by the runs of words that they share."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from zlib import crc32

from claimx.resolve.blocking import blocks

_COMMON = 16
"""Texts beyond which a run of words is a phrase of the language or of the trade."""


def sharing(texts: Iterable[Sequence[str]], size: int, window: int) -> Iterator[tuple[int, int]]:
    """Pairs of texts, by their places, that share a run of words, in order, each pair once.

    Of the runs of `size` words only the least by hash of each `window` are kept, so every shared run of `size + window
    - 1` words is found (winnowing: Schleimer, Wilkerson and Aiken 2003).
    """
    hashes, owners = array("Q"), array("i")
    for owner, words in enumerate(texts):
        runs = [crc32(" ".join(words[at : at + size]).encode()) for at in range(len(words) - size + 1)]
        chosen = {min(runs[at : at + window]) for at in range(max(1, len(runs) - window + 1))} if runs else ()
        hashes.extend(chosen)
        owners.extend([owner] * len(chosen))
    pairs = {pair for block in blocks(hashes, owners, _COMMON) for pair in combinations(block, 2)}
    yield from sorted(pairs)
