"""All that has a part in a result beside the documents themselves, as a hash."""

import hashlib
import os
import sys
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import claimx
from claimx.packages import installed, version_of
from claimx.settings import Options, generator

_LIBRARIES = ("spacy", "thinc", "numpy")
"""What analyses beside claimx itself: another version may analyse otherwise."""

_TOLD = ("rules", "model")
"""Options that the generator tells of in full: by the rules' bytes, and by the package that was taken."""


def circumstances(options: Options, *, everything: bool = False) -> bytes:
    """A hash of options, rules, model, code and libraries: of those that analyse documents, or of everything that is
    installed, which may read and write them too."""
    made_by = generator(options)
    chosen = [(field.name, getattr(options, field.name)) for field in fields(options) if field.name not in _TOLD]
    libraries = sorted(installed().items()) if everything else [(name, version_of(name)) for name in _LIBRARIES]
    told = (made_by.version, made_by.model, made_by.rules, chosen, libraries, sys.version_info[:3], sorted(_code()))
    return hashlib.sha256(repr(told).encode()).digest()


def _code() -> Iterator[tuple[str, int, int]]:
    """Path, size and time of every module of claimx: it may be changed where it lies, without a new version."""
    package = Path(claimx.__file__).parent
    for folder, _, names in os.walk(package):
        for name in names:
            if name.endswith((".py", ".json")):
                status = (Path(folder) / name).stat()
                yield os.path.relpath(folder, package) + "/" + name, status.st_size, status.st_mtime_ns
