"""Rules as they were last read, kept beside the caches: to read them from YAML takes as long as spaCy's model does to
load. They bear what they were made of, as compiled modules of Python do, and may be lost at any time."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from contextlib import suppress
from functools import reduce
from operator import or_
from pathlib import Path
from typing import Any

import msgspec

from claimx.cachefolder import cache_folder
from claimx.errors import OutputError
from claimx.outputfile import OutputFile
from claimx.packages import code
from claimx.rulebook.kinds import all_kinds
from claimx.rulebook.kinds.boilerplate import Furniture
from claimx.rulebook.literals import literals
from claimx.rulebook.openings import openings
from claimx.rulebook.rulebook import Origin, Rulebook
from claimx.rulebook.schema import Rule, pattern_fields, strings
from claimx.rulefiles import RuleFile, digest

_FILE = "rules-1.json"


def key_of(files: Sequence[RuleFile]) -> str:
    """Differs for other rules, in other places, and for other code to read them."""
    told = digest(files), [(file.folder, str(file.path), len(file.data)) for file in files], sorted(code("rulebook"))
    return hashlib.sha256(repr(told).encode("utf-8", "surrogatepass")).hexdigest()


def kept(key: str) -> Rulebook | None:
    """The rules that are kept under the key; None where there are none, or they cannot be read."""
    try:
        head, _, data = _path().read_bytes().partition(b"\n")
        if head != _head(key, data):
            return None
        told = json.loads(data)
        rules: list[Rule] = msgspec.convert(told["rules"], list[reduce(or_, all_kinds())])  # type: ignore[misc]
        origins = [Origin(Path(path), line) for path, line in told["origins"]]
    except (OSError, ValueError, TypeError, KeyError):
        return None
    names = [rule.id for rule in rules]
    opened, held = (
        {pattern: frozenset(strings) for pattern, strings in told[field].items()} for field in ("openings", "literals")
    )
    return Rulebook(
        dict(zip(names, rules, strict=True)), dict(zip(names, origins, strict=True)), told["digest"], opened, held
    )


def keep(key: str, rulebook: Rulebook) -> None:
    """Keeps the rules under the key, in the place of all others. Where that cannot be, nothing is lost but time."""
    told = {
        "digest": rulebook.digest,
        "rules": msgspec.to_builtins(list(rulebook)),
        "origins": [(str(rulebook.origins[rule.id].path), rulebook.origins[rule.id].line) for rule in rulebook],
        "openings": {pattern: sorted(openings(pattern) or ()) for pattern in _patterns(rulebook)},
        "literals": {pattern: sorted(literals(pattern)) for pattern in _patterns(rulebook.of(Furniture))},
    }
    data = json.dumps(told).encode()
    with suppress(OSError, OutputError, ValueError):
        path = _path()
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        OutputFile(path).write(_head(key, data) + b"\n" + data)


def _path() -> Path:
    """Raises OSError where there is no place for caches."""
    folder, _ = cache_folder()
    if folder is None:
        raise FileNotFoundError("no folder for caches")
    return Path(folder, _FILE)


def _head(key: str, data: bytes) -> bytes:
    """The first line: what the rules were made of, and what tells that nothing of them is damaged."""
    return f"{key} {hashlib.sha256(data).hexdigest()}".encode()


def _patterns(rules: Iterable[Rule]) -> set[str]:
    fields: Iterable[Any] = (getattr(rule, field) for rule in rules for field in pattern_fields(type(rule)))
    return {pattern for value in fields for pattern in strings(value)}
