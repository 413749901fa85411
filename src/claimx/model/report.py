"""The records of the output: their field names are the published JSON. See schema/claims.v1.schema.json."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Literal

from msgspec import Struct

from claimx.model.attribution import Attribution, Party, Statement
from claimx.model.document import Block, Problem, Span, Zone
from claimx.model.quantity import Change, Comparator, Kind, Modality, Reason

SCHEMA_VERSION = "1.0"

ConflictKind = Literal["arithmetic", "quotation_altered", "rival_figures", "unit_slip"]
"""`arithmetic`: a stated change or share that its own figures do not give; `quotation_altered`: one quotation in other
words; `rival_figures`: one measure with figures that cannot both be right; `unit_slip`: one figure a thousandfold."""


class Generator(Struct, frozen=True, kw_only=True):
    """What made a report: the same generator makes the same bytes of the same input."""

    name: str
    version: str
    model: str
    rules: str


class DocumentRecord(Struct, frozen=True, kw_only=True):
    """One document that was read."""

    id: str
    sha256: str
    media_type: str
    encoding: str
    language: str | None
    title: str | None
    published: str | None
    authors: tuple[str, ...]
    publisher: str | None
    characters: int
    content: tuple[Span, ...]
    blocks: tuple[Block, ...]


class Claim(Struct, frozen=True, kw_only=True, gc=False):
    """One asserted quantity, with the characters it came from: `text[start:end] == surface`."""

    id: str
    document: str
    figure: str | None
    surface: str
    start: int
    end: int
    line: int
    column: int
    sentence: str
    kind: Kind
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    numerator: int | None
    denominator: int | None
    vague: str | None
    unit: str | None
    comparator: Comparator
    per: str | None
    change: Change | None
    period: str | None
    subject: str | None
    modality: Modality
    attribution: Attribution
    organisations: tuple[str, ...]
    zone: Zone
    confidence: float
    rules: tuple[str, ...]


class Figure(Struct, frozen=True, kw_only=True, gc=False):
    """Claims that assert the same quantity of the same subject."""

    id: str
    kind: Kind
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    unit: str | None
    subject: str | None
    claims: tuple[str, ...]
    documents: tuple[str, ...]
    speakers: tuple[str, ...]


class Conflict(Struct, frozen=True, kw_only=True):
    """Figures that cannot both be right, or claims whose arithmetic fails, in words that a person can check."""

    kind: ConflictKind
    explanation: str
    figures: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    statements: tuple[str, ...] = ()
    confidence: float = 1.0


class Excluded(Struct, frozen=True, kw_only=True):
    """A number that is no claim, with its reason, normalised where it can be."""

    document: str
    surface: str
    start: int
    end: int
    reason: Reason
    rule: str | None
    kind: Kind | None = None
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    numerator: int | None = None
    denominator: int | None = None
    vague: str | None = None
    unit: str | None = None
    comparator: Comparator | None = None
    per: str | None = None


class Extract(Struct, frozen=True, kw_only=True):
    """What one document yields by itself, before documents are compared; claims have no figure yet."""

    document: DocumentRecord
    claims: tuple[Claim, ...] = ()
    excluded: tuple[Excluded, ...] = ()
    statements: tuple[Statement, ...] = ()
    contents: tuple[str, ...] = ()
    """What each of the statements says, word for word, so that those of several documents can be compared."""
    speakers: tuple[Party, ...] = ()
    organisations: tuple[Party, ...] = ()


class Report(Struct, frozen=True, kw_only=True):
    """The whole result of a run."""

    # sequences, not tuples: those of a large run are on disk (claimx.sequences)

    schema_version: str
    generator: Generator
    documents: Sequence[DocumentRecord]
    claims: Sequence[Claim]
    figures: Sequence[Figure]
    conflicts: Sequence[Conflict]
    statements: Sequence[Statement]
    speakers: Sequence[Party]
    organisations: Sequence[Party]
    excluded: Sequence[Excluded]
    problems: Sequence[Problem] = ()
