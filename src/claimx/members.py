"""Packages that find their modules themselves: a new format, check or kind is a new module, and no list is edited."""

import importlib
import pkgutil
from collections.abc import Mapping
from types import ModuleType

from claimx.errors import OutputError


def member_names(package: str) -> tuple[str, ...]:
    """Names of the package's modules, in alphabetical order; none of them is imported."""
    path = importlib.import_module(package).__path__
    return tuple(sorted(module.name for module in pkgutil.iter_modules(path)))


def members(package: str) -> Mapping[str, ModuleType]:
    """The package's modules by name, in alphabetical order."""
    return {name: importlib.import_module(f"{package}.{name}") for name in member_names(package)}


def output_format(package: str, name: str) -> ModuleType:
    """The module of that output format. Raises OutputError where there is none."""
    if name not in (names := member_names(package)):
        raise OutputError(f"no output format {name}; there are {', '.join(names)}")
    return importlib.import_module(f"{package}.{name}")
