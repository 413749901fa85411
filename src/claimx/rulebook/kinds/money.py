"""Money whose sign or name several countries share."""

from typing import ClassVar

from claimx.rulebook.schema import Phrase, Rule, Stage, Word


class SharedMoney(Rule, frozen=True, kw_only=True, tag="shared-money"):
    """A sign or name of money that is one country's by default, and another's in a text that speaks of that one alone.

    Whose it is elsewhere by what stands near the number is said by the rules of kind `currency`.
    """

    stage: ClassVar[Stage] = "detect"

    written: tuple[Phrase, ...]
    """The sign or names; with letters before a sign, or a country beside a name, they are no longer shared."""
    usual: Word
    """The ISO 4217 code that they are read as by default."""
    home: tuple[Phrase, ...]
    """Words, in their letter case, after which it is the usual one in all of the text."""
    lands: dict[Word, tuple[Phrase, ...]]
    """For each other currency the words, in their letter case, for its country and what is there."""
    elsewhere: tuple[Phrase, ...] = ()
    """Words for countries with other money: a text that speaks of these too is not about one country alone."""
    weighed: bool = False
    """Whether words of `home` only weigh against those for another country: a text in euros may name dollars once."""
    world: tuple[Word, ...] = ()
    """What is priced in the usual one everywhere, by the piece: a barrel of oil."""
