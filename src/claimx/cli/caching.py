"""Opens the cache that a command's options name."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from claimx.cli import console

if TYPE_CHECKING:
    from claimx.cache import Cache
    from claimx.settings import Options


@contextmanager
def opened(options: Options, folder: Path | None, *, off: bool = False) -> Iterator[Cache | None]:
    """The cache for runs with the options, None where it is off or there is no place for one. What it has learned is
    kept however the block ends."""
    from claimx.cache import Cache, Store, cache_folder

    place, chosen = cache_folder(folder)
    if off or place is None:
        yield None
        return
    cache = Store(place, console.warning, chosen=chosen)
    try:
        yield Cache(cache, options)
    finally:
        cache.close()
