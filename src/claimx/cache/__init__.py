"""Remembers what documents and whole runs yielded, so that what has not changed costs nothing in the next run."""

from claimx.cache.cache import Cache
from claimx.cache.outputs import Outputs, Written
from claimx.cache.place import cache_folder
from claimx.cache.store import Info, Store

__all__ = ["Cache", "Info", "Outputs", "Store", "Written", "cache_folder"]
