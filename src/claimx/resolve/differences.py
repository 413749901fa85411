"""What speaks against two claims of one number being one figure: other subjects, names, nouns, years, rates."""

import re

from claimx.model import Claim
from claimx.resolve.strength import TELLING
from claimx.resolve.traits import Traits
from claimx.resolve.values import numbers_of

SURE = 3.0
"""Strength of a figure that a document hardly has of two things."""

UNLIKE_SUBJECTS = -1.0
"""For subjects without a word in common."""
_UNLIKE_NAMED_SUBJECTS, _UNLIKE_STATED_SUBJECTS = -2.0, -0.6
"""For those of a telling figure, where one names what the other does not; where both are more than a counted noun."""
_OTHER_NAMES, _SET_APART_BY_NAMES = -3.5, -7.0
"""For subjects that name other people, places or bodies; for those that are alike but for the names in them."""
_OTHER_NOUNS, _OTHER_NOUNS_OF_A_TELLING = -1.5, -0.5
"""For counts of different things; of a telling figure one of the nouns may be guessed."""
_HALF_STATED = -0.5
"""A rate, or a change, that only one of them states."""
_GOES_BACK = -5.0
"""For *In 2016 floods killed 40* in a text about another flood, *5% in the previous month*."""
_SHARE_AND_CHANGE = -1.5
"""A share of one thing, and the percentage by which another one changed."""
_OTHER_TIMES = -2.0
"""For what somebody plans or expects, and what was so in the past."""
_RATE_OF_A_COUNT = -1.5
"""A rate that only one of two counts states: people, and people a day."""

_LOWER_BOUNDS, _UPPER_BOUNDS = (">", ">="), ("<", "<=", "->")
_TO_COME = ("forecast", "proposal", "hypothetical")
_PAST = re.compile(r"\b(?:last|previous|past|ago|earlier|before|yesterday)\b", re.I)
_EARLIER = re.compile(r"\b(?:previous|ago|earlier(?! this)|before)\b", re.I)
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")


def unlike(one: Traits, other: Traits) -> bool:
    """Whether both say what they measure, in telling words of which none stands with the other."""
    return _apart(one.telling, one.sentence, other.telling, other.sentence)


def unlike_altogether(one: Traits, other: Traits) -> bool:
    """The same, where words that fit many things count too."""
    return _apart(one.subject, one.sentence, other.subject, other.sentence)


def _apart(
    one: frozenset[int], one_sentence: frozenset[int], other: frozenset[int], other_sentence: frozenset[int]
) -> bool:
    return bool(one and other) and not one & other_sentence and not other & one_sentence


def unlikeness(one: Traits, other: Traits, strength: float) -> float:
    """What it says that two subjects of one document have no word in common."""
    if strength < SURE:
        return UNLIKE_SUBJECTS
    if one.names ^ other.names:
        return _UNLIKE_NAMED_SUBJECTS
    return _UNLIKE_STATED_SUBJECTS if one.claim.subject and other.claim.subject else 0.0


def differences(one: Traits, other: Traits) -> float:
    """What speaks against one thing: other names, nouns, rates, changes."""
    a, b = one.claim, other.claim
    score = 0.0
    if a.subject != b.subject and one.names and other.names and not one.names & other.names:
        score += _SET_APART_BY_NAMES if one.subject & other.subject else _OTHER_NAMES
    if other_nouns(one, other):
        score += _OTHER_NOUNS_OF_A_TELLING if min(one.strength, other.strength) > TELLING else _OTHER_NOUNS
    if a.per != b.per:
        score += _RATE_OF_A_COUNT if a.kind == "count" else _HALF_STATED
    if one.is_delta != other.is_delta:
        apart = a.kind == "percentage" and one.in_title == other.in_title and unlike(one, other)
        apart = apart or one.is_counted_out or other.is_counted_out
        score += _SHARE_AND_CHANGE if apart else _HALF_STATED
    if a.period != b.period and (_goes_back(a, b) or _goes_back(b, a)):
        score += _GOES_BACK
    if a.modality != b.modality and (_to_come_after(a, b) or _to_come_after(b, a)):
        score += _OTHER_TIMES
    return score


def _above(over: Claim, under: Claim) -> bool:
    """Whether one is said to be more than a figure that the other does not reach: *over £25*, *nearly £25*."""
    if over.comparator not in _LOWER_BOUNDS or under.comparator not in _UPPER_BOUNDS:
        return False
    if over.kind != under.kind or over.unit != under.unit:
        return False
    low, high = numbers_of(over), numbers_of(under)
    return low is not None and high is not None and low[0] >= high[-1]


def _goes_back(one: Claim, other: Claim) -> bool:
    """Whether the second one's period is before that of the text, and the first one's is not: *in the previous month*
    anywhere, *last year* and *in 2016* where the sentence begins with it."""
    period, elsewhere = other.period, one.period or ""
    if period is None:
        return False
    if _EARLIER.search(period):
        return _EARLIER.search(elsewhere) is None
    if not other.sentence.startswith(period):
        return False
    return any(in_past.search(period) and not in_past.search(elsewhere) for in_past in (_PAST, _YEAR))


def _to_come_after(future: Claim, past: Claim) -> bool:
    """Whether one tells what somebody plans or expects, and the other what was so in the past."""
    if future.modality not in _TO_COME or past.modality != "actual" or past.period is None:
        return False
    return _PAST.search(past.period) is not None


def other_nouns(one: Traits, other: Traits) -> bool:
    """Whether two counted nouns differ; a person may be a nurse, and a thing without a noun anything."""
    if one.claim.unit == other.claim.unit:
        return False
    return bool(one.noun and other.noun) and not one.noun & other.noun


def both_nouns_met(one: Traits, other: Traits) -> bool:
    """Whether one of the sentences names what the other one counts, and so would count that: a headline's *three men*
    are not the *three paintings* of *three men took three paintings*."""
    if one.claim.vague is not None or other.claim.vague is not None:
        return False
    return bool(one.noun & other.sentence or other.noun & one.sentence)


def contradict(one: Traits, other: Traits) -> bool:
    """Whether they name other years, another rate, bounds that exclude each other, or a rise and a fall."""
    a, b = one.claim, other.claim
    if a.per and b.per and a.per != b.per:
        return True
    if _above(a, b) or _above(b, a):
        return True
    if a.period and b.period and a.period != b.period:
        years, others = _YEAR.findall(a.period), _YEAR.findall(b.period)
        if years and others and not set(years) & set(others):
            return True
    if a.change is None or b.change is None or not (one.is_delta and other.is_delta):
        return False
    return {a.change.direction, b.change.direction} == {"increase", "decrease"}
