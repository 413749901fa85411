"""Whether the bare object of a verb of change is the size of the change, or the very thing that comes or goes."""

from __future__ import annotations

from claimx.nlp import Token
from claimx.nlp.phrases import lemma
from claimx.quantities.judging.reading import Reading

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
    if kind == "count" and (lemma(verb) in _LOSING or (reading.noun is not None and lemma(verb) in _RIDDING)):
        return False
    return transitive or kind in _SHARES or lemma(verb) not in {"raise", "lift", "expand"}


def _follows_object(reading: Reading, verb: Token) -> bool:
    """Whether a sum stands after a verb and what that lifts: *raised the fee £5*, *raise it 25 to 75 cents*."""
    assert reading.mention is not None
    between = verb.doc[verb.i + 1 : reading.mention.start]
    return any(token.dep_ in {"dobj", "obj"} for token in between) and not any(token.is_punct for token in between)


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
