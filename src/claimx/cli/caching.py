"""Opens the cache that a command's options name."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from claimx.cli import console

if TYPE_CHECKING:
    from claimx.cache.cache import Cache
    from claimx.cache.store import Store
    from claimx.settings import Options


@contextmanager
def stored(folder: Path | None, *, off: bool = False) -> Iterator[Store | None]:
    """What is remembered, None where that is off or there is no place for it. What is learned is kept however the block
    ends."""
    from claimx.cache.store import Store
    from claimx.cachefolder import cache_folder

    place, chosen = cache_folder(folder)
    if off or place is None:
        yield None
        return
    store = Store(Path(place), console.warning, chosen=chosen)
    try:
        yield store
    finally:
        store.close()


@contextmanager
def opened(options: Options, folder: Path | None, *, off: bool = False) -> Iterator[Cache | None]:
    """The same for the documents of runs with the options."""
    from claimx.cache.cache import Cache

    with stored(folder, off=off) as store:
        yield Cache(store, options) if store is not None else None
