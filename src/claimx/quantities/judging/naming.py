"""Numbers that are part of a name in capitals: *Apollo 11*, *World At One*."""

from __future__ import annotations

from claimx.model import Span
from claimx.nlp import Token
from claimx.nlp.annotation import end_of, start_of
from claimx.quantities.judging.neighbours import in_title_case, opens_quotation, word_after, word_before
from claimx.quantities.judging.reading import Reading

_BETWEEN_EQUALS = frozenset({",", ";", "and", "while", "but"})

_PEOPLES = ("ans", "nis", "qis", "lis", "tis", "dis", "shis")
"""How the plurals of nationalities end that look like names: *60 Kuwaitis*."""
_COLLECTIVES = frozenset({"staff", "people", "police", "crew", "personnel", "cattle", "livestock"})
"""Nouns in the singular that stand after any number."""


def is_proper_name(reading: Reading, words: frozenset[str]) -> bool:
    """A number inside a run of capitals: *Apollo 11*, *World At One*."""
    mention, quantity = reading.mention, reading.quantity
    if mention is None or quantity.kind != "count" or quantity.comparator != "=" or len(mention) > 1:
        return False
    if quantity.vague or quantity.low is not None:
        return False
    word, before, after = mention[0], word_before(reading), word_after(reading)
    capital_before = before is not None and before.text[:1].isupper() and before.i > word.sent.start
    if word.text.isalpha():
        if not word.text[0].isupper() or word.i == word.sent.start or in_title_case(word):
            return False
        if opens_quotation(before):
            return False
        named = before is not None and before.tag_ == "NNP" and before.i == word.sent.start
        return capital_before or named or (after is not None and after.text[:1].isupper())
    if word.text.isdigit() and reading.noun is not None and reading.noun.head.tag_ == "NNP":
        people = reading.noun.head.text.endswith(_PEOPLES)
        return not people and not in_title_case(word) and all(one.tag_ == "NNP" for one in reading.noun.modifiers)
    if not word.text.isdigit() or not capital_before or before is None or before.tag_ not in {"NNP", "NNPS"}:
        return False
    if (before.text.isupper() and len(before.text) > 5) or _shares_a_verb(reading):
        return False
    if _counts_no_more_than_one(reading):
        return True
    if _is_part_of_some(after):
        return False
    ends = after is None or after.is_punct or after.tag_ in {"IN", "CC", "POS", "NNP", "TO", "WDT", "VBZ", "VBD"}
    return ends and after is not None and after.text not in {"%", "-"} and before.ent_type_ not in {"DATE", "PERSON"}


def _is_part_of_some(after: Token | None) -> bool:
    """Whether a number is so many of those that are named next: *gave the Tories 14 of the 22 seats*."""
    if after is None or after.lower_ != "of" or after.i + 1 >= after.sent.end:
        return False
    return after.nbor().lower_ in {"the", "its", "their"} or after.nbor().tag_ == "CD"


def _shares_a_verb(reading: Reading) -> bool:
    """Whether a name and its figure leave out the verb of those before: *Labour won 42 seats, the Greens 14*."""
    mention = reading.mention
    if mention is None or reading.quantity.unit is None:
        return False
    first = mention.start - 1
    while first > mention[0].sent.start and mention.doc[first].text[:1].isupper():
        first -= 1
    if mention.doc[first].lower_ == "the" and first > mention[0].sent.start:
        first -= 1
    between = mention.doc[first].lower_ in _BETWEEN_EQUALS
    return between and any(token.tag_ == "CD" for token in mention.doc[mention[0].sent.start : first])


def _counts_no_more_than_one(reading: Reading) -> bool:
    """Whether a noun in the singular follows a figure above one, which then counts nothing: *the Ariane 5 rocket*."""
    value, noun = reading.quantity.value, reading.noun
    if value is None or value <= 1 or noun is None or noun.modifiers:
        return False
    if noun.head.lower_ in _COLLECTIVES:
        return False
    return noun.head.tag_ == "NN" and noun.head.text.islower() and not noun.head.text.endswith("s")


def name_around(reading: Reading) -> Span:
    """The whole run of capitalised words that a number is part of, with small words between capitals."""
    assert reading.mention is not None
    doc, first, last = reading.mention.doc, reading.mention[0], reading.mention[-1]
    while first.i > first.sent.start and doc[first.i - 1].text[:1].isupper():
        first = doc[first.i - 1]
    while last.i + 1 < last.sent.end and doc[last.i + 1].text[:1].isupper():
        last = doc[last.i + 1]
    return start_of(first), end_of(last)
