"""One document after the other in this process."""

from collections.abc import Iterable, Iterator

from claimx.engines.batches import Found, Item, extract_batch
from claimx.settings import Options


def serial(items: Iterable[Item], options: Options) -> Iterator[Found]:
    """What each item yields, as soon as it is known."""
    for item in items:
        yield from extract_batch(options, (item,))
