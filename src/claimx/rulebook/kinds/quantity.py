"""Rules of the quantity grammar: what the words and signs of numbers, comparators and ranges mean."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import ClassVar, Literal

from msgspec import field

from claimx.model import Comparator, Direction
from claimx.rulebook.schema import Phrase, Rule, Stage, Word


class NumberWords(Rule, frozen=True, kw_only=True, tag="number-words"):
    """Words that stand for a number, and the place they take in a number of several words.

    `small` zero to nineteen; `tens` twenty to ninety; `scale` hundred, thousand and up; `group` dozen; `slang` grand,
    a scale of money; `ordinal` first, second and up, whose plurals also name the parts of fractions; `part` half,
    quarter; `magnitude` thousands, dozens: numbers without a figure; `decade` the thirties.
    """

    stage: ClassVar[Stage] = "detect"

    role: Literal["small", "tens", "scale", "group", "slang", "ordinal", "part", "magnitude", "decade"]
    words: dict[Word, int]


class MultipleWords(Rule, frozen=True, kw_only=True, tag="multiple-words"):
    """Words that multiply: twice, doubled, halved, the ending -fold, and what is counted in times."""

    stage: ClassVar[Stage] = "detect"

    direction: Direction | None = None
    words: dict[Word, Decimal] = field(default_factory=dict)
    endings: tuple[Word, ...] = ()
    """What may follow a number, attached or after a hyphen: fold."""
    units: tuple[Word, ...] = ()
    """Words after a number: times."""
    adverbs: dict[Word, int] = field(default_factory=dict)
    """Words for a number of times: twice."""
    only_before: tuple[Word, ...] = ()
    """Words that must follow the multiplying words: half as many."""
    next: tuple[Phrase, ...] = ()
    """Phrases that must follow a unit, for it is else only counted (three times a week)."""
    levels: tuple[Word, ...] = ()
    """Words after a multiplying word that make it the level of something, no change: double the average."""


class NoteNames(Rule, frozen=True, kw_only=True, tag="note-names"):
    """Names of notes and coins that hold their sum: a fiver is five pounds."""

    stage: ClassVar[Stage] = "detect"

    currency: str
    """ISO 4217."""
    words: dict[Word, Decimal]
    """What one is worth."""


class ScaleLetters(Rule, frozen=True, kw_only=True, tag="scale-letters"):
    """Abbreviations of scale words, attached to digits or after them; letter case counts."""

    stage: ClassVar[Stage] = "detect"

    letters: dict[Word, int]
    when: Literal["always", "money", "no-unit", "counting", "attached"] = "always"
    """`money`: a scale only beside a currency ($5b, 5b dollars); `no-unit`: also where they are no unit (3m people);
    `counting`: also attached to a figure before a plural, or alone with it (2b users); `attached`: there, and attached
    to any figure with a decimal (1.5B in all)."""


class NumberForm(Rule, frozen=True, kw_only=True, tag="number-form"):
    """A way of writing a number that the grammar knows, and the words that it hangs on."""

    stage: ClassVar[Stage] = "detect"

    form: Literal[
        "digits",
        "code",
        "reference",
        "huge",
        "pair",
        "poll",
        "sign",
        "plus",
        "below",
        "point",
        "nought",
        "bare-point",
        "and",
        "article",
        "mixed",
        "fraction",
        "fraction-of",
        "several",
        "scores",
        "age",
        "hyphenated",
        "ordinal",
        "adjective",
        "system",
        "to-one",
        "percentage-of",
    ]
    words: tuple[Phrase, ...] = ()


class ComparatorPhrases(Rule, frozen=True, kw_only=True, tag="comparator"):
    """Phrases around a number that say on which side of it, or how near to it, the true figure lies."""

    stage: ClassVar[Stage] = "detect"

    sign: Comparator
    before: tuple[Phrase, ...] = ()
    after: tuple[Phrase, ...] = ()
    final: tuple[Phrase, ...] = ()
    """Phrases after a number that compare only where no word follows: £5 minimum, not a £5 minimum wage."""
    not_after: tuple[Word, ...] = ()
    """Words before the phrase that give it another meaning: went up to 5%."""
    unless: tuple[Phrase, ...] = ()
    """What the last of two such words does not do after the first: buy back up to 5%."""
    moving: tuple[Word, ...] = ()
    """Verbs that give it another meaning past what they move: bring the stake up to 5%."""
    marking: tuple[Phrase, ...] = ()
    """Phrases that compare only before *the* and the figure of a mark: passed the 1,000 mark."""
    marks: tuple[Word, ...] = ()
    """Nouns after a figure that make a mark of it, which any phrase may stand before: just below the $50 level."""
    degrees: tuple[Word, ...] = ()
    """Comparatives, each of which takes the place of {} in a phrase: {} than or equal to."""

    def spelt(self, phrases: Iterable[Phrase]) -> Iterator[Phrase]:
        """The phrases, those with a gap once with each comparative in it."""
        for phrase in phrases:
            yield from [phrase.replace("{}", word) for word in self.degrees] if "{}" in phrase else [phrase]


class Intensifiers(Rule, frozen=True, kw_only=True, tag="intensifiers"):
    """Words that may stand before a comparator and belong to it: well over, slightly less than."""

    stage: ClassVar[Stage] = "detect"

    words: tuple[Phrase, ...]


class RatePhrases(Rule, frozen=True, kw_only=True, tag="rate-phrases"):
    """Words after a quantity that say what it is over: per hour, a year, annually."""

    stage: ClassVar[Stage] = "detect"

    leads: tuple[Phrase, ...] = ()
    """Words before the denominator: per, each."""
    open: bool = False
    """Any noun or number of things may follow the lead, not only known denominators and units."""
    open_for_money: bool = False
    """Any noun that ends its phrase may follow a sum of money and the lead: £75 a hole."""
    not_before: tuple[Word, ...] = ()
    """Words after the rate that make it a time: a year ago."""
    nouns: dict[Word, tuple[Phrase, ...]] = field(default_factory=dict)
    """Known denominators, by name, for the leads of all rates."""
    phrases: dict[Word, tuple[Phrase, ...]] = field(default_factory=dict)
    """Whole phrases, by the denominator they mean."""


class Join(Rule, frozen=True, kw_only=True, tag="join"):
    """What stands before, between or after two numbers that make one quantity."""

    stage: ClassVar[Stage] = "detect"

    join: Literal[
        "dash",
        "or",
        "between",
        "range",
        "bounds",
        "from-to",
        "delta-level",
        "level-from",
        "now-then",
        "share",
        "over",
        "ratio",
    ]
    opens: tuple[Phrase, ...] = ()
    between: tuple[Phrase, ...] = ()
