"""Small questions to a dependency parse: whose subject, how far a phrase reaches."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimx.nlp.tokens import Doc, Token

Range = tuple[int, int]
"""First token's index and the index after the last, within one Doc."""

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
"""Tags of verbs with a tense, and of modals."""
_SUBJECTS = frozenset({"nsubj", "csubj"})
_PASSIVE_SUBJECTS = frozenset({"nsubjpass", "csubjpass"})
_CLIMBS = frozenset({"conj", "xcomp", "pcomp", "advcl", "prep", "dep", "aux", "acl", "ccomp"})
_MAX_CLIMB = 6
_NOMINAL = ("NOUN", "PROPN", "PRON")
_MARKS = frozenset({"who", "which", "that"})
_TRIMMED = frozenset(",;:-–—. ")


def child(token: Token, *deps: str) -> Token | None:
    """The first dependent with one of the relations."""
    return next((one for one in token.children if one.dep_ in deps), None)


def is_passive(verb: Token) -> bool:
    """Whether the verb is a passive with its own auxiliary or passive subject."""
    return any(one.dep_ in ("auxpass", "nsubjpass") for one in verb.children)


def subject_of(verb: Token) -> Token | None:
    """The head of whoever does what the verb says: its own subject, or the one that it shares with the verb it is
    joined to or depends on (*he rose, saying …*; *is expected to say*). The antecedent for a relative pronoun."""
    own = _own_subject(verb, _SUBJECTS)
    if own is not None:
        return _antecedent(own, verb)
    current = verb
    for _ in range(_MAX_CLIMB):
        if current.dep_ not in _CLIMBS or (current.dep_ == "ccomp" and current.i < current.head.i):
            return None
        head = current.head
        if current.dep_ == "acl" and not _is_afterthought(current) and head.dep_ not in ("dobj", "pobj", "dative"):
            return head
        if head.pos_ in _NOMINAL and head.dep_ not in ("conj", "appos"):
            head = head.head
        current = head
        own = _own_subject(current, _SUBJECTS | _PASSIVE_SUBJECTS)
        if own is not None:
            return _antecedent(own, current)
        if current.dep_ == "relcl":
            return current.head
    return None


def agent_of(verb: Token) -> Token | None:
    """Who does what a passive verb says: the object of its *by*."""
    by = child(verb, "agent")
    return child(by, "pobj") if by is not None else None


def _own_subject(verb: Token, relations: frozenset[str]) -> Token | None:
    return next((one for one in verb.children if one.dep_ in relations), None)


def _antecedent(subject: Token, verb: Token) -> Token:
    if subject.lower_ in _MARKS and verb.dep_ == "relcl":
        head: Token = verb.head
        # *Ann Hale, an economist at Oxfam, who thinks …*: the name, not what is set beside it
        named = subject.lower_ == "who" and head.dep_ == "appos" and head.head.pos_ == "PROPN"
        return head.head if named else head
    return subject


def _is_afterthought(participle: Token) -> bool:
    """A participle set off by a comma belongs to the sentence, not to the noun that the parser hangs it on."""
    return participle.i > 0 and participle.nbor(-1).text in (",", "-", "–", "—")


def is_figure(token: Token) -> bool:
    """Whether the token is a number, in words or digits, or the sign of a sum of money."""
    return bool(token.like_num) or bool(token.is_currency) or token.text[:1].isdigit()


def is_finite(token: Token) -> bool:
    """Whether the token is a finite verb; the *m* of *£4m* is none, whatever a tagger says."""
    return token.tag_ in FINITE and len(token.text) > 1


def phrase(head: Token) -> Range:
    """The tokens of a head with all its dependents."""
    return head.left_edge.i, head.right_edge.i + 1


def trimmed(doc: Doc, span: Range) -> Range:
    """The range without commas, dashes, stops and blanks at its ends."""
    start, end = span
    while start < end and (doc[start].is_space or doc[start].text in _TRIMMED):
        start += 1
    while start < end and (doc[end - 1].is_space or doc[end - 1].text in _TRIMMED):
        end -= 1
    return start, end


def without(span: Range, hole: Range) -> list[Range]:
    """What is left of the range when the other is cut out of it."""
    start, end = span
    left, right = hole
    if right <= start or left >= end:
        return [span]
    return [part for part in ((start, left), (right, end)) if part[0] < part[1]]
