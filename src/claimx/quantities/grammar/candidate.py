"""What the words alone say: a number with the scale, unit, comparator and rate words that belong to it."""

from msgspec import Struct

from claimx.model import Quantity, Span
from claimx.quantities.grammar.term import Part


class Candidate(Struct, frozen=True, kw_only=True):
    """One number expression of a text, before anything is known of the sentence around it."""

    start: int
    end: int
    """The whole mention: comparator, number, scale, unit and rate words."""
    cores: tuple[Span, ...]
    """The number or numbers themselves, with their scale words, without units."""
    quantity: Quantity
    """Normalised as far as the words alone tell: kind `count` with unit None where no unit is lexical."""
    rules: tuple[str, ...]
    """Ids of all rules that had a part in it, the form first."""
    ordinal: bool = False
    """An ordinal number: first, 3rd, twenty-first."""
    code: bool = False
    """Digits in one piece with letters that are no unit: H1N1, 3D."""
    hyphenated: bool = False
    """An adjective with its unit after a hyphen: five-year."""
    age: bool = False
    """Years old, 25-year-old."""
    part: Part | None = None
    """Its part in a change that is told by two numbers: rose 7,000 (delta) to 4.464 million (level)."""
