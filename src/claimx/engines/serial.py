"""Some documents after the others in this process."""

from collections.abc import Iterable, Iterator

from claimx.engines.batches import SIZE, Found, Item, extract_batch
from claimx.model import Document
from claimx.portions import portions
from claimx.settings import Options

_CHARACTERS = 32_000
"""What the texts that are held together may have."""


def serial(items: Iterable[Item], options: Options) -> Iterator[Found]:
    """What each item yields. Long documents are worked on one by one."""
    for batch in portions(items, _length, _CHARACTERS, SIZE):
        yield from extract_batch(options, batch)


def _length(item: Item) -> int:
    return len(item.text) if isinstance(item, Document) else 0
