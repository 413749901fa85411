"""What is too much to hold at a time, taken in portions."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Item = TypeVar("Item")


def portions(items: Iterable[Item], size: Callable[[Item], int], most: int, count: int) -> Iterator[list[Item]]:
    """The items in their order, at most `count` of them together, and no more than `most` in size; one that is larger
    comes by itself. One item more than is given out has been taken from the source."""
    portion: list[Item] = []
    held = 0
    for item in items:
        weight = size(item)
        if portion and (held + weight > most or len(portion) == count):
            yield portion
            portion, held = [], 0
        portion.append(item)
        held += weight
    if portion:
        yield portion
