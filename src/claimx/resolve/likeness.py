"""Whether two claims with one figure speak of one thing: evidence is added up and must reach a threshold.

The more telling the figure, the less its wording must agree: that two sentences of a report name £246,570 for different
things is hardly ever so, that they name 5% or two years for different things is common.
"""

import re
from collections.abc import Callable
from decimal import Decimal

from claimx.model import Claim
from claimx.resolve.candidates import Candidate
from claimx.resolve.values import digits
from claimx.resolve.words import GENERIC_STEMS, Weights, content_words, names

_THRESHOLD = 5.0

_SAME_DOCUMENT = 1.5
_SUBJECT = 2.5
_SENTENCE = 1.5
"""Also what counts when the words of one claim's subject stand in the other's sentence."""
_HEADLINE = 3.0
"""For a headline's figure, which the story under it has to tell again."""
_TELLING_ALONE = 1.5
"""Strength of a figure below which even the same document must word it alike: *two groups*, *5%*."""
_TELLING = 2.5
"""Strength of a figure that is hardly met twice by chance in one document."""
_RETOLD = 0.4
"""How much alike two documents' sentences must be for a figure that any text may have."""
_NEARBY = 1.0
"""For claims of neighbouring sentences of which one does not say what it measures."""
_NEIGHBOURS = 600
"""Characters within which sentences are neighbours."""
_DEFINITE = 2.0
"""For *the £12bn*, *our £12bn* after a mention of £12bn: the article refers back."""
_ROUNDED = -0.5
_SILENTLY_ROUNDED = -1.5
"""For a rounded figure that no word calls one."""
_UNLIKE_SUBJECTS = -1.0
_OTHER_NAMES = -4.0
"""For subjects that are alike but for the names in them: they are set against each other."""
_HALF_STATED = -0.5
"""A rate, or a change, that only one of them states."""

_MONEY_STRENGTH = 2.0
_LARGE_COUNT_STRENGTH = 1.5
_SHARE_STRENGTH = 0.5
_LARGE = 100
_TELLING_DIGITS = 3
"""Significant digits beyond the first that make a figure more telling."""

Compare = Callable[[frozenset[str], frozenset[str]], float]

_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_CONVERSION = re.compile(
    r"[ ,]{0,3}(?:(?:[(\[;/=]|or|which is|equivalent to|equal to|that is|i\.e\.|about|around|roughly|some|US)"
    r"[ ,]{0,2}){1,4}",
    re.IGNORECASE,
)
_BACK_REFERENCE = re.compile(
    r"\b(?:(?:the|this|that|these|those)(?: (?!other|second|next|first|last)\w+)?|my|our|your|his|her|its|their) $",
    re.I,
)


def alike(one: Candidate, other: Candidate, weights: Weights, *, rounded: bool = False) -> bool:
    """Whether the claims, whose figures agree, assert them of one subject; `one` is the earlier one of a document."""
    a, b = one.claim, other.claim
    same_document = a.document == b.document
    if _contradict(a, b) or (same_document and a.sentence == b.sentence and _stand_together(a, b)):
        return False
    strength = min(_strength(one), _strength(other))
    if strength < _TELLING and _other_things(a, b):
        return False
    score = strength + _half_stated(a, b)
    if rounded:
        openly = a.comparator != "=" or b.comparator != "=" or "fraction" in (a.kind, b.kind)
        score += _ROUNDED if openly else _SILENTLY_ROUNDED
    if same_document:
        score += _in_one_document(one, other, strength)
    if score + _SUBJECT + 2 * _SENTENCE < _THRESHOLD:
        return False
    if not same_document and strength < _TELLING and weights.likeness(one.sentence, other.sentence) < _RETOLD:
        return False
    # the same story told again may leave words out, other stories that happen to share a number must use the same ones
    retold = same_document and (strength >= _TELLING_ALONE or one.in_title != other.in_title)
    compare = weights.overlap if retold else weights.likeness
    return score + _wording(one, other, weights, compare) >= _THRESHOLD


