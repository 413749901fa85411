"""Remembers what documents yielded, so that those that have not changed cost nothing in the next run."""

from claimx.cache.cache import Cache
from claimx.cache.place import cache_folder
from claimx.cache.store import Info, Store

__all__ = ["Cache", "Info", "Store", "cache_folder"]
