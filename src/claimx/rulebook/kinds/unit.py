"""Rules of what is measured: units of measure, units written one after the other, and currencies."""

from collections.abc import Iterator
from decimal import Decimal
from typing import ClassVar

from msgspec import field

from claimx.model import Kind
from claimx.rulebook.schema import Phrase, Rule, Stage, Word


class Unit(Rule, frozen=True, kw_only=True, tag="unit"):
    """Units of one family, each with the ways it is written after a number."""

    stage: ClassVar[Stage] = "detect"

    measures: Kind
    units: dict[Word, tuple[Phrase, ...]]
    """By name; `mile per hour` is a mile over an hour."""
    factor: Decimal = Decimal(1)
    """What one of it is in the unit it is named by: 0.01 for basis points, which are told in percentage points."""
    exact: bool = False
    """Letter case counts: MW is not mW."""
    attached: bool = False
    """Only directly after the digits."""
    large_only: bool = False
    """Only with a figure that has a decimal, a separator or a sign before it."""
    near: tuple[Word, ...] = ()
    """One of these words must stand within a few words of the number: for a name that has other meanings."""
    next: tuple[Word, ...] = ()
    """One of these words or signs must follow the unit."""
    apart: bool = False
    """Only with a blank before it, and where no word follows but one that can stand after a whole quantity: for symbols
    that could begin a name."""
    unpaired: bool = False
    """Only where the same sign stands nowhere else near, and nothing or one of `next` follows: for quotation marks."""
    prefixes: tuple[Word, ...] = ()
    """Prefixes, each of which takes the place of {} in names and forms: {}watt, {}watts."""

    def written(self) -> Iterator[tuple[Word, tuple[Phrase, ...]]]:
        """Each unit's name and forms, those with a gap once with each prefix in it."""
        for name, forms in self.units.items():
            for prefix in self.prefixes if "{}" in name else ("",):
                yield name.replace("{}", prefix), tuple(form.replace("{}", prefix) for form in forms)


class CompoundUnit(Rule, frozen=True, kw_only=True, tag="compound-unit"):
    """Units that are written one after the other for one quantity: 6ft 2in, 2 hours 15 minutes."""

    stage: ClassVar[Stage] = "detect"

    parts: dict[Word, dict[str, int]] = field(default_factory=dict)
    """How many of the second unit make one of the first; the second may go unnamed (six foot two)."""
    hundredths: tuple[Word, ...] = ()
    """Currencies that are told in their unit and a hundredth of it; the second may go unnamed (two euros fifty)."""
    links: tuple[Word, ...] = ()
    """Abbreviations of the first unit that may be attached to the figures on both sides: 5ft10."""
    joins: tuple[Phrase, ...] = ()


class Currency(Rule, frozen=True, kw_only=True, tag="currency"):
    """Signs, codes or names of currencies, by ISO 4217 code."""

    stage: ClassVar[Stage] = "detect"

    currencies: dict[Word, tuple[Phrase, ...]]
    before: bool = False
    """Written before the number."""
    after: bool = False
    """Written after the number and its scale."""
    exact: bool = False
    """Letter case counts."""
    factor: Decimal = Decimal(1)
    """What one of it is in base units: 0.01 for pence and cents."""
    with_sign: bool = False
    """Only after a number that has a currency sign before it: $76 US."""
    large_only: bool = False
    """Only with a figure that has a scale, a decimal or a thousands separator."""
    scaled_only: bool = False
    """Only before a figure that has a scale: euro 20 million."""
    attached: bool = False
    """Only directly after the digits: 35p."""
    near: tuple[Word, ...] = ()
    """One of these words must stand within a few words of the number."""
    alone: bool = False
    """Also where nothing but the number and the form stand there, as in a cell of a table."""
    lands: dict[Word, tuple[Word, ...]] = field(default_factory=dict)
    """For each currency of a name that several share, the words of its country: one must stand near the number."""
