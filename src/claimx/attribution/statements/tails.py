"""Cues that end a sentence, read off its words where the parser has lost their subject: *…, a study by X suggests.*"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.nlp.syntax import Range, trimmed

if TYPE_CHECKING:
    from spacy.tokens import Token

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_BEFORE = frozenset({",", "-", "–", "—"})
_NOT_INSIDE = frozenset({"who", "which", "that", "and", "but", "when", "where", "as", "while", "because", "than"})
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
    end, finite = start, start < verb.i or verb.tag_ in _FINITE
    while start > first and end - start <= _MAX_SOURCE and doc[start - 1].text not in _BEFORE:
        start -= 1
        if doc[start].tag_ in _FINITE or doc[start].lower_ in _NOT_INSIDE or doc[start].is_quote:
            return None
    content = trimmed(doc, (first, start))
    whole = finite and first < start < end and end - start <= _MAX_SOURCE and content[1] - content[0] >= _MIN_CONTENT
    if not whole or not any(one.tag_ in _FINITE for one in doc[content[0] : content[1]]):
        return None
    return trimmed(doc, (start, end)), content


def _ends_sentence(verb: Token) -> bool:
    """Whether nothing but when it was said follows."""
    rest = verb.doc[verb.i + 1 : verb.sent.end]
    return all(one.is_punct or one.is_space or one.pos_ == "ADV" or one.ent_type_ in ("DATE", "TIME") for one in rest)
