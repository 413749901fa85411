"""Whether two claims with one figure speak of one thing: evidence is added up and must reach a threshold.

The more telling the figure, the less its wording must agree: that two sentences of a report name £246,570 for different
things is hardly ever so, that they name 5% or two years for different things is common.
"""

from typing import Protocol

from claimx.model import Claim
from claimx.resolve.differences import (
    SURE,
    UNLIKE_SUBJECTS,
    both_nouns_met,
    contradict,
    differences,
    other_nouns,
    unlike,
    unlike_altogether,
    unlikeness,
)
from claimx.resolve.references import refers_back, taken_as_known
from claimx.resolve.strength import TELLING
from claimx.resolve.table import Table
from claimx.resolve.traits import AllTraits, Traits


class Compare(Protocol):
    """Tells the evidence that two claims, given by their places, are of one figure."""

    def __call__(self, i: int, j: int, *, rounded: bool) -> float:
        """What speaks for it less what speaks against it; to be held against THRESHOLD."""


THRESHOLD = 5.0
"""What the evidence for one figure must add up to."""

HEADLINE = 3.5
"""For a headline's figure and the one of the story that tells it again."""

_SAME_DOCUMENT, _REPEATED = 1.5, 2.5
"""Also for a figure so telling that a second thing with it in one document would be a coincidence."""
_SUBJECT = 2.5
_SENTENCE = 1.5
"""Also what counts when the words of one claim's subject stand in the other's sentence."""
_LEAST = 0.5
"""Weight of which a subject's words are taken to be at least: that two share *people* or *the rate* is no evidence."""
_NEAR_WORDS = 1.0
"""For the same words right around the two figures."""
_TELLING_ALONE = 1.5
"""Strength of a figure below which even the same document must word it alike: *two groups*, *5%*."""
_RETOLD = 0.4
"""How much alike two documents' sentences must be for a figure that any text may have."""
_VERBATIM, _VERBATIM_WORDS = 0.85, 4
"""How much of one sentence must stand in the other, and of how many words, for one to be cut from the other."""
_SAME_HEDGE = 0.5
_NEARBY, _NEARBY_SHARE = 1.0, 1.75
"""For claims of neighbouring sentences of which one does not say what it measures."""
_FEW_WORDS, _TAKEN_UP = 4, 0.25
"""Content words of a sentence that says little but its figure, and how much another one must share of the first one."""
_PLAIN_CHANGE = 1.0
"""Where it only says that it is a change, as *a 9% jump* does: that of which the text has told."""
NEIGHBOURS = 600
"""Characters within which sentences are neighbours; all are neighbours of a headline and of a story's first figures."""
_DEFINITE = 2.5
"""For *the £12bn*, *our £12bn* after a mention of £12bn: the article refers back."""
_BARE = 2.0
"""For a number without a noun, which can only be one that the text has named: *"Sixty-seven is not enough."*"""
_OTHER_TERMS = 1.5
"""For one figure in other terms, as a fraction and as a percentage: hardly a coincidence in one document."""
_SAME_CHANGE = 0.5
_ROUNDED = -0.5
_SILENTLY_ROUNDED = -1.5
"""For a rounded figure that no word calls one."""
_ROUNDED_FORECAST = -5.0
"""The same, where one was expected and the other came."""
_CONTRAST, _CONTRAST_OF_ANY = -1.5, -2.5
"""Where only one of them is said to be of another time or party; of a figure that any text may have again."""
_ANY = 2.0
"""Strength of a figure below which it is one."""


