"""Whether two claims with one figure speak of one thing: evidence is added up and must reach a threshold.

The more telling the figure, the less its wording must agree: that two sentences of a report name £246,570 for different
things is hardly ever so, that they name 5% or two years for different things is common.
"""

import re
from collections.abc import Callable

from claimx.model import Claim
from claimx.resolve.table import Table
from claimx.resolve.values import digits, value_of

THRESHOLD = 5.0
"""What the evidence for one figure must add up to."""

HEADLINE = 3.0
"""For a headline's figure and the one of the story that tells it again."""

_SAME_DOCUMENT, _REPEATED = 1.5, 2.5
"""Also for a figure so telling that a second thing with it in one document would be a coincidence."""
_SUBJECT = 2.5
_SENTENCE = 1.5
"""Also what counts when the words of one claim's subject stand in the other's sentence."""
_NEAR_WORDS = 1.0
"""For the same words right around the two figures."""
_SURE = 3.0
"""Strength of a figure that a document hardly has of two things."""
_TELLING_ALONE = 1.5
"""Strength of a figure below which even the same document must word it alike: *two groups*, *5%*."""
_TELLING = 2.5
"""Strength of a figure that is hardly met twice by chance in one document."""
_RETOLD = 0.4
"""How much alike two documents' sentences must be for a figure that any text may have."""
_VERBATIM, _VERBATIM_WORDS = 0.85, 4
"""How much of one sentence must stand in the other, and of how many words, for one to be cut from the other."""
_NEARBY = 1.0
"""For claims of neighbouring sentences of which one does not say what it measures."""
_NEIGHBOURS = 600
"""Characters within which sentences are neighbours."""
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
_UNLIKE_SUBJECTS, _UNLIKE_NAMED_SUBJECTS = -1.0, -2.0
"""For subjects without a word in common; of a figure told again, only where one names what the other does not."""
_OTHER_NAMES, _SET_APART_BY_NAMES = -3.5, -7.0
"""For subjects that name other people, places or bodies; for those that are alike but for the names in them."""
_OTHER_NOUNS, _OTHER_NOUNS_OF_A_TELLING = -1.5, -0.5
"""For counts of different things; of a telling figure one of the nouns may be guessed."""
_CONTRAST = -1.5
"""Where only one of them is said to be of another time or party."""
_HALF_STATED = -0.5
"""A rate, or a change, that only one of them states."""
_RATE_OF_A_COUNT = -1.5
"""A rate that only one of two counts states: people, and people a day."""

_MONEY_STRENGTH = 2.0
_LARGE_COUNT_STRENGTH = 1.5
_SHARE_STRENGTH = 0.5
_LARGE = 100
_TELLING_DIGITS = 3
"""Significant digits beyond the first that make a figure more telling."""
_WINDOW = 40
"""Characters right around a figure."""

Compare = Callable[[frozenset[int], frozenset[int]], float]

_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_BACK_REFERENCE = re.compile(
    r"\b(?:(?:the|this|that|these|those)(?: (?!other|second|next|first|last|extra|further|additional)\w+)?"
    r"|all|my|our|your|his|her|its|their) $",
    re.I,
)


