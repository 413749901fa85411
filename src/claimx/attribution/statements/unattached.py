"""Clauses right behind their cue that the parser hangs elsewhere (*brags he has 3 homes*)."""

from __future__ import annotations

from claimx.attribution.statements.inversions import is_mark
from claimx.nlp import Token
from claimx.nlp.syntax import FINITE, Range, child

_OPENERS = frozenset({"NOUN", "PROPN", "PRON", "DET", "NUM", "ADJ", "SYM"})
_TIMES = ("DATE", "TIME")
_GERUNDS = ("csubj", "csubjpass", "amod")
_BREAKS = frozenset({"who", "which", "that", "what", "when", "where", "whose", "and", "or", "but", "than", "as"})
_NO_SUBJECTS = frozenset({"way", "time", "reason", "day", "moment"})
"""Nouns that a clause right behind them tells more of (*found ways it can save £3m*)."""
_MAX_SUBJECT = 15
_MAX_ASIDE = 15
"""Tokens."""


def unattached_clause(verb: Token) -> list[Range]:
    """The clause that begins behind the verb and when it was said, with *that* or with its subject; without, in a
    relative clause (*a gap that officers said had doubled*)."""
    doc, stop = verb.doc, verb.sent.end
    start = _past_aside(verb, stop)
    while start < stop and _is_circumstance(doc[start]):
        start += 1
    if start >= stop or (verb.tag_ == "VB" and doc[start].lower_ != "that"):
        return []
    if verb.dep_ == "relcl" and doc[start].tag_ in FINITE and (doc[start].tag_ != "VBP" or doc[start].pos_ == "AUX"):
        clause = doc[start].head if doc[start].dep_ in ("aux", "auxpass") else doc[start]
        outer = clause.i < start or any(one.i == clause.i for one in verb.ancestors)
        return [(start, min(int(clause.right_edge.i) + 1, stop))] if not outer else []
    thing = child(verb, "dobj")
    if thing is not None and thing.lemma_ in _NO_SUBJECTS and thing.left_edge.i == start:
        return []
    that = doc[start].lower_ == "that"
    if not that and doc[start].pos_ not in _OPENERS and doc[start].dep_ not in _GERUNDS:
        return []
    finite = _first_finite(verb, start + 1, through=that)
    if finite is None:
        return []
    clause = finite.head if finite.dep_ in ("aux", "auxpass") and finite.head.i > finite.i else finite
    if clause.left_edge.i >= start:
        return [(start, min(int(clause.right_edge.i) + 1, stop))]
    return [(start, stop)] if that else []


def _past_aside(verb: Token, stop: int) -> int:
    """The first token behind a cue, its addressee, and what marks part from its *that* (*insisted, after days of talks,
    that …*)."""
    doc, told = verb.doc, child(verb, "dobj")
    start = told.right_edge.i + 1 if told is not None and told.left_edge.i == verb.i + 1 else verb.i + 1
    if start >= stop or not is_mark(doc[start]):
        return verb.i + 1
    for token in doc[start + 1 : min(start + _MAX_ASIDE, stop - 1)]:
        if is_mark(token) and token.nbor().lower_ == "that" and token.nbor().dep_ == "mark":
            return int(token.i) + 1
        if token.tag_ in FINITE or token.is_quote:
            break
    return verb.i + 1


def _is_circumstance(token: Token) -> bool:
    """Whether a word between cue and clause tells only how or when: *out*, *again*, *on Monday*."""
    if token.dep_ == "prt" or token.pos_ == "ADV" or token.ent_type_ in _TIMES:
        return True
    if token.text == ",":
        return token.nbor(-1).ent_type_ in _TIMES
    return token.pos_ == "ADP" and token.i + 1 < len(token.doc) and token.nbor().ent_type_ in _TIMES


def _first_finite(verb: Token, start: int, *, through: bool) -> Token | None:
    """The first finite verb after the subject; `through`: behind *that* it may stand after commas."""
    for token in verb.doc[start : verb.sent.end]:
        if token.tag_ in FINITE:
            return token
        if not through and (token.is_punct or token.lower_ in _BREAKS or token.i - start > _MAX_SUBJECT):
            return None
    return None
