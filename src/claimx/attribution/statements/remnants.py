"""Remnants: what a clause goes on with and a parser hangs elsewhere, because it has no verb of its own (*said rents
rose 4%, but by only 1% in Wales*; *showed rents of £900 in Hull; £700 in Goole*), or behind a colon."""

from __future__ import annotations

from claimx.nlp import Doc, Token
from claimx.nlp.syntax import Range, child, is_figure, is_finite, trimmed

_OPENS = frozenset(
    {",", ";", "-", "–", "—", "(", "and", "or", "but", "than", "against", "to", "from", "in", "with", "by"}
)
"""What a remnant begins with: a mark, a conjunction, or the word that sets one figure against another."""
_DASHES = frozenset({"-", "–", "—"})
_BREAKS = frozenset({",", ";", "-", "–", "—", ":"})
_NEAR = 8
"""Tokens from a figure to *of which*."""
_NAMING = ("PROPN", "PRON", "NOUN")
_RELATIVES = frozenset({"that", "which", "who"})
_TURNS = frozenset(
    {"while", "whereas", "although", "though", "as", "after", "before", "when", "because", "which", "who"}
)
"""Words that open a clause with a verb of its own."""


def is_main(verb: Token) -> bool:
    """Whether no clause stands around the verb's, but for a later one that a parser has put above it: without a subject
    (*the poll found most worry (81%); would like more choice (89%)*), or behind a semicolon."""
    head = verb.head
    if verb.dep_ != "ccomp" or head.dep_ != "ROOT" or head.i < verb.i:
        return verb.dep_ == "ROOT"
    subject = child(head, "nsubj", "nsubjpass")
    return subject is None or (subject.i > verb.i and subject.left_edge.nbor(-1).text == ";")


def with_remnant(verb: Token, parts: list[Range]) -> list[Range]:
    """The contents of a main verb, the last of them with the figures that the rest of the sentence adds to it without a
    finite verb."""
    start, end = parts[-1]
    joined = verb.dep_ in ("conj", "parataxis", "ccomp") and verb.head.dep_ == "ROOT"
    explained = end < len(verb.doc) and (verb.doc[end].text == ":" or _is_part(verb.doc, end + 1))
    joined = joined and (verb.dep_ != "ccomp" or explained)
    if start < verb.i or not (joined or is_main(verb)):
        return parts
    stop = _end_after_insertion(verb, start, end) or _end_of_remnant(verb, end)
    return [*parts[:-1], (start, stop)] if stop > end else parts


def _end_after_insertion(verb: Token, start: int, end: int) -> int:
    """Where a clause ends that dashes break (*show the risk - at 24% - has risen by 1%*); 0 where none do."""
    doc, last = verb.doc, trimmed(verb.doc, (verb.i, verb.sent.end))[1]
    dashes = [one.i for one in doc[start:last] if one.text in _DASHES and one.nbor(-1).whitespace_]
    broken = len(dashes) == 2 and dashes[0] <= end <= dashes[1] and is_finite(doc[dashes[1] + 1])
    return last if broken and not any(one.is_quote for one in doc[end:last]) else 0


def _is_of_contact_clause(verb: Token) -> bool:
    """*…, three times the grant the council got*: whether a verb's clause stands right behind the noun that it tells
    more of."""
    doc, start = verb.doc, verb.i
    while start > 1 and doc[start - 1].pos_ in _NAMING:
        start -= 1
    common = any(one.pos_ == "NOUN" for one in doc[start : verb.i])
    start -= common and doc[start - 1].pos_ == "DET"
    subject = is_finite(verb) and start < verb.i and doc[start].lower_ not in _RELATIVES
    return subject and common == (doc[start].pos_ == "DET") and doc[start - 1].pos_ in ("NOUN", "ADJ")


def _is_part(doc: Doc, at: int) -> bool:
    """*…, £7m of which would come back*: a clause about part of a figure."""
    near = doc[at : at + _NEAR]
    of = next((one for one in near if one.lower_ == "of"), None)
    return of is not None and of.i > at and is_figure(doc[at]) and of.nbor().lower_ in ("which", "whom")


def _end_of_remnant(verb: Token, end: int) -> int:
    """Where the words without a finite verb end that follow a content; its own end where they hold no figure."""
    doc, last = verb.doc, trimmed(verb.doc, (verb.i, verb.sent.end))[1]
    if end + 1 < last and doc[end].text == ":" and doc[end + 1].pos_ != "PROPN":
        return end if any(one.is_quote for one in doc[end:last]) else last
    if end >= last or doc[end].lower_ not in _OPENS:
        return end
    if _is_part(doc, end + 1):
        return next((one.i for one in doc[end + 1 : last] if one.text in _BREAKS), last)
    stop = last
    for token in doc[end:last]:
        if token.is_quote:
            return end
        if _is_of_contact_clause(token):
            continue
        if is_finite(token) or token.lower_ in _TURNS:
            breaks = (one.i for one in reversed(doc[end : token.i]) if one.text in _BREAKS or one.dep_ == "cc")
            stop = trimmed(doc, (end, next(breaks, end)))[1]
            break
    return stop if any(map(is_figure, doc[end:stop])) else end
