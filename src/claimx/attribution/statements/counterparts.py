"""Clauses that set a bare figure beside what somebody said or found, and so are theirs, too: *put support at 61%; only
22% were against*; *said two million qualified but 350,000 did not claim*."""

from __future__ import annotations

from claimx.attribution.statements.shares import is_share
from claimx.nlp import Doc, Token
from claimx.nlp.syntax import Range, is_figure, is_finite, trimmed

_JOINING = frozenset({"and", "but", "while", "whereas", "although", "though", "with", "yet"})
_NARROWING = frozenset({"ADV", "ADP", "DET", "ADJ", "NUM", "SYM", "SCONJ"})
"""Sorts of the words that may stand around a bare figure: *only some*, *fewer than*, *a further*."""
_OF_THEM = frozenset({"them", "these", "those", "whom"})
_RELATIVES = frozenset({"who", "which", "that"})
_MAX_FIGURE = 8
"""Tokens of a figure with what narrows it down."""
_BREAKS = frozenset({",", ";", ":", "(", ")"})


def with_counterparts(verb: Token, parts: list[Range]) -> list[Range]:
    """The contents of a verb, the last of them with the clauses behind it whose subject is a bare figure."""
    start, end = parts[-1]
    last = trimmed(verb.doc, (verb.i, verb.sent.end))[1]
    if start < verb.i or any(one.is_quote for one in verb.doc[end - 1 : last]):
        return parts
    stop = end
    while (further := _end_of_counterpart(verb.doc, stop, last)) > stop:
        stop = further
    return [*parts[:-1], (start, stop)] if stop > end else parts


def _end_of_counterpart(doc: Doc, end: int, last: int) -> int:
    """Where the clause right behind a content ends; 0 where it has no bare figure for its subject."""
    at = end + (end < last and doc[end].text in (",", ";"))
    joined = at < last and doc[at].lower_ in _JOINING
    at += joined
    if at == end or at >= last or not _is_bare_figure(doc, at, last):
        return 0
    return next((one.i for one in doc[at:last] if one.text in _BREAKS), last)


def _is_bare_figure(doc: Doc, at: int, last: int) -> bool:
    """Whether only a figure stands between a place and the next finite verb: no noun that tells what is counted, but
    for that of a share (*a third of women were against*)."""
    counted = shared = False
    for token in doc[at : min(last, at + _MAX_FIGURE)]:
        if is_finite(token):
            return counted
        shared = shared or is_share(token)
        counted = counted or shared or is_figure(token)
        narrows = is_figure(token) or token.pos_ in _NARROWING or token.lower_ in _OF_THEM
        if token.lower_ in _RELATIVES or not (shared or narrows):
            return False
    return False
