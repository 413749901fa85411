"""What the entries of the lexicons mean."""

from dataclasses import dataclass
from decimal import Decimal

from claimx.model import Comparator, Direction, Kind


@dataclass(frozen=True, slots=True)
class Worth:
    """What a number word is worth, and by which rule."""

    value: Decimal
    rule: str


@dataclass(frozen=True, slots=True)
class UnitSense:
    """One sense of a unit's written form, with the conditions under which it is meant."""

    name: str
    kind: Kind
    rule: str
    exact: str | None = None
    """The form as it must stand, where letter case counts."""
    factor: Decimal = Decimal(1)
    attached: bool = False
    large_only: bool = False
    scaled_only: bool = False
    near: frozenset[str] = frozenset()
    next: frozenset[str] = frozenset()
    alone: bool = False
    apart: bool = False
    unpaired: bool = False


@dataclass(frozen=True, slots=True)
class Compared:
    """A comparator phrase's sign, and the words that it must not follow."""

    sign: Comparator
    rule: str
    not_after: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()
    """Two words that it may follow although it must not follow the second."""
    moving: frozenset[str] = frozenset()
    """Verbs that it must not follow, nor what they move."""
    final: bool = False
    """Only where no word follows."""
    marking: bool = False
    """Only before the figure of a mark."""


@dataclass(frozen=True, slots=True)
class Multiple:
    """A multiplying word."""

    value: Decimal
    direction: Direction | None
    rule: str
    levels: frozenset[str] = frozenset()
    next: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Joint:
    """A way of joining two numbers."""

    join: str
    rule: str
