"""What a check has to offer, what it is given, and what comes out."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from msgspec import Struct

from claimx.lock import Comparison
from claimx.model import Claim, Report, Statement

Severity = Literal["error", "warning", "note"]
Level = Literal["error", "warning", "note", "off"]
"""What a check is set to."""

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")
"""The worst first."""


class Place(Struct, frozen=True, kw_only=True):
    """Where something was found. Lines and columns count from 1, columns in code points; all four are None where the
    lines of the document's text are not those of its file (HTML, PDF, a line of JSON Lines)."""

    path: str
    """Of the file, relative to the working directory, with `/`."""
    document: str
    """The document's id: the file's path relative to the lock file's folder, and for one of several in a file `#` and
    its own id after it."""
    member: str | None = None
    """The document's own id within its file; None where the file is the document."""
    line: int | None = None
    column: int | None = None
    end_line: int | None = None
    end_column: int | None = None
    """Of the first character after it."""


class Finding(Struct, frozen=True, kw_only=True):
    """One thing that a check found."""

    check: str
    severity: Severity
    message: str
    why: str
    """Why the check looks for it."""
    help: str
    """What to do about it."""
    place: Place
    related: tuple[Place, ...] = ()
    """Other places that it is about."""
    fingerprint: str
    """16 hexadecimal digits that stay the same while the claim does, whatever is edited elsewhere in its file; no two
    findings of a run share them."""
    confidence: float
    suppressed: str | None = None
    """The reason in the lock file for letting it pass."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a document comes from."""

    path: str
    """Of its file, relative to the working directory, with `/`."""
    name: str
    """Of its file, relative to the configuration's folder: what patterns of documents are about."""
    member: str | None = None
    """Its own id within a file that holds several."""
    line_starts: tuple[int, ...] = ()
    """Offsets at which the lines of its text begin, where these are the file's lines; none otherwise."""
    line: int | None = None
    """Its line in the file, where it is one that could not be read."""


@dataclass(frozen=True, slots=True)
class Material:
    """What checks are given to look at."""

    report: Report
    origins: Mapping[str, Origin]
    """By document id; those of documents that could not be read too."""
    comparison: Comparison | None = None
    """The claims against those in the lock file; None without one."""


@dataclass(frozen=True, slots=True)
class Found:
    """One finding in a check's own terms."""

    message: str
    document: str
    about: tuple[Claim | Statement, ...] = ()
    """What it is about: it stands where the first of them does. Nothing: the document as a whole."""
    key: str = ""
    """What tells it from others of this check in the same document that are about nothing else."""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Check:
    """One check: the `CHECK` of a module in `claimx.checks.kinds`, whose name with `-` for `_` is its id."""

    severity: Level
    """Unless the configuration sets another."""
    summary: str
    """What it finds, in a few words."""
    why: str
    help: str
    """What to do about a finding."""
    find: Callable[[Material], Iterable[Found]]
    needs_lock: bool = False
