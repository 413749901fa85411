"""Whom pronouns mean: the most salient referent before them that agrees in kind, number and gender."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from claimx.attribution.context import Context
from claimx.model import SpeakerType
from claimx.rulebook.kinds.party import Gender

MALE = frozenset({"he", "him", "his", "himself"})
FEMALE = frozenset({"she", "her", "hers", "herself"})
NEUTER = frozenset({"it", "its", "itself"})
PLURAL = frozenset({"they", "them", "their", "theirs", "themselves", "many", "others", "most", "several", "few"})
"""Third person plural, and quantifiers that stand for a group just named."""
_SUBJECTIVE = frozenset({"he", "she", "it", "they"})
"""The forms that go on speaking; *his* and *her* are as often somebody else's."""
SELF_PLURAL = frozenset({"we", "us", "our", "ours", "ourselves"})
SELF = frozenset({"i", "me", "my", "mine", "myself"})
ADDRESSED = frozenset({"you", "your"})
THIRD = MALE | FEMALE | NEUTER | PLURAL
DEMONSTRATIVE = frozenset({"this", "these", "that", "those"})
"""Words that mostly point at what was said, and at nobody."""
RELATIVE = frozenset({"who", "which", "that", "whose", "whom"})
PRONOUNS = (
    MALE | FEMALE | NEUTER | PLURAL | SELF_PLURAL | SELF | ADDRESSED | RELATIVE | {"there", "this", "these", "those"}
)

_WINDOW_SENTENCES = 6
_WINDOW_REFERENTS = 40
"""How far back an antecedent is sought."""
_PER_SENTENCE = 2.0
_SUBJECT, _MAIN_SUBJECT = 2.5, 1.5
_RELATIVE = 2.5
_RECENT_SPEAKER = 2.0
_ACROSS_QUOTES = 6.0
_UNKNOWN_GENDER = 0.5
_POSSESSIVE = 1.0
_NAMELESS = 1.0


@dataclass(frozen=True, slots=True)
class Referent:
    """Something that the text mentions and that a later pronoun may mean."""

    start: int
    end: int
    name: str
    type: SpeakerType
    sentence: int
    plural: bool = False
    named: bool = True
    gender: Gender | None = None
    subject: bool = False
    main: bool = False
    """Subject of its sentence's main verb."""
    possessive: bool = False
    relative: bool = False
    """A relative clause speaks of it, and so puts it in mind."""
    place: bool = False
    """A country, city or region: it can speak, but is no organisation of the document."""
    quoted: bool = False
    rules: tuple[str, ...] = ()
    role: str | None = None
    organisation: str | None = None
    nouns: tuple[str, ...] = ()
    """The heads of common nouns by which it goes."""


class Salience:
    """The referents of one document in text order."""

    def __init__(self) -> None:
        self._referents: list[Referent] = []
        self._starts: list[int] = []

    def add(self, referent: Referent) -> None:
        """Takes the next referent; they come in text order."""
        self._referents.append(referent)
        self._starts.append(referent.start)

    def before(self, offset: int) -> Iterator[Referent]:
        """Referents that begin before an offset, the nearest first, as far back as antecedents reach."""
        index = bisect_left(self._starts, offset)
        yield from reversed(self._referents[max(0, index - _WINDOW_REFERENTS) : index])

    def antecedent(self, pronoun: str, offset: int, sentence: int, quoted: bool, context: Context) -> Referent | None:
        """The referent that a third-person pronoun at an offset means, or None where nothing agrees. Inside a quotation
        it is not whoever is quoted."""
        speaking = {speaker.name for speaker in context.quotee}
        last = context.recent[-1].name if context.recent else None
        best, best_score = None, float("-inf")
        for referent in self.before(offset):
            distance = sentence - referent.sentence
            if distance > _WINDOW_SENTENCES:
                break
            if not _agrees(pronoun, referent) or referent.name in speaking:
                continue
            if quoted and not referent.quoted and referent.subject and not distance:
                continue
            score = -_PER_SENTENCE * distance - _cost(pronoun, referent) - _ACROSS_QUOTES * (referent.quoted != quoted)
            score += _SUBJECT * referent.subject + _MAIN_SUBJECT * referent.main - _POSSESSIVE * referent.possessive
            score += _RELATIVE * (referent.relative and not referent.subject)
            score += _RECENT_SPEAKER * (referent.name == last and pronoun in _SUBJECTIVE)
            if score > best_score:
                best, best_score = referent, score
        return best


def _agrees(pronoun: str, referent: Referent) -> bool:
    if pronoun in MALE:
        return referent.type == "person" and not referent.plural and referent.gender != "female"
    if pronoun in FEMALE:
        return referent.type == "person" and not referent.plural and referent.gender != "male"
    if pronoun in NEUTER:
        return referent.type in ("organisation", "document") and not referent.plural
    return referent.plural or (referent.type in ("organisation", "group") and not referent.place)


def _cost(pronoun: str, referent: Referent) -> float:
    """What counts against a referent that agrees."""
    if pronoun in MALE or pronoun in FEMALE:
        return _UNKNOWN_GENDER * (referent.gender is None) + _NAMELESS * (not referent.named)
    if pronoun in PLURAL:
        return 1.5 * (not referent.plural)
    return 1.0 * (referent.type == "document") + 2.0 * (not referent.named or referent.place)
