"""Some documents after the others in this process."""

from collections.abc import Iterable, Iterator

from claimx.engines.batches import Found, Item, extract_batch, short_batches
from claimx.settings import Options


def serial(items: Iterable[Item], options: Options) -> Iterator[Found]:
    """What each item yields. Long documents are worked on one by one."""
    for batch in short_batches(items):
        yield from extract_batch(options, batch)
