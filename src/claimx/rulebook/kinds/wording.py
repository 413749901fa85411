"""Words that tell what a number counts, how it changes, when it holds and how firmly it is asserted."""

import re
from typing import ClassVar

from msgspec import field

from claimx.model import Direction, Kind, Modality
from claimx.rulebook.schema import Pattern, Phrase, Rule, Stage, Word


class CountedNouns(Rule, frozen=True, kw_only=True, tag="counted-nouns"):
    """Nouns that count something else: *a death toll of 300* counts persons. Maps each noun to the unit."""

    stage: ClassVar[Stage] = "detect"

    units: dict[Word, str]
    least: int = 0
    """Only from this figure on,"""
    most: int | None = None
    """and up to this one."""
    places: dict[Word, str] = field(default_factory=dict)
    """Places in an order before *with* or *on* and the number that won them: *came fourth with 2,797*."""
    verbs: dict[Word, str] = field(default_factory=dict)
    """Verbs whose bare subject counts something: *two die*."""
    groups: dict[Word, str] = field(default_factory=dict)
    """Nouns that count something only right before *of* and the number: *a crew of six*."""
    objects: dict[Word, str] = field(default_factory=dict)
    """Verbs whose bare object counts something: *the blast killed two*."""
    deeds: dict[Word, str] = field(default_factory=dict)
    """Verbs right after a bare number that count something unless the same was counted before: *300 signed up*."""
    strengths: dict[Word, str] = field(default_factory=dict)
    """Groups whose number stands before *-strong*: *a 3,000-strong force*."""
    sides: dict[Phrase, str] = field(default_factory=dict)
    """Phrases of taking sides right after the figures of a vote: *310 in favour and 297 against*."""
    totals: tuple[Phrase, ...] = ()
    """Phrases after a figure that sums up what was named before it: *letters, 40 in all*."""
    exchanged: dict[Word, str] = field(default_factory=dict)
    """Names of currencies whose bare figure is its rate against another: *the rupee fell to 83 to the dollar*."""
    scales: dict[Word, str] = field(default_factory=dict)
    """Nouns of a scale right before the number that is read on it: *a magnitude 6.5 quake*."""
    contests: tuple[Word, ...] = ()
    """Words of a passage on a poll or election, in which points are those between shares."""
    answers: tuple[Word, ...] = ()
    """Verbs of opinion whose bare subject after a share is the share of those who think otherwise: *56% backed it, 23
    opposed it*."""
    readings: dict[Word, str] = field(default_factory=dict)
    """Nouns right after an article and the number that tells their size on a scale: *a 9.2 quake*."""


class UnitNouns(Rule, frozen=True, kw_only=True, tag="unit-nouns"):
    """How counted nouns are written as units: irregular singulars, and modifiers that are no part of a unit."""

    stage: ClassVar[Stage] = "detect"

    singulars: dict[Word, str] = field(default_factory=dict)
    dropped: tuple[Word, ...] = ()
    attributive: tuple[Word, ...] = ()
    """Singulars that a number before them counts, whatever noun they describe: *four bedroom homes*."""
    things: tuple[Word, ...] = ()
    """Plurals of units of measure that name things too: *three front yards*."""


class SumVerbs(Rule, frozen=True, kw_only=True, tag="sum-verbs"):
    """Verbs, as lemmas, whose bare object is a sum of money: *stole millions*."""

    stage: ClassVar[Stage] = "detect"

    verbs: tuple[Word, ...]
    of_millions: tuple[Word, ...] = ()
    """Verbs whose bare thousands may be persons: *lost thousands*, but *lost millions*."""