class Likeness:
    """Weighs the evidence for two of a table's claims, whose figures agree, being one."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._words = table.vocabulary

    def within(self, i: int, j: int, *, rounded: bool) -> float:
        """The evidence for two claims of one document, the earlier one first; below zero if they contradict."""
        a, b = self._table.claims[i], self._table.claims[j]
        if self._table.in_one_sentence(i, j) or self._contradict(a, b):
            return -1.0
        strength = min(self._strength(a), self._strength(b))
        one_in_title = self._table.in_title[i] != self._table.in_title[j]
        if strength < _TELLING and not one_in_title and self._other_nouns(a, b):
            return -1.0
        score = strength + (_REPEATED if strength >= _SURE else _SAME_DOCUMENT)
        score += self._differences(i, j) + _rounding(a, b, rounded=rounded)
        if _refers_back(b):
            score += _DEFINITE
        elif _is_bare(a) != _is_bare(b):
            score += _BARE
        vague = self._is_vague(i) or self._is_vague(j)
        if vague and b.start - a.start < _NEIGHBOURS and (strength >= _TELLING or a.kind == b.kind == "money"):
            score += _NEARBY
        if a.kind != b.kind and (one_in_title or not self._unlike(i, j, generic=True)):
            score += _OTHER_TERMS
        elif _is_delta(a) and _is_delta(b):
            score += _SAME_CHANGE
        # the same story told again may leave words out
        compare = self._words.overlap if strength >= _TELLING_ALONE or one_in_title else self._words.likeness
        if self._unlike(i, j):
            score += self._unlikeness(i, j, strength)
        return score + self._wording(i, j, compare) + _NEAR_WORDS * compare(self._around(a), self._around(b))

    def across(self, i: int, j: int, *, rounded: bool) -> float:
        """The evidence for claims of two documents: stories that happen to share a number must use the same words."""
        a, b = self._table.claims[i], self._table.claims[j]
        sentences = self._table.sentence(i), self._table.sentence(j)
        likeness = self._words.likeness(*sentences)
        strength = min(self._strength(a), self._strength(b))
        cut = len(sentences[0] & sentences[1]) >= _VERBATIM_WORDS and self._words.overlap(*sentences) >= _VERBATIM
        if (strength < _TELLING and likeness < _RETOLD and not cut) or self._contradict(a, b):
            return -1.0
        if self._other_nouns(a, b):
            return -1.0
        score = strength + self._differences(i, j) + _rounding(a, b, rounded=rounded)
        if self._unlike(i, j):
            score += _UNLIKE_SUBJECTS
        if cut:
            return score + self._wording(i, j, self._words.overlap) + _SAME_DOCUMENT
        return score + self._wording(i, j, self._words.likeness)

    def differ(self, i: int, j: int) -> bool:
        """Whether the texts say that the two are of other times, parties, rates or things."""
        a, b = self._table.claims[i], self._table.claims[j]
        return self._contradict(a, b) or self._differences(i, j) < 0

    def _wording(self, i: int, j: int, compare: Compare) -> float:
        """What the words of subjects and sentences say for one thing."""
        table = self._table
        subjects, sentences = (table.subject(i), table.subject(j)), (table.sentence(i), table.sentence(j))
        part = self._words.part
        across = max(part(subjects[0], sentences[1]), part(subjects[1], sentences[0]))
        return _SUBJECT * compare(*subjects) + _SENTENCE * across + _SENTENCE * compare(*sentences)

    def _unlike(self, i: int, j: int, *, generic: bool = False) -> bool:
        """Whether both say what they measure, in telling words or in any, and neither's words stand with the other."""
        table = self._table
        one, other = table.subject(i), table.subject(j)
        if not generic:
            one, other = table.telling(one), table.telling(other)
        return bool(one and other) and not one & table.sentence(j) and not other & table.sentence(i)

    def _unlikeness(self, i: int, j: int, strength: float) -> float:
        """What it says that two subjects of one document have no word in common."""
        if strength < _SURE:
            return _UNLIKE_SUBJECTS
        named = self._names(self._table.claims[i]) ^ self._names(self._table.claims[j])
        return _UNLIKE_NAMED_SUBJECTS if named else 0.0

    def _differences(self, i: int, j: int) -> float:
        """What speaks against one thing: other names, nouns, times, rates, changes."""
        a, b = self._table.claims[i], self._table.claims[j]
        score = 0.0
        one, other = self._names(a), self._names(b)
        if one and other and not one & other:
            alike = self._table.subject(i) & self._table.subject(j)
            score += _SET_APART_BY_NAMES if alike else _OTHER_NAMES
        if self._other_nouns(a, b):
            telling = min(self._strength(a), self._strength(b)) > _TELLING
            score += _OTHER_NOUNS_OF_A_TELLING if telling else _OTHER_NOUNS
        if self._contrasted(a) != self._contrasted(b):
            score += _CONTRAST
        if a.per != b.per:
            score += _RATE_OF_A_COUNT if a.kind == "count" else _HALF_STATED
        return score + _HALF_STATED * (_is_delta(a) != _is_delta(b))

    def _is_vague(self, index: int) -> bool:
        """Whether the claim hardly says what it measures."""
        claim = self._table.claims[index]
        if claim.kind == "count":
            return claim.unit is None
        return not self._table.telling(self._table.subject(index))

    def _names(self, claim: Claim) -> frozenset[int]:
        return self._words.names(claim.subject, claim.sentence)

    def _contrasted(self, claim: Claim) -> bool:
        at = claim.sentence.find(claim.surface)
        return self._table.wording.contrast.search(claim.sentence, 0, max(at, 0)) is not None

    def _other_nouns(self, a: Claim, b: Claim) -> bool:
        """Whether two counted nouns differ; a person may be a nurse, and a thing without a noun anything."""
        if a.kind != "count" or b.kind != "count" or a.unit == b.unit or not a.unit or not b.unit:
            return False
        one, other = (self._table.telling(frozenset(self._words.numbers(unit))) for unit in (a.unit, b.unit))
        return bool(one and other) and not one & other

    def _around(self, claim: Claim) -> frozenset[int]:
        at = claim.sentence.find(claim.surface)
        end = at + len(claim.surface)
        before = claim.sentence[max(0, at - _WINDOW) : at].partition(" ")[2]
        after = claim.sentence[end : end + _WINDOW].rpartition(" ")[0]
        return frozenset(self._words.numbers(before + " " + after))

    def _contradict(self, a: Claim, b: Claim) -> bool:
        """Whether they name other years, another rate, or a rise and a fall."""
        if a.per and b.per and a.per != b.per:
            return True
        if a.period and b.period and a.period != b.period:
            one, other = _YEAR.findall(a.period), _YEAR.findall(b.period)
            if one and other and not set(one) & set(other):
                return True
        if a.change is None or b.change is None or not (_is_delta(a) and _is_delta(b)):
            return False
        return {a.change.direction, b.change.direction} == {"increase", "decrease"}

    def _strength(self, claim: Claim) -> float:
        """How telling the figure is by itself."""
        value = value_of(claim, {})
        if value is None:
            return 0.0
        if claim.kind == "fraction":
            return _SHARE_STRENGTH
        strength = float(min(_TELLING_DIGITS, max(map(digits, value.numbers)) - 1)) + (len(value.numbers) - 1)
        if claim.kind == "money":
            return strength + _MONEY_STRENGTH
        if value.measure == "share":
            return strength + _SHARE_STRENGTH
        return strength + (_LARGE_COUNT_STRENGTH if max(value.numbers) >= _LARGE else 0.0)


