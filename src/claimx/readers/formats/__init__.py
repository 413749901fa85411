"""The input formats, one module each, found by themselves: a new format is a new module with a `READER`."""

import importlib
import pkgutil
from collections.abc import Mapping
from functools import cache

from claimx.readers.interface import Reader


@cache
def all_readers() -> Mapping[str, Reader]:
    """Every format's reader, by its module's name, in alphabetical order."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return {name: importlib.import_module(f"{__name__}.{name}").READER for name in names}