def _in_one_document(one: Candidate, other: Candidate, strength: float) -> float:
    """What the place of the two in their document says for their being one."""
    score = _SAME_DOCUMENT + (_HEADLINE if one.in_title != other.in_title else 0.0)
    if _refers_back(other.claim):
        score += _DEFINITE
    vague = not (one.subject - GENERIC_STEMS and other.subject - GENERIC_STEMS)
    near = other.claim.start - one.claim.start < _NEIGHBOURS
    return score + (_NEARBY if near and vague and strength >= _TELLING else 0.0)


def _stand_together(a: Claim, b: Claim) -> bool:
    """Whether both stand in one and the same sentence, not in two sentences of the same words."""
    return abs(a.start - b.start) < len(a.sentence)


def converted(one: Claim, other: Claim) -> bool:
    """Whether the second, which follows the first in one sentence, is the same sum in another currency or unit:
    *$3bn (£1.58bn)*, *68m euros ($89m; £47m)*."""
    if one.kind != other.kind or one.unit == other.unit or one.kind not in ("money", "measure"):
        return False
    at = one.sentence.find(one.surface)
    end = at + len(one.surface)
    next_ = one.sentence.find(other.surface, end)
    return at >= 0 and next_ >= 0 and _CONVERSION.fullmatch(one.sentence, end, next_) is not None


def _strength(one: Candidate) -> float:
    """How telling the figure is by itself."""
    value = one.value
    if value is None:
        return 0.0
    if one.claim.kind == "fraction":
        return _SHARE_STRENGTH
    number = max(value.numbers)
    strength = float(min(_TELLING_DIGITS, max(map(digits, value.numbers)) - 1)) + (len(value.numbers) - 1)
    if value.measure.startswith("money"):
        return strength + _MONEY_STRENGTH
    if value.measure == "share":
        return strength + _SHARE_STRENGTH
    return strength + (_LARGE_COUNT_STRENGTH if number >= Decimal(_LARGE) else 0.0)


def _refers_back(claim: Claim) -> bool:
    at = claim.sentence.find(claim.surface)
    return at > 0 and _BACK_REFERENCE.search(claim.sentence, max(0, at - 30), at) is not None


def _contradict(a: Claim, b: Claim) -> bool:
    """Whether they name other years, another rate, a rise and a fall, or a few of this and a few of that."""
    years_a, years_b = _YEAR.findall(a.period or ""), _YEAR.findall(b.period or "")
    if years_a and years_b and not set(years_a) & set(years_b):
        return True
    if a.per and b.per and a.per != b.per:
        return True
    return bool(a.change and b.change and a.change.direction != b.change.direction)


def _other_things(a: Claim, b: Claim) -> bool:
    """Whether two counted nouns differ; a person may be a nurse, and a thing without a noun anything."""
    if a.kind != "count" or b.kind != "count":
        return False
    one, other = content_words(a.unit) - GENERIC_STEMS, content_words(b.unit) - GENERIC_STEMS
    return bool(one and other) and not one & other


def _half_stated(a: Claim, b: Claim) -> float:
    return _HALF_STATED * ((a.per != b.per) + ((a.change is None) != (b.change is None)))


def _wording(one: Candidate, other: Candidate, weights: Weights, compare: Compare) -> float:
    subject = compare(one.subject, other.subject)
    across = max(_part(one.subject, other.sentence, weights), _part(other.subject, one.sentence, weights))
    score = _SUBJECT * subject + _SENTENCE * across + _SENTENCE * compare(one.sentence, other.sentence)
    if not subject and not across and one.subject - GENERIC_STEMS and other.subject - GENERIC_STEMS:
        score += _UNLIKE_SUBJECTS
    if subject and _set_apart_by_names(one.claim, other.claim):
        score += _OTHER_NAMES
    return score


def _set_apart_by_names(a: Claim, b: Claim) -> bool:
    """Whether the subjects name different things: *roads in Leeds*, *roads in York*."""
    one, other = names(a.subject), names(b.subject)
    return bool(one and other) and not one & other


def _part(words: frozenset[str], text: frozenset[str], weights: Weights) -> float:
    """How much of the words' weight the text has."""
    shared = words & text
    return weights.sum(shared) / max(weights.sum(words), 1e-9) if shared else 0.0
