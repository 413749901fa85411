"""Words by which claims are compared: what figures are told again with, and what sets two figures apart."""

from decimal import Decimal

from msgspec import field

from claimx.rulebook.schema import Phrase, Rule, Word


class EmptyWords(Rule, frozen=True, kw_only=True, tag="empty-words"):
    """Words that tell nothing of what is measured."""

    phrases: tuple[Phrase, ...]


class GenericWords(Rule, frozen=True, kw_only=True, tag="generic-words"):
    """Words that fit so many things that sharing them proves little, and differing in them proves nothing."""

    phrases: tuple[Phrase, ...]


class Synonyms(Rule, frozen=True, kw_only=True, tag="synonyms"):
    """Words that stand for each other when a figure is told again. Inflected forms need no mention."""

    phrases: tuple[Phrase, ...]


class ContrastPhrases(Rule, frozen=True, kw_only=True, tag="contrast-phrases"):
    """Phrases before a figure that say that it is another one than the one the text is about."""

    phrases: tuple[Phrase, ...]


class ConversionPhrases(Rule, frozen=True, kw_only=True, tag="conversion-phrases"):
    """Phrases between a figure and the same one in another currency or unit."""

    phrases: tuple[Phrase, ...]


class Dimension(Rule, frozen=True, kw_only=True, tag="dimension"):
    """Units that measure one thing, so that a figure can be recognised in another of them: 250 miles in 402 km."""

    factors: dict[Word, Decimal]
    """Each unit, by its name in claims, and what one of it is in the dimension's base unit."""
    zeros: dict[Word, Decimal] = field(default_factory=dict)
    """Where a unit's zero lies on its own scale if the base's zero is another one: 32 for Fahrenheit."""

    @property
    def phrases(self) -> tuple[str, ...]:
        """The units: the examples show them at work."""
        return tuple(self.factors)
