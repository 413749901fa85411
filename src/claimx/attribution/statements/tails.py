"""Cues read off the words of a sentence where the parser has lost them: *…, a study by X suggests.*; *Figures from X
show …*, *The bank forecast growth*, in which it takes the verb for a noun."""

from __future__ import annotations

from collections.abc import Callable

from claimx.nlp import Token
from claimx.nlp.syntax import Range, is_figure, is_finite, trimmed

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_BEFORE = frozenset({",", "-", "–", "—"})
_NOT_INSIDE = frozenset({"who", "which", "that", "and", "but", "when", "where", "as", "while", "because", "than"})
_TIMES = ("DATE", "TIME")
_MAX_SOURCE = 20
_MIN_CONTENT = 4
"""Tokens."""


def tail_of(verb: Token) -> tuple[Range, Range] | None:
    """Source and content of a verb at the end of its sentence, with a clause and a comma before its subject; None where
    it is none."""
    doc, first = verb.doc, verb.sent.start
    if not _ends_sentence(verb):
        return None
    start = verb.i
    while start > first and doc[start - 1].pos_ == "AUX":
        start -= 1
    past = verb.dep_ == "acl" and verb.head.dep_ == "ROOT"
    end, finite = start, start < verb.i or verb.tag_ in _FINITE or past
    while start > first and end - start <= _MAX_SOURCE and doc[start - 1].text not in _BEFORE:
        start -= 1
        if doc[start].tag_ in _FINITE or doc[start].lower_ in _NOT_INSIDE or doc[start].is_quote:
            return None
    content = trimmed(doc, (first, start))
    whole = finite and first < start < end and end - start <= _MAX_SOURCE and content[1] - content[0] >= _MIN_CONTENT
    if not whole or not any(one.tag_ in _FINITE for one in doc[content[0] : content[1]]):
        return None
    return trimmed(doc, (start, end)), content


def shown_after(noun: Token, is_document: Callable[[Token], bool]) -> tuple[Range, Range] | None:
    """Source and content of a verb that looks like a noun (*figures from the ministry show rents rose*), where
    documents in the plural open the sentence and nothing else is their verb; None where it is none."""
    doc, first = noun.doc, noun.sent.start
    content = trimmed(doc, (noun.i + 1, noun.sent.end))
    before = doc[first : noun.i]
    if not 0 < len(before) <= _MAX_SOURCE or not any(one.tag_ in _FINITE for one in doc[content[0] : content[1]]):
        return None
    opener = next((one for one in before if one.pos_ in ("NOUN", "PROPN")), None)
    plural = opener is not None and opener.tag_ in ("NNS", "NNPS") and is_document(opener)
    if not plural or any(one.tag_ in _FINITE or one.text in _BEFORE for one in before):
        return None
    return trimmed(doc, (first, noun.i)), content


def lost_verb(noun: Token) -> tuple[Range, Range] | None:
    """Source and content of a verb that a parser takes for a noun because its form is one (*The bank forecast growth of
    2%*; *Mayor pledges £4m to clinics*): in a sentence without a verb, names or nouns before it and a figure after it;
    None where it is none."""
    doc, sentence = noun.doc, noun.sent
    source, content = trimmed(doc, (sentence.start, noun.i)), trimmed(doc, (noun.i + 1, sentence.end))
    if not (source[0] < source[1] == noun.i and content[0] == noun.i + 1 and content[0] < content[1]):
        return None
    if any(is_finite(one) or one.is_quote for one in sentence) or source[1] - source[0] > _MAX_SOURCE:
        return None
    before, after = doc[noun.i - 1], doc[noun.i + 1]
    named = before.pos_ in ("NOUN", "PROPN") or before.i == sentence.start
    if not named or after.pos_ in ("ADP", "CCONJ", "PUNCT", "AUX"):
        return None
    return (source, content) if any(map(is_figure, doc[content[0] : content[1]])) else None


def _ends_sentence(verb: Token) -> bool:
    """Whether nothing but when it was said follows."""
    rest = verb.doc[verb.i + 1 : verb.sent.end]
    timed = any(one.ent_type_ in _TIMES for one in rest)
    return all(
        one.is_punct
        or one.is_space
        or one.pos_ == "ADV"
        or one.ent_type_ in _TIMES
        or (timed and one.pos_ in ("ADP", "DET"))
        for one in rest
    )
