"""Verbs that a parser takes for nouns because their form is one, read off the words: *Figures from X show …*; *The bank
forecast growth*."""

from __future__ import annotations

from collections.abc import Callable

from claimx.nlp import Token
from claimx.nlp.syntax import FINITE, Range, is_figure, is_finite, trimmed

_BEFORE = frozenset({",", "-", "–", "—"})
_MAX_SOURCE = 20
"""Tokens."""


def shown_after(noun: Token, is_document: Callable[[Token], bool]) -> tuple[Range, Range] | None:
    """Source and content of a verb that looks like a noun (*figures from the ministry show rents rose*), where
    documents in the plural open the sentence and nothing else is their verb; None where it is none."""
    doc, first = noun.doc, noun.sent.start
    content = trimmed(doc, (noun.i + 1, noun.sent.end))
    before = doc[first : noun.i]
    if not 0 < len(before) <= _MAX_SOURCE or not any(one.tag_ in FINITE for one in doc[content[0] : content[1]]):
        return None
    opener = next((one for one in before if one.pos_ in ("NOUN", "PROPN")), None)
    plural = opener is not None and opener.tag_ in ("NNS", "NNPS") and is_document(opener)
    if not plural or any(one.tag_ in FINITE or one.text in _BEFORE for one in before):
        return None
    return trimmed(doc, (first, noun.i)), content


def lost_verb(noun: Token) -> tuple[Range, Range] | None:
    """Source and content of a verb that a parser takes for a noun because its form is one (*The bank forecast growth of
    2%*; *Mayor pledges £4m to clinics*): in a sentence without a verb, names or nouns before it and a figure after it;
    None where it is none."""
    doc, sentence = noun.doc, noun.sent
    source, content = trimmed(doc, (_after_time(noun), noun.i)), trimmed(doc, (noun.i + 1, sentence.end))
    if not (source[0] < source[1] == noun.i and content[0] == noun.i + 1 and content[0] < content[1]):
        return None
    if any(is_finite(one) or one.is_quote for one in sentence) or source[1] - source[0] > _MAX_SOURCE:
        return None
    before, after = doc[noun.i - 1], doc[noun.i + 1]
    named = before.pos_ in ("NOUN", "PROPN") or before.i == source[0]
    if not named or after.pos_ in ("ADP", "CCONJ", "PUNCT", "AUX"):
        return None
    return (source, content) if any(map(is_figure, doc[content[0] : content[1]])) else None


def _after_time(noun: Token) -> int:
    """Where a sentence begins behind the time that it opens with (*In January the bank forecast …*)."""
    doc, first = noun.doc, int(noun.sent.start)
    at = first + (doc[first].pos_ == "ADP")
    while at < noun.i and doc[at].ent_type_ == "DATE":
        at += 1
    return at if at > first + 1 or doc[first].ent_type_ == "DATE" else first
