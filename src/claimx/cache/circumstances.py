"""All that has a part in a result beside the documents themselves, as a hash."""

import hashlib
import sys
from dataclasses import fields

from claimx.cache.surroundings import surroundings
from claimx.packages import code, version_of
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
    versions = [(name, version_of(name)) for name in _LIBRARIES]
    around = surroundings() if everything else (versions, sys.version_info[:3], sorted(code()))
    told = (made_by.version, made_by.model, made_by.rules, chosen, around)
    return hashlib.sha256(repr(told).encode()).digest()