class ChangeWords(Rule, frozen=True, kw_only=True, tag="change-words"):
    """Words, as lemmas, that say that something rose, fell or stayed."""

    stage: ClassVar[Stage] = "detect"

    direction: Direction
    verbs: tuple[Word, ...] = ()
    nouns: tuple[Word, ...] = ()
    of_shares: tuple[Word, ...] = ()
    """Nouns that name a change only of a share or of points: *a 3% loss*; not *a £3m loss*."""
    onto: tuple[Word, ...] = ()
    """Verbs that have the direction with *on* before the size: *put on 34 points*."""
    phrasal: tuple[Word, ...] = ()
    """Verbs that have the direction with their particle, before a share or points alone: *gave up 14 points*."""
    others: tuple[Word, ...] = ()
    """Adverbs and adjectives that follow or precede the size of a change: up, higher, fewer."""
    going: tuple[Word, ...] = ()
    """Verbs of how prices stand or go, to which up and down give the direction: *closed up 9%*, *trending down 2%*."""
    ways: tuple[Word, ...] = ()
    """Verbs that with a length tell how far somebody went, and change nothing: *climbed 300 metres*."""
    travellers: tuple[Word, ...] = ()
    """What goes such ways beside persons: *the plane dropped 3,000 feet*; not *the river rose two metres*."""
    bringing: tuple[Word, ...] = ()
    """Verbs that have the direction with one of `totals` and the level that it comes to: *took its stake to 23%*."""
    totals: tuple[Word, ...] = ()
    moving: tuple[Word, ...] = ()
    """Verbs that say where something goes with up or down and a preposition: *taken up to 5%*; not *took up 5%*."""


class ModalityWords(Rule, frozen=True, kw_only=True, tag="modality-words"):
    """Words, as lemmas, that make what they govern a forecast, a proposal, a hypothesis or a denial."""

    stage: ClassVar[Stage] = "detect"

    modality: Modality
    verbs: tuple[Word, ...] = ()
    """By themselves, or with the preposition or the *to* that must follow: call for, set to; with *to do* where that is
    no preposition: vote to do."""
    nouns: tuple[Word, ...] = ()
    """By themselves, or with the preposition or the *to* that must follow: a call for, a call to do."""
    of_kinds: dict[Word, tuple[Kind, ...]] = field(default_factory=dict)
    """Verbs and nouns that say it only of quantities of some kinds: *offers £3m*; not *offers 6 GB*."""
    outlines: tuple[Word, ...] = ()
    """Verbs that say what is in something named by one of the nouns: the strategy includes."""
    outdoing: tuple[Word, ...] = ()
    """Verbs with one of the nouns as object whose other figures are what came about: sales beat forecasts."""
    auxiliaries: tuple[Word, ...] = ()
    markers: tuple[Word, ...] = ()
    """Conjunctions and adverbs that stand anywhere in the clause: if, unless, perhaps."""
    settled: tuple[Word, ...] = ()
    """Verbs with *to* and the verb after it by which nothing is left open: order to pay."""
    removing: tuple[Word, ...] = ()
    """Verbs whose object, with an article, is there already, whatever is to become of it: will cut the £3m deficit."""
    counted: tuple[Word, ...] = ()
    """Nouns that say nothing where they are counted themselves: 21 goals in 19 games."""
    happening: tuple[Word, ...] = ()
    """Verbs of what comes about by itself, in the infinitive of a headline: Bills to rise by 5%."""
    unmarked: tuple[Word, ...] = ()
    """Verbs whose infinitive in a headline looks like a participle or a noun: Firm to cut 300 jobs."""
    threatened: tuple[Word, ...] = ()
    """Verbs of what awaits somebody, as sure as the clause with *if* beside them: If convicted they face a year."""
    supposing: tuple[Word, ...] = ()
    """Verbs that open a sentence to have something supposed: Suppose you earn £300 a week."""


class Period(Rule, frozen=True, kw_only=True, tag="period"):
    """Phrases that place what they stand beside in time."""

    stage: ClassVar[Stage] = "detect"

    patterns: tuple[Pattern, ...]

    @property
    def flags(self) -> re.RegexFlag:
        """Of its patterns: in titles and at the start of sentences the phrases are capitalised."""
        return re.IGNORECASE


class Rate(Rule, frozen=True, kw_only=True, tag="rate"):
    """Words away from the number that make it a rate over a span of time: a marker before a span (*each year*), or an
    adverb (*annually*), mapped to its span."""

    stage: ClassVar[Stage] = "detect"

    markers: tuple[Word, ...] = ()
    spans: tuple[Word, ...] = ()
    adverbs: dict[Word, str] = field(default_factory=dict)
    usual: tuple[Word, ...] = ()
    """Adjectives with which an article marks a span too: *on a typical day*, *in any given week*."""
    things: tuple[Word, ...] = ()
    """Nouns that are no spans, after *a* right behind what is counted: *18 points a game*."""
    sharing: tuple[Word, ...] = ()
    """Verbs after which *each* right behind a sum means for each person: *pay £5 each*; not *cost £5 each*."""
