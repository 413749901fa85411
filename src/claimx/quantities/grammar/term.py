"""A number on its way through the grammar: where it stands among the tokens, and what is known of it so far."""

from decimal import Decimal
from typing import Literal

from msgspec import Struct

from claimx.model import Comparator, Direction, Kind

Part = Literal["delta", "level"]
"""What a number is in a change that is told by two numbers: its size, or what it led to."""

NO_SCALE = Decimal(1)


class Term(Struct, frozen=True, kw_only=True):
    """One number, and step by step what belongs to it. Positions are indexes of tokens, end-exclusive."""

    first: int
    last: int
    """The tokens of the whole term."""
    core: tuple[int, int]
    """The tokens of the number with its scale."""
    rules: tuple[str, ...]
    kind: Kind = "count"
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    numerator: int | None = None
    denominator: int | None = None
    vague: str | None = None
    unit: str | None = None
    per: str | None = None
    comparator: Comparator = "="
    scale: Decimal = NO_SCALE
    """The product of the scale words: a range may share it."""
    plain: bool = True
    """A bare number that may take a unit and join others; not an ordinal, a code or a magnitude."""
    ordinal: bool = False
    direction: Direction | None = None
    old: Decimal | None = None
    """The level that a change began at."""
    factor: Decimal = NO_SCALE
    """What one of its unit, as it was written, is in base units: 0.01 for pence."""
    signed: bool = False
    """Written with a plus sign: a change by so much."""
    more: tuple[tuple[int, int], ...] = ()
    """Cores of the other numbers that were joined to this one."""
    part: Part | None = None
    hyphenated: bool = False
    """Attributive, with its unit after a hyphen: five-year."""
    age: bool = False
    code: bool = False
