"""Whoever speaks behind the cue, read off the words where a parser loses it: *Fares will rise, warns the union – with
40 stations to shut*."""

from __future__ import annotations

from claimx.nlp import Token
from claimx.nlp.syntax import child, is_finite

_MARKS = frozenset({",", "-", "–", "—"})
_TOLD = frozenset({"VBD", "VBZ", "VBP"})
_NAMING = frozenset({"DET", "ADJ", "NOUN", "PROPN"})
_JOINING = frozenset({"of", "for", "at", "and", "&", "'s", "’s"})
_MAX_SOURCE = 12
"""Tokens."""


def is_mark(token: Token) -> bool:
    """Whether the token is a comma or a dash; the hyphen of *pick-up* is none."""
    return token.text in _MARKS and (token.text == "," or bool(token.i and token.nbor(-1).whitespace_))


def inverted_subject(verb: Token) -> Token | None:
    """The head of the noun phrase that is all between a finite verb after a comma or dash and the next one; None where
    that is an object (*he came in, warned the boys, and left*) or no noun phrase."""
    doc = verb.doc
    if verb.tag_ not in _TOLD or verb.is_sent_start or not is_mark(doc[verb.i - 1]):
        return None
    sentence, first = verb.sent, child(verb, "nsubj")
    if (first is not None and first.i < verb.i) or _shares_subject(verb):
        return None
    end = verb.i + 1
    while (
        end < sentence.end and end - verb.i <= _MAX_SOURCE and (doc[end].pos_ in _NAMING or doc[end].lower_ in _JOINING)
    ):
        end += 1
    if end >= sentence.end or not is_mark(doc[end]) or doc[end - 1].pos_ not in ("NOUN", "PROPN"):
        return None
    run = doc[verb.i + 1 : end]
    return next((one for one in run if not verb.i < one.head.i < end and one.pos_ in ("NOUN", "PROPN")), None)


def compound_subject(verb: Token) -> Token | None:
    """The noun right before a verb that a parser joins to it like two nouns (*…, the council's register shows, …*), or
    to the conjunction before it (*after tenants' groups said …*)."""
    before = verb.nbor(-1) if verb.i else verb
    joined = before.dep_ == "compound" and before.head.i == verb.i and before.pos_ in ("NOUN", "PROPN")
    governed = before.dep_ == "pobj" and before.head.dep_ == "mark" and before.head.head.i == verb.i
    return before if (joined or governed) and verb.tag_ in _TOLD else None


def start_of_source(subject: Token, verb: Token) -> int:
    """Where the noun phrase of a subject begins, with what a parser hangs on the verb that the subject is joined to."""
    if subject.dep_ != "compound" or subject.head.i != verb.i:
        return int(subject.left_edge.i)
    return min(int(one.left_edge.i) for one in verb.lefts if not one.is_punct and one.i <= subject.i)


def _shares_subject(verb: Token) -> bool:
    """Whether the verb only goes on with what another subject did before, in the same tense."""
    finite = child(verb.head, "aux", "auxpass") or verb.head
    return verb.dep_ == "conj" and is_finite(finite) and finite.tag_ == verb.tag_
