"""Words that differ by a slip of the pen."""

from collections.abc import Sequence

from rapidfuzz.distance import OSA

_LONG = 7
"""Letters of a word that hardly becomes another one by a slip, as *county* becomes *country*."""


def misspelt(one: str, other: str) -> bool:
    """Whether one of two long words is the other with one letter more, less, changed, or two in the wrong order."""
    return min(len(one), len(other)) >= _LONG and OSA.distance(one, other, score_cutoff=1) <= 1


def respelt(old: Sequence[str], new: Sequence[str]) -> bool:
    """Whether the words are the same, but for slips that were made or mended."""
    return len(old) == len(new) and all(a == b or misspelt(a, b) for a, b in zip(old, new, strict=True))
