"""What a figure beside a verb of change is to it: the size of the change, a level that is passed or missed, or the very
thing that comes or goes."""

from __future__ import annotations

from claimx.model import Direction
from claimx.nlp import Token
from claimx.nlp.nounphrases import is_hyphen
from claimx.nlp.phrases import lemma
from claimx.quantities.judging.reading import Reading
from claimx.quantities.judging.turns import Turns

_SHARES = frozenset({"percentage", "percentage_points", "fraction", "multiple"})
_EARNING = frozenset({"raise", "gain", "add", "make", "expand", "lift", "lose", "shed"})
"""Verbs whose bare sum of money is what somebody gets or loses, not the size of a change."""
_LIFTING = frozenset({"raise", "lift"})
"""Those of them that with another object do tell the size: *raised it 75 cents*."""
_RIDDING = frozenset({"cut", "lose", "shed", "axe", "slash", "scrap", "raise", "gain", "trim", "drop", "put", "pile"})
"""Verbs whose counted object is the very things that go or come, not the size of a change."""
_LOSING = frozenset({"lose", "cut", "shed", "axe", "slash", "scrap"})
"""Those of them that lose things even where the things are not named again: *he had 850 ewes and lost 112*."""
_REGAINING = frozenset({"recover", "claw"})
"""Verbs whose object is what somebody gets back, unless that is a share or points of an index."""
_POINT = "point"
_SETTLING = frozenset({"settle", "close", "end", "finish", "trade", "stand"})
"""Verbs after *to* that tell the level which the size of a change led to: *lost 40 cents to settle at $51*."""
_BOUNDS: dict[str, Direction] = {
    **dict.fromkeys(("above", "past", "beyond"), "increase"),
    **dict.fromkeys(("below", "under", "beneath"), "decrease"),
}
"""Words before a level that something went past, and which way; *over* is no such word, since what *fell over $1* fell
by it."""
_PACED = frozenset({"grow", "rise", "expand", "increase", "climb", "fall", "shrink", "decline", "contract"})
"""Verbs of a change that goes on at a rate: *growing at 3% a year*."""
_ARTICLES = frozenset({"a", "an", "the", "this", "that"})
_SHORT = frozenset({"short", "shy"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent"})


def is_size(reading: Reading, verb: Token) -> bool:
    """Whether a verb's bare object is the size of its change: *shares fell 23%*, not *raise £5m*."""
    root = reading.root
    assert root is not None
    if root.dep_ in _SUBJECTS or root.i < verb.i or reading.quantity.kind == "duration":
        return False
    transitive = any(child.dep_ in {"dobj", "obj"} and child.i != root.i for child in verb.children)
    lifted = lemma(verb) in _LIFTING and _follows_object(reading, verb)
    kind = reading.quantity.kind
    if kind == "money" and lemma(verb) in _EARNING and not lifted:
        return reading.candidate.part == "delta" or _settles(reading)
    if reading.quantity.unit == _POINT:
        return True
    if kind not in _SHARES and lemma(verb) in _REGAINING:
        return False
    if kind in _SHARES and reading.partitive and lemma(verb) == "gain":
        return False
    if kind == "count" and (lemma(verb) in _LOSING or (reading.noun is not None and lemma(verb) in _RIDDING)):
        return False
    return transitive or kind in _SHARES or lemma(verb) not in {"raise", "lift", "expand"}


def _follows_object(reading: Reading, verb: Token) -> bool:
    """Whether a sum stands after a verb and what that lifts: *raised the fee £5*, *raise it 25 to 75 cents*; not after
    another sum, *raise £1m and £2m*."""
    assert reading.mention is not None
    between = verb.doc[verb.i + 1 : reading.mention.start]
    lifted = any(token.dep_ in {"dobj", "obj"} for token in between)
    return lifted and not any(token.is_punct or token.text[0].isdigit() for token in between)


def _settles(reading: Reading) -> bool:
    """Whether the level that the change led to follows a sum: *to settle at $51*."""
    assert reading.mention is not None
    following = [token.lower_ for token in reading.mention.doc[reading.mention.end : reading.mention.end + 2]]
    return following[:1] == ["to"] and following[-1] in _SETTLING


def takes_from(verb: Token, reading: Reading) -> bool:
    """Whether what a verb takes comes out of a sum that only names a fund: *£3m was cut from the £288m budget*."""
    assert reading.mention is not None
    before = reading.mention[0].nbor(-1) if reading.mention.start > reading.mention[0].sent.start else None
    known = before is not None and before.tag_ in {"POS", "PRP$", "DT"}
    return lemma(verb) in _EARNING or known


def is_passed(reading: Reading, direction: Direction) -> bool:
    """Whether a figure is a level that something went past or up to: *sank below $80*, *surged as high as 16 feet*;
    what *rose under 4%* rose by less than that."""
    if reading.mention is None:
        return False
    first = [token.lower_ for token in reading.mention[:2]]
    bound = reading.quantity.comparator != "=" and _BOUNDS.get(first[0]) == direction
    return bound or first in (["as", "high"], ["as", "low"])


def is_attribute(reading: Reading, turns: Turns) -> bool:
    """Whether a figure only says how large one thing is that comes, goes or changes: *bought a 200-acre farm*, *lost
    the 3-point lead*, *raised a 4% stake to 9%*."""
    if reading.noun is None or reading.partitive or reading.mention is None or reading.quantity.unit is None:
        return False
    noun, first = reading.noun.head, reading.mention[0]
    if reading.quantity.unit == lemma(noun) and noun.i + 1 < noun.sent.end:
        noun = noun.nbor()
    article = first if first.lower_ in _ARTICLES else first.nbor(-1) if first.i > first.sent.start else None
    told = article is not None and (article.lower_ in _ARTICLES or article.tag_ in {"PRP$", "POS"})
    joined = noun.i > 0 and is_hyphen(reading.noun.head.nbor(-1))
    sized = reading.quantity.kind != "count" or reading.candidate.hyphenated or joined
    return told and sized and noun.tag_ == "NN" and turns.naming(noun, reading.quantity) is None


def is_missed(reading: Reading) -> bool:
    """Whether a figure is one that something only failed to reach: *fell short of 300*."""
    return reading.mention is not None and reading.mention[0].lower_ in _SHORT


def goes_on_at(reading: Reading, verb: Token, lead: Token | None) -> bool:
    """Whether a share is the pace of a change: *growing at 3% a year*, *rising at a rate of 2%*. `lead`: the word
    before the figure."""
    if lead is None or reading.quantity.kind != "percentage" or lemma(verb) not in _PACED:
        return False
    return lead.lower_ == "of" or (lead.i > 0 and (lead.nbor(-1).i == verb.i or lead.nbor(-1).tag_ == "RB"))
