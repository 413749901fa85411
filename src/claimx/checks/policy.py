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
    """Patterns of document ids, and which checks do not apply to those."""
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

    def ignored(self, name: str, document: str) -> bool:
        """Whether the check does not apply to this document."""
        return any(name in names and matches(document, pattern) for pattern, names in self.ignores)


def matches(document: str, pattern: str) -> bool:
    """Whether a pattern is about a document: a folder with all in it (`drafts/`, `drafts`), or with wildcards, of which
    `*` stands for any characters, `/` among them (`*.html`, `drafts/*-old.txt`)."""
    folder = pattern.rstrip("/")
    path, _, _ = document.partition("#")
    return (
        path == folder or path.startswith(f"{folder}/") or any(fnmatchcase(name, pattern) for name in (document, path))
    )
