"""Which checks apply where, and how much their findings weigh."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase

from claimx.checks.interface import Check, Level, Severity


@dataclass(frozen=True, slots=True)
class Policy:
    """What configuration and command line say about checks. Ids are those of `all_checks()`."""

    levels: Mapping[str, Level] = field(default_factory=dict)
    """What checks are set to, where not to their own level."""
    ignores: Sequence[tuple[str, Collection[str]]] = ()
    """Patterns of files, and which checks do not apply to those."""
    select: Collection[str] = ()
    """Only these checks, if there are any."""
    ignore: Collection[str] = ()
    """None of these checks."""

    def severity(self, name: str, check: Check) -> Severity | None:
        """How much the check's findings weigh; None where it is switched off. One that is off but selected by name
        gives warnings."""
        if name in self.ignore or (self.select and name not in self.select):
            return None
        level = self.levels.get(name, check.severity)
        if level != "off":
            return level
        return "warning" if name in self.select else None

    def ignored(self, name: str, path: str) -> bool:
        """Whether the check does not apply to the documents of this file."""
        return any(name in names and matches(path, pattern) for pattern, names in self.ignores)


def matches(path: str, pattern: str) -> bool:
    """Whether a pattern is about a file: a folder with all in it (`drafts/`, `drafts`), or with wildcards, of which
    `*` stands for any characters, `/` among them (`*.html`, `drafts/*-old.txt`)."""
    named = pattern.removeprefix("./")
    return path.startswith(named.rstrip("/") + "/") or fnmatchcase(path, named)
