"""Rules of the quantity grammar: what the words and signs of numbers, units and comparators mean."""

from typing import ClassVar

from claimx.rulebook.schema import Rule, Stage, Word


class NumberWords(Rule, frozen=True, kw_only=True, tag="number-words"):
    """Words that stand for a number."""

    stage: ClassVar[Stage] = "detect"

    words: dict[Word, int]