class Likeness:
    """Weighs the evidence for two of a table's claims, whose figures agree, being one."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._words = table.vocabulary
        self._traits = AllTraits(table).of

    def within(self, i: int, j: int, *, rounded: bool) -> float:
        """The evidence for two claims of one document, the earlier one first; below zero if they contradict."""
        if self._table.in_one_sentence(i, j):
            return 0.0 if rounded else -1.0
        one, other = self._traits(i), self._traits(j)
        if contradict(one, other):
            return -1.0
        a, b = one.claim, other.claim
        strength = min(one.strength, other.strength)
        retold = one.in_title != other.in_title
        if strength < TELLING and other_nouns(one, other) and (not retold or both_nouns_met(one, other)):
            return -1.0
        score = strength + (_REPEATED if strength >= SURE else _SAME_DOCUMENT)
        score += differences(one, other) + _rounding(a, b, rounded=rounded)
        score += self._reference(one, other, strength, retold=retold)
        if a.comparator == b.comparator != "=" and not rounded:
            score += _SAME_HEDGE
        if unlike(one, other):
            score += unlikeness(one, other, strength)
        shared = one.sentence & other.sentence
        weight = self._words.sum(shared)
        # the same story told again may leave words out
        cut = strength >= _TELLING_ALONE or retold or _is_cut(len(shared), weight, one, other)
        score += self._wording(one, other, weight, cut=cut)
        if not one.telling and not other.telling:  # the rest of the sentence says what is measured: *39% think that …*
            score += _SUBJECT * _share(weight, one.sentence_weight, other.sentence_weight, cut=cut) ** 2
        least = THRESHOLD - (HEADLINE if retold else 0.0)
        if least - _NEAR_WORDS <= score < THRESHOLD:
            compare = self._words.overlap if cut else self._words.likeness
            score += _NEAR_WORDS * compare(one.around, other.around)
        if score < least or one.contrasted == other.contrasted:
            return score
        return score + (_CONTRAST_OF_ANY if strength < _ANY else _CONTRAST)

    def across(self, i: int, j: int, *, rounded: bool) -> float:
        """The evidence for claims of two documents: stories that happen to share a number must use the same words.
        Below zero if they contradict."""
        table = self._table
        shared = table.sentence(i) & table.sentence(j)
        if not shared:
            return 0.0
        weight, mine, theirs = self._words.sum(shared), table.weight(i), table.weight(j)
        strength = min(table.strength[i], table.strength[j])
        cut = len(shared) >= _VERBATIM_WORDS and (weight >= _VERBATIM * min(mine, theirs))
        if strength < TELLING and 2 * weight / max(mine + theirs, 1e-9) < _RETOLD and not cut:
            return 0.0
        one, other = self._traits(i), self._traits(j)
        score = strength + self._wording(one, other, weight, cut=cut) + (_SAME_DOCUMENT if cut else 0.0)
        if score < THRESHOLD:
            return 0.0  # what follows can only speak against
        if contradict(one, other) or other_nouns(one, other):
            return -1.0
        if unlike(one, other):
            score += UNLIKE_SUBJECTS
        score += differences(one, other) + _rounding(one.claim, other.claim, rounded=rounded)
        decides = THRESHOLD <= score < THRESHOLD - _CONTRAST
        return score + (_CONTRAST if decides and one.contrasted != other.contrasted else 0.0)

    def _reference(self, one: Traits, other: Traits, strength: float, *, retold: bool) -> float:
        """What it says how the second takes up a figure: as a known one, close by, in other terms, as a change."""
        a, b = one.claim, other.claim
        pointing = refers_back(b) or taken_as_known(b)
        follows = one.leading or pointing or self._takes_up(one, other)
        score = _DEFINITE if pointing else _BARE if one.bare != other.bare else 0.0
        if other.vague or (one.vague and one.leading and (pointing or other.telling & one.sentence)):
            score += _nearness(one, other, strength, pointing=pointing, follows=follows)
        if a.kind != b.kind:
            told_again = b.start - a.start < NEIGHBOURS if retold else follows and not unlike_altogether(one, other)
            return score + (_OTHER_TERMS if told_again else 0.0)
        return score + (_SAME_CHANGE if one.is_delta and other.is_delta else 0.0)

    def _takes_up(self, one: Traits, other: Traits) -> bool:
        """Whether the second one's sentence goes on with what the first one's tells, or hardly tells anything; another
        answer in a poll does not."""
        if len(other.sentence) <= _FEW_WORDS or one.telling & other.telling:
            return True
        return self._words.overlap(one.sentence, other.sentence) >= _TAKEN_UP

    def differ(self, i: int, j: int) -> bool:
        """Whether the texts say that the two are of other times, parties, rates or things."""
        one, other = self._traits(i), self._traits(j)
        return contradict(one, other) or differences(one, other) < 0 or one.contrasted != other.contrasted

    def _wording(self, one: Traits, other: Traits, shared: float, *, cut: bool) -> float:
        """What the words of subjects and sentences say for one thing. `shared`: the weight of the words that both
        sentences have; `cut`: one of them may leave words out."""
        total = self._words.sum
        subject = _share(total(one.subject & other.subject), one.subject_weight, other.subject_weight, cut=cut)
        sentence = _share(shared, one.sentence_weight, other.sentence_weight, cut=cut)
        across = max(
            total(one.subject & other.sentence) / max(one.subject_weight, _LEAST),
            total(other.subject & one.sentence) / max(other.subject_weight, _LEAST),
        )
        return _SUBJECT * subject + _SENTENCE * across + _SENTENCE * sentence


def _is_cut(shared: int, weight: float, one: Traits, other: Traits) -> bool:
    """Whether nearly all of one sentence stands in the other; both share so many words of that weight."""
    return shared >= _VERBATIM_WORDS and weight >= _VERBATIM * min(one.sentence_weight, other.sentence_weight)


def _nearness(one: Traits, other: Traits, strength: float, *, pointing: bool, follows: bool) -> float:
    """What it says that a claim that hardly says what it measures stands close to the other one."""
    a, b = one.claim, other.claim
    if not one.leading and b.start - a.start >= NEIGHBOURS:
        return 0.0
    plain = one.is_delta and other.is_delta and other.is_plain_change
    score = _PLAIN_CHANGE if plain else 0.0
    if a.kind == "percentage" and (plain or (strength >= _TELLING_ALONE and follows)):
        return score + _NEARBY_SHARE
    if strength >= TELLING or a.kind == b.kind == "money" or (pointing and other.vague):
        return score + _NEARBY
    return score


def _share(shared: float, one: float, other: float, *, cut: bool) -> float:
    """How much of two weights is shared: of the lighter one, or of both."""
    return shared / max(min(one, other) if cut else (one + other) / 2, _LEAST)


def _rounding(a: Claim, b: Claim, *, rounded: bool) -> float:
    if not rounded:
        return 0.0
    if a.comparator != "=" or b.comparator != "=" or "fraction" in (a.kind, b.kind):
        return _ROUNDED
    return _ROUNDED_FORECAST if {a.modality, b.modality} == {"actual", "forecast"} else _SILENTLY_ROUNDED
