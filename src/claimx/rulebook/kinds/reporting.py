"""What introduces a statement: verbs, nouns and phrases that say that somebody else says it."""

from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from claimx.model import StatementKind
from claimx.rulebook.schema import Pattern, Phrase, Rule, Stage, Word

Complement = Literal[
    "quotation", "clause", "infinitive", "gerund", "small_clause", "object_and_preposition", "as", "object", "amount"
]
"""What may follow a verb as the content of the statement: *“…”*; *(that) it rose*; *to act*; *cutting costs*; *Rubio at
11 percent, it a disgrace*; *the cost at £2m*, with the listed prepositions; *as a failure*; *a loss of £2m*."""

Words = Annotated[tuple[Word, ...], Meta(min_length=1)]


class _Reporting(Rule, frozen=True, kw_only=True):
    stage: ClassVar[Stage] = "attribute"


class ReportingVerb(_Reporting, frozen=True, kw_only=True, tag="reporting-verb"):
    """Verbs of one meaning, by their base form; a particle follows it (`point out`)."""

    verbs: Words
    complements: tuple[Complement, ...] = ()
    prepositions: tuple[Word, ...] = ()
    """Prepositions whose object is the content: *warned of floods*."""
    sources: Literal["any", "document", "writing", "survey", "party", "speaker", "observer"] = "any"
    """`party`: only of names and of nouns for people, bodies and documents (*the bank wants £3m*, not *the engine wants
    oil*). `speaker`: of those without places (*the bank sees growth rising*, not *Wales saw growth rise*). `survey`:
    only of polls and studies (*the poll has Hale at 45%*). `document`: with a clause of anybody (*doctors found that
    …*), with an object of names and documents alone (*the audit found 3 faults*, not *police found a body*).
    `writing`: with an object of documents alone (*the figures showed a rise of 4%*, not *Wales showed a rise of 4%*).
    `observer`: only of bodies' names, documents, and the nouns in `by` (*the institute recorded 40 cases*, not *the
    band recorded 40 songs*)."""
    by: tuple[Word, ...] = ()
    """Subjects, by their lemma, that observe."""
    addressed: tuple[Word, ...] = ()
    """Those of the verbs whose object may be whoever is told: *told reporters*."""
    nested: bool = True
    """False where it is no statement of its own inside what another says: *he said the council hoped for 40*."""
    agentless: bool = False
    """True where the passive without an agent is a statement, too, of somebody unnamed: *asked whether it was so*."""
    statement: StatementKind = "assertion"
    demand: bool = False
    """True for a stance that says what others should do, give or get; with an infinitive only where it is others who
    are to act (*wants ministers to spend £3m*, not *wants to spend £3m*)."""
    not_by: tuple[Word, ...] = ()
    """Subjects, by their lemma, that assert nothing: a deal *values* a firm at its price."""
    present: bool = False
    """True for verbs that foretell in the present tense alone: *sees growth of 2%*."""
    objects: tuple[Word, ...] = ()
    """The only objects and subjects of small clauses, by their lemma, that are content: who *raises a forecast* says
    the new one. The sign of a currency stands for sums of it."""
    besides: tuple[Word, ...] = ()
    """Objects, by their lemma, that are no content: what a poll *has* as a margin of error it does not report."""


class ReportingNoun(_Reporting, frozen=True, kw_only=True, tag="reporting-noun"):
    """Nouns whose complement clause is a statement of their possessor or agent: *the union’s claim that …*."""

    nouns: Words
    prepositions: tuple[Word, ...] = ()
    """Prepositions whose object is the content: *support for the plan*."""
    statement: StatementKind = "assertion"
    demand: bool = False
    """True for a stance that says what others should do or give: *an appeal for £5m*."""
    sums: bool = False
    """True for nouns of what may be a mere figure, which then stands before them, as its source may without a genitive:
    *the Treasury’s £9m offer*, *Treasury estimates of £9m*."""
    verbs: tuple[Word, ...] = ()
    """Verbs, by their base form, with the noun as their object, whose subject speaks: *launched an appeal for £5m*."""


