"""Where a cue ends what another cue reports, and takes its source over: *…, saying*; *…, while critics said*; *said
nobody knew, and accused …*."""

from __future__ import annotations

from claimx.attribution.statements.cues import TOLD
from claimx.nlp import Token
from claimx.nlp.annotation import start_of
from claimx.nlp.syntax import child

_TURNS = frozenset({"while", "whereas", "although", "though", "but", "and"})
"""Words that turn from what one source says to what the next says."""
_MARKS = frozenset({",", "-", "–", "—"})
_LEAST = 2
"""Tokens that stand at least before a second source."""
_MAX_DEPTH = 4
"""Clauses between a cue and the one whose source it shares."""


def turn_of(verb: Token) -> int | None:
    """Where the clause of the verb begins, when it is one that ends what another source said before it."""
    first = verb.left_edge
    if first.i == 0 or first.is_sent_start:
        return None
    if joined_outside(verb) is not None:
        return start_of(_conjunction(verb))
    joint = _joint_with_another(verb)
    if joint is not None:
        return start_of(joint)
    if verb.tag_ == "VBG" and verb.dep_ in ("advcl", "acl", "ccomp", "conj") and first.nbor(-1).text in _MARKS:
        return start_of(first)
    if verb.dep_ == "advcl" and first.lower_ in _TURNS:
        return start_of(first)
    return None


def _joint_with_another(verb: Token) -> Token | None:
    """What joins another source behind a semicolon or a comma with *and* or *but*, in the tense of the cue before it
    (*said rents had risen, and the union called for …*)."""
    subject = child(verb, "nsubj")
    if verb.dep_ not in ("conj", "ccomp") or subject is None or subject.pos_ == "PRON" or subject.left_edge.i < _LEAST:
        return None
    first = subject.left_edge
    joint = first.nbor(-1)
    if not (joint.text == ";" or (verb.dep_ == "conj" and first.i == verb.left_edge.i and _is_joint(joint))):
        return None
    outer = verb.head if verb.head.dep_ != "ccomp" or verb.head.i < verb.head.head.i else verb.head.head
    return joint if outer.i < first.i and _tense(outer) == _tense(verb) else None


def _is_joint(conjunction: Token) -> bool:
    return conjunction.dep_ == "cc" and conjunction.nbor(-1).text == ","


def _tense(verb: Token) -> str:
    """The tag of the verb that carries the tense."""
    tag = (child(verb, "aux", "auxpass") or verb).tag_
    return "VBP" if tag == "VBZ" else tag


def joined_outside(verb: Token) -> Token | None:
    """The subject of the outer of two cues, where the parser has joined a verb to what the outer one reports, but a
    comma before *and* or the tense tells that it goes on with the outer one (*said nobody knew, and accused …*)."""
    joined = verb.head
    if verb.dep_ != "conj" or verb.tag_ not in TOLD or child(verb, "nsubj", "nsubjpass", "aux", "auxpass") is not None:
        return None
    conjunction = _conjunction(verb)
    if conjunction.lower_ != "and" or conjunction.i < joined.i:
        return None
    outer = joined
    for _ in range(_MAX_DEPTH):
        if outer.dep_ != "ccomp" or outer.i < outer.head.i:
            break
        outer = outer.head
    if outer.i == joined.i or outer.tag_ != verb.tag_:
        return None
    apart = conjunction.nbor(-1).text == "," or joined.tag_ != verb.tag_
    return child(outer, "nsubj") if apart else None


def _conjunction(verb: Token) -> Token:
    """The word before a verb and its adverbs."""
    before = verb.left_edge
    return before.nbor(-1) if before.i else before
