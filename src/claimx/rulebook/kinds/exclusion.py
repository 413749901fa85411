"""Why a number is no claim: by its own form, by the words beside it, or by its place in the sentence."""

import re
from typing import ClassVar, Literal

from claimx.model import Kind, Reason
from claimx.rulebook.schema import Pattern, Phrase, Rule, Stage, Word

Test = Literal[
    "unreadable",
    "ordinal_name",
    "ordinal",
    "next_of_series",
    "age_of_person",
    "year",
    "proper_name",
    "single_case",
    "pronoun",
    "frequency",
    "announcing_count",
    "definite_count",
    "manifold",
]
"""Tests of a number's place in the sentence; each is a function in `claimx.quantities.judging.judgement`."""


class Exclusion(Rule, frozen=True, kw_only=True, tag="exclusion"):
    """A form that is never a quantity, found before numbers are looked for. Where a pattern has a group `number`, only
    that part is excluded, the rest is context. Patterns mind letter case unless `ignore_case`; phrases never do."""

    stage: ClassVar[Stage] = "detect"

    reason: Reason
    patterns: tuple[Pattern, ...] = ()
    phrases: tuple[Phrase, ...] = ()
    ignore_case: bool = False
    anywhere: bool = False
    """Whether a match may hold neither a digit nor a number word; else only the surroundings of those are searched."""

    @property
    def flags(self) -> re.RegexFlag:
        """Of its patterns."""
        return re.IGNORECASE if self.ignore_case else re.NOFLAG


class GameExclusion(Rule, frozen=True, kw_only=True, tag="exclusion-in-game"):
    """Figures that are the state of play in a text that tells of a game, and may be anything elsewhere: forms that are
    found before numbers are looked for, as those of `exclusion`, and bare figures."""

    stage: ClassVar[Stage] = "detect"

    sure: tuple[Word, ...] = ()
    """In lower case, each without spaces and hyphens: words that only texts about the game have."""
    words: tuple[Word, ...] = ()
    """Words that such texts have more than others: two different ones in a document say as much as a sure one."""
    patterns: tuple[Pattern, ...] = ()
    bare: int | None = None
    """Up to this value a figure in digits that counts nothing named is a result too; None: no such figure is."""


class ContextExclusion(Rule, frozen=True, kw_only=True, tag="exclusion-in-context"):
    """A number that the words right before or after it make no claim. All conditions that are given must hold; `before`
    ends and `after` begins at the mention, `within` describes all of it. The first rule in a file's order decides."""

    stage: ClassVar[Stage] = "detect"

    reason: Reason
    kinds: tuple[Kind, ...] = ()
    """Of these kinds alone; empty: of any."""
    units: tuple[str, ...] = ()
    """With one of these units alone; empty: with any."""
    most: int | None = None
    """Up to this value alone."""
    before: Pattern | None = None
    unless: Pattern | None = None
    """What may not stand before, though `before` holds."""
    within: Pattern | None = None
    after: Pattern | None = None
    widen: bool = False
    """Whether what `before` and `after` matched becomes part of the excluded mention."""


class SyntaxExclusion(Rule, frozen=True, kw_only=True, tag="exclusion-by-syntax"):
    """A number whose place in the sentence makes it no claim, by a named test that may use a list of words."""

    stage: ClassVar[Stage] = "detect"

    reason: Reason
    test: Test
    words: tuple[Word, ...] = ()