class ReportingAdjective(_Reporting, frozen=True, kw_only=True, tag="reporting-adjective"):
    """Adjectives and participles after *be*, *remain* and the like by which somebody thinks, feels or holds something:
    *the minister is confident that …*."""

    adjectives: Words
    complements: tuple[Literal["clause", "infinitive", "saying"], ...] = ()
    """`saying`: the infinitive of a reporting verb, whose content it is (*keen to stress that …*)."""
    prepositions: tuple[Word, ...] = ()
    """Prepositions whose object is the content: *critical of the plan*."""
    statement: StatementKind = "assertion"


class Hearsay(_Reporting, frozen=True, kw_only=True, tag="hearsay-verb"):
    """Verbs that give to nobody what is said of their subject: *Hale seems to agree*, *is expected to go*, *is accused
    of theft*."""

    verbs: Words
    passive: bool
    """Whether it is the passive, without an agent, that does so."""
    prepositions: tuple[Word, ...] = ()
    """Prepositions that lead on what is said of the subject, besides infinitives."""


class SourcePhrase(_Reporting, frozen=True, kw_only=True, tag="source-phrase"):
    """Phrases whose object is the source of the clause around them: *according to the police*."""

    phrases: Annotated[tuple[Phrase, ...], Meta(min_length=1)]
    set_off: bool = False
    """True for those that name a source only at the head of a sentence or behind a comma, before a definite noun, an
    article or a name."""


class SourceOrigin(_Reporting, frozen=True, kw_only=True, tag="source-origin"):
    """Verbs by which a figure comes *from* somebody who is its source: *the 40% figure came from the bank*."""

    verbs: Words
    nouns: Words
    """What so comes, by its lemma; the figure stands with it."""


class SourceBracket(_Reporting, frozen=True, kw_only=True, tag="source-bracket"):
    """What stands in brackets behind what it vouches for: *rents rose by 4% (Housing Office, 2019)*."""

    pattern: Pattern
    """Matches all that stands between the brackets; its group `source` holds the source."""
    bare: bool = False
    """True for a mere name: an organisation's, right behind a figure or what it counts."""


class SourceDocument(_Reporting, frozen=True, kw_only=True, tag="source-document"):
    """Nouns of documents that assert: *in a survey of 2,000 adults, 40% said …* is what the survey found."""

    nouns: Words
    prepositions: tuple[Word, ...] = ()
    """Those that make it the source of a whole clause, for polls and reckonings."""
    makers: tuple[Word, ...] = ()
    """Those, by their lemma, who make it: what they did for it is none of its findings."""
    asks: Literal["never", "sometimes", "always"] = "never"
    """Whether it asks people, so that what the text goes on to say of shares of them is what it found: `sometimes` asks
    for plainer words, that they think or say something."""


class FindingWords(_Reporting, frozen=True, kw_only=True, tag="finding-words"):
    """Words by which a text goes on with a poll's findings, as lemmas."""

    words: Words
    tells: Literal["people", "public", "asked", "opinion", "measure", "comparison", "projection", "heading"]
    """`people`, nouns, and `asked`, participles: whom it asked. `public`: of whom *most* are as good as a share.
    `opinion`: what a share of them does. `measure`, `comparison`: what sets one more share beside a finding.
    `projection`: what *if repeated* makes a result of. `heading`: what stands above a list of findings."""
    unless: tuple[Word, ...] = ()
    """Words, as lemmas, with which the share is none of the poll's: *at the election*."""


class ContinuingWords(_Reporting, frozen=True, kw_only=True, tag="continuing-words"):
    """Words by which a sentence without a cue goes on with what somebody said in the one before."""

    words: Words
    tells: Literal["rest", "these", "figure", "move", "hearing", "counsel"]
    """`rest`, within a subject, and `these`, after *of*: more or fewer of what was counted. `figure`, nouns by their
    lemma: what stands for the figure that was given. `move`, verbs: what such figures do. `hearing`: where people
    tell at length what happened, and `counsel`: who does."""
    unless: tuple[Word, ...] = ()
    """Subjects and verbs, by their lemma, of what nobody tells but the text."""
