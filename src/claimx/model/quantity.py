"""A quantity mention: a stretch of text that expresses a number, normalised, and judged a claim or excluded."""

from decimal import Decimal
from typing import Literal

from msgspec import Struct, field

Kind = Literal[
    "money",
    "percentage",
    "percentage_points",
    "count",
    "fraction",
    "multiple",
    "duration",
    "measure",
    "rank",
    "ratio",
]

Comparator = Literal["=", "~", "<", "<=", ">", ">=", "->"]
"""`~` about; `->` nearly (near and below)."""

Direction = Literal["increase", "decrease", "none"]

Modality = Literal["actual", "forecast", "proposal", "hypothetical", "denied", "question"]

Reason = Literal[
    "boilerplate",
    "date",
    "time_span",
    "age",
    "name",
    "reference",
    "ordinal",
    "enumeration",
    "idiom",
    "score",
]
"""Why a number is no claim; the list is closed."""


class Change(Struct, frozen=True, kw_only=True):
    """A change of level: its direction and whichever of size, old and new level is stated, in the quantity's unit."""

    direction: Direction
    delta: Decimal | None = None
    from_: Decimal | None = field(default=None, name="from")
    to: Decimal | None = None


class Quantity(Struct, frozen=True, kw_only=True):
    """A normalised quantity. Figures are exact decimals in base units (£1.6bn is 1600000000 GBP, 62% is 62 %)."""

    kind: Kind
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    numerator: int | None = None
    denominator: int | None = None
    vague: str | None = None
    """The word of a magnitude without a figure: thousands, several hundred."""
    unit: str | None = None
    """ISO 4217 code, `%`, `pp`, a measure's usual name, or the singular noun that is counted."""
    comparator: Comparator = "="
    per: str | None = None
    """What a rate is over: year, person, 100000 person."""
    change: Change | None = None


class Mention(Struct, frozen=True, kw_only=True):
    """One quantity mention of a document. A claim where `reason` is None, else excluded for that reason."""

    start: int
    end: int
    rules: tuple[str, ...]
    """Ids of the rules that found, normalised and judged it, the deciding one first."""
    quantity: Quantity | None = None
    """None only where nothing can be normalised (a date, a postcode)."""
    reason: Reason | None = None
    period: str | None = None
    subject: str | None = None
    modality: Modality = "actual"
    confidence: float = 1.0