def _is_delta(claim: Claim) -> bool:
    """Whether the claim says by how much something changed, not what it was."""
    change = claim.change
    return change is not None and (change.delta is not None or claim.kind in ("multiple", "fraction"))


def _is_bare(claim: Claim) -> bool:
    """Whether it is a number of some length, and the sentence does not say of what."""
    if claim.kind != "count" or claim.unit is not None or claim.subject is not None or claim.value is None:
        return False
    return digits(claim.value) > 1 or claim.value >= _LARGE


def _rounding(a: Claim, b: Claim, *, rounded: bool) -> float:
    if not rounded:
        return 0.0
    openly = a.comparator != "=" or b.comparator != "=" or "fraction" in (a.kind, b.kind)
    return _ROUNDED if openly else _SILENTLY_ROUNDED


def _refers_back(claim: Claim) -> bool:
    at = claim.sentence.find(claim.surface)
    return at > 0 and _BACK_REFERENCE.search(claim.sentence, max(0, at - 30), at) is not None


def converted(one: Claim, other: Claim, between: re.Pattern[str]) -> bool:
    """Whether the second, which follows the first in one sentence, is the same figure in another currency or unit:
    *$3bn (£1.58bn)*, *68m euros ($89m; £47m)*. `between`: what may stand between them."""
    if one.kind != other.kind or one.unit == other.unit or one.kind not in ("money", "measure"):
        return False
    at = one.sentence.find(one.surface)
    end = at + len(one.surface)
    next_ = one.sentence.find(other.surface, end)
    return at >= 0 and next_ >= 0 and between.fullmatch(one.sentence, end, next_) is not None
