"""Figures that stand before the noun which tells what they are: *its £9m offer*, *analysts' £40m forecast*."""

from __future__ import annotations

from claimx.attribution.statements.frame import MAGNITUDES
from claimx.nlp import Token
from claimx.nlp.syntax import Range, child, is_figure

_PER_CENT = frozenset({"%", "per", "cent", "percent"})
_NAMING = ("NOUN", "ADJ")
_MAX_COMPOUND = 2
"""Words between a figure and its noun (*8% pay claim*)."""


def sum_before(noun: Token) -> Range | None:
    """*Its £9m offer*, *the 3% forecast by the bank*: the figure among what stands before the noun, unless it only
    counts what the noun names (*the two claims*)."""
    start = min(noun.left_edge.i, _start_of_sum(noun))
    figures = [one.i for one in noun.doc[start : noun.i] if is_figure(one) and not _is_year(one)]
    told = figures and (noun.tag_ == "NN" or figures[0] + 1 < noun.i)
    return (figures[0], noun.i) if told else None


def owner_of_sum(noun: Token) -> Token | None:
    """Whose the figure is, where a parser hangs the genitive on that (*analysts' £40m forecast*)."""
    start = _start_of_sum(noun)
    before = noun.doc[start - 1] if start > noun.sent.start else noun
    return before.head if start < noun.i and before.tag_ == "POS" else None


def sum_before_subject(verb: Token) -> Range | None:
    """*The £40m analysts had expected*: the sum right before a bare plural whose verb has nothing behind it."""
    subject = child(verb, "nsubj")
    if subject is None or subject.tag_ != "NNS" or subject.i > verb.i or child(verb, "dobj", "ccomp", "xcomp"):
        return None
    doc, start = verb.doc, subject.i
    while start > verb.sent.start and _is_of_sum(doc[start - 1]):
        start -= 1
    told = any(one.is_currency or one.lower_ in _PER_CENT for one in doc[start : subject.i])
    return (start, subject.i) if told else None


def _start_of_sum(noun: Token) -> int:
    """Where the figure before a noun and its compound begins."""
    doc, first, at = noun.doc, noun.sent.start, noun.i
    while at > first and noun.i - at < _MAX_COMPOUND and doc[at - 1].pos_ in _NAMING and not _is_of_sum(doc[at - 1]):
        at -= 1
    while at > first and _is_of_sum(doc[at - 1]):
        at -= 1
    return at


def _is_year(token: Token) -> bool:
    return len(token.text) == 4 and token.text.isdigit()


def _is_of_sum(token: Token) -> bool:
    return is_figure(token) or token.lower_ in MAGNITUDES or token.lower_ in _PER_CENT
