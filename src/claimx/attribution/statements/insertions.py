"""Cues set into what they report: *Sales rose by 4%, the firm said on Friday, after a fall in May.*"""

from __future__ import annotations

from claimx.nlp import Doc, Token
from claimx.nlp.syntax import Range, child, trimmed

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_MARKS = frozenset({",", "-", "–", "—"})
_TURNS = frozenset({"but", "while", "although", "though", "whereas", "yet"})
"""Words that turn from what is reported to the narrator or another source."""
_OF_THE_SOURCE = frozenset({"who", "which", "whose", "whom", "where", "when", "as", "if", "because"})
"""Words that begin a clause about whoever speaks."""
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "DET"})
_MAX_CIRCUMSTANCE = 8
"""Tokens between a cue and the comma after it (*on Friday*, *in a statement*)."""


def inserted(verb: Token) -> list[Range] | None:
    """What stands before and after a cue between commas, where both are reported; None where the cue stands otherwise,
    or where the parse tells."""
    hole = _hole(verb)
    if hole is None:
        return None
    doc, sentence = verb.doc, verb.sent
    left, right = trimmed(doc, (sentence.start, hole[0])), trimmed(doc, (hole[1], sentence.end))
    if doc[left[0]].pos_ == "CCONJ":
        left = (left[0] + 1, left[1])
    if left[0] >= left[1] or right[0] >= right[1] or doc[left[0]].is_quote:
        return None
    whole = any(one.tag_ in _FINITE for one in doc[left[0] : left[1]])
    first = doc[right[0]]
    if first.lower_ in _TURNS:
        return [left] if whole else None
    if not _goes_on(first) or not (whole or first.tag_ in _FINITE):
        return None
    return [left, right]


def goes_on_after(doc: Doc, at: int) -> bool:
    """Whether what follows a source phrase at a comma still belongs to what it vouches for (*…, according to X, against
    5% in May*)."""
    return at + 1 < len(doc) and _is_mark(doc[at]) and _goes_on(doc[at + 1]) and doc[at + 1].pos_ == "ADP"


def _goes_on(first: Token) -> bool:
    """Whether a word can carry on a clause that was broken off: no new subject, no clause about the source."""
    if first.lower_ in _OF_THE_SOURCE | _TURNS or first.tag_ == "VBG" or first.is_quote:
        return False
    return first.pos_ not in _NOMINAL


def _hole(verb: Token) -> Range | None:
    """The cue with its subject and the commas on both sides."""
    doc, sentence = verb.doc, verb.sent
    subject = child(verb, "nsubj")
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or subject is None or subject.lower_ in _OF_THE_SOURCE:
        return None
    before = subject.i < verb.i
    start = subject.left_edge.i if before else verb.i
    end = verb.i + 1 if before else subject.right_edge.i + 1
    if start - 1 <= sentence.start or not _is_mark(doc[start - 1]):
        return None
    stop = end
    while stop < sentence.end and stop - end < _MAX_CIRCUMSTANCE and not _is_mark(doc[stop]):
        if doc[stop].pos_ in ("VERB", "AUX", "SCONJ") or doc[stop].is_quote:
            return None
        stop += 1
    if stop >= sentence.end - 1 or not _is_mark(doc[stop]):
        return None
    return start, stop + 1


def _is_mark(token: Token) -> bool:
    """Whether the token is a comma or a dash; the hyphen of *pick-up* is none."""
    return token.text in _MARKS and (token.text == "," or bool(token.i and token.nbor(-1).whitespace_))
