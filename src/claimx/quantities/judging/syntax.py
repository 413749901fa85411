"""Tests of a number's place in its sentence: does it count something, or order, name or point?"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from claimx.model import Span
from claimx.nlp.annotation import end_of, start_of
from claimx.nlp.phrases import lemma, subject_of
from claimx.quantities.judging.neighbours import in_title_case, opens_quotation, word_after, word_before
from claimx.quantities.judging.ordinals import is_next_of_series, is_order, is_ordinal_name
from claimx.quantities.judging.reading import Reading
from claimx.rulebook.kinds.exclusion import Test

if TYPE_CHECKING:
    from spacy.tokens import Token

_YEARS = range(1500, 2200)
_FEW = 7
"""The largest number that is taken to announce what the text goes on to name."""
_YEARLY = frozenset({"level", "price", "figure", "rate", "value", "standard", "peak", "baseline", "record", "term"})
"""Nouns that stand after a year to compare with: *below 1990 levels*."""
_SMALL = 12
"""The largest number that is taken to pick things out rather than to count them."""

_BETWEEN_EQUALS = frozenset({",", ";", "and", "while", "but"})
_DEFINITE = frozenset({"the", "these", "those", "all", "both", "which", "such"})
_SELECTING = frozenset({"final", "last", "first", "top", "bottom", "main", "same", "remaining", "latter"})
_ONE_BEFORE = frozenset({"the", "this", "that", "which", "each", "every", "any", "another", "no", "some", "other"})


def span_of(reading: Reading, test: Test) -> Span:
    """The whole expression that a test of syntax excludes."""
    if test == "proper_name":
        return _name_around(reading)
    if test == "year":
        return reading.candidate.cores[0]
    before = word_before(reading)
    if test == "definite_count" and before is not None and before.lower_ in _SELECTING:
        return start_of(before), reading.end
    return reading.start, reading.end


def _unreadable(reading: Reading, words: frozenset[str]) -> bool:
    """Letters and digits in one piece that make no number: *x4*."""
    quantity = reading.quantity
    figures = (quantity.value, quantity.low, quantity.high, quantity.numerator, quantity.vague, quantity.change)
    return all(figure is None for figure in figures)


def _year(reading: Reading, words: frozenset[str]) -> bool:
    """A bare four-digit number that could be a year and counts nothing: *the 1997 landslide*."""
    number, quantity = reading.number, reading.quantity
    if number is None or quantity.kind != "count" or not number.text.isdigit() or len(number.text) != 4:
        return False
    if quantity.value is None or int(quantity.value) not in _YEARS or len(reading.candidate.cores) > 1:
        return False
    if quantity.comparator != "=":
        return reading.noun is not None and lemma(reading.noun.head) in _YEARLY
    counted = reading.noun is not None and reading.noun.head.tag_ == "NNS" and not reading.noun.modifiers
    if not counted or reading.noun is None:
        return True
    before = word_before(reading)
    placed = before is not None and before.lower_ in {"the", "in", "its", "his", "her", "their", "of", "this", "since"}
    return placed and lemma(reading.noun.head) not in words


def _proper_name(reading: Reading, words: frozenset[str]) -> bool:
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
        return capital_before or (after is not None and after.text[:1].isupper())
    if word.text.isdigit() and reading.noun is not None and reading.noun.head.tag_ == "NNP":
        return not in_title_case(word) and all(one.tag_ == "NNP" for one in reading.noun.modifiers)
    if not word.text.isdigit() or not capital_before or before is None or before.tag_ not in {"NNP", "NNPS"}:
        return False
    if (before.text.isupper() and len(before.text) > 5) or _shares_a_verb(reading):
        return False
    if _counts_no_more_than_one(reading):
        return True
    ends = after is None or after.is_punct or after.tag_ in {"IN", "CC", "POS", "NNP", "TO", "WDT", "VBZ", "VBD"}
    return ends and after is not None and after.text not in {"%", "-"} and before.ent_type_ not in {"DATE", "PERSON"}


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
    return noun.head.tag_ == "NN" and noun.head.text.islower() and not noun.head.text.endswith("s")


def _single_case(reading: Reading, words: frozenset[str]) -> bool:
    """*One* with somebody who did or said something: the text goes on to tell of that person, and counts nobody."""
    mention, noun = reading.mention, reading.noun
    if mention is None or noun is None or mention.text.lower() != "one" or noun.head.tag_ != "NN":
        return False
    verb = noun.head.head
    if noun.head.dep_ != "nsubj" or verb.pos_ != "VERB" or lemma(verb) in words:
        return False
    told = verb.tag_ in {"VBD", "VBN"} or any(child.tag_ == "VBD" for child in verb.children)
    return told and not any(word.tag_ == "CD" and word.nbor(-1).tag_ != "$" for word in verb.subtree if word.i > verb.i)


def _pronoun(reading: Reading, words: frozenset[str]) -> bool:
    """*One* that stands for a person or a thing: *this one*, *one must ask*, *no one*."""
    mention = reading.mention
    if mention is None or mention.text.lower() not in {"one", "ones"} or reading.quantity.kind != "count":
        return False
    before = word_before(reading)
    if before is not None and before.lower_ in _ONE_BEFORE:
        return True
    if reading.noun is None:
        return True
    return before is not None and before.tag_ in {"JJ", "JJR", "JJS"}


def _definite_count(reading: Reading, words: frozenset[str]) -> bool:
    """A small number after *the*, *these* or *all*: it picks out things that are known already."""
    mention, quantity = reading.mention, reading.quantity
    if mention is None or quantity.kind != "count" or quantity.comparator != "=":
        return False
    if quantity.value is None or not 1 < quantity.value <= _SMALL:
        return False
    before, after = word_before(reading), word_after(reading)
    if after is not None and after.text == "-":
        return False
    if before is not None and before.lower_ in _SELECTING:
        return True
    if before is None or before.lower_ not in _DEFINITE or _of_which(before):
        return False
    return quantity.value == 2 or before.lower_ != "the" or reading.noun is None


def _of_which(pronoun: Token) -> bool:
    """Whether what is counted are some of those that were named: *40 sites, of which two are shut*."""
    return pronoun.lower_ == "which" and pronoun.i > pronoun.sent.start and pronoun.nbor(-1).lower_ == "of"


def _announcing_count(reading: Reading, words: frozenset[str]) -> bool:
    """A small number of things, ways, reasons that the text goes on to name."""
    quantity = reading.quantity
    if quantity.kind != "count" or quantity.value is None or quantity.value > _FEW or reading.noun is None:
        return False
    return lemma(reading.noun.head) in words or _names_follow(reading.noun.head)


def _is_done(adverb: Token) -> bool:
    """Whether *twice* counts what has happened: *he turned it down twice*; not *you cannot spend it twice*."""
    verb = adverb.head
    modal = any(child.tag_ in {"MD", "TO"} for child in verb.children)
    return adverb.lower_ == "twice" and verb.tag_ in {"VBD", "VBN"} and not modal


def _names_follow(noun: Token) -> bool:
    """Whether the things counted are named right after: *two brothers, Amos and William Corbridge*."""
    doc, at = noun.doc, noun.i + 1
    if at + 1 >= noun.sent.end or doc[at].text not in {",", ":", "-", "–", "—"}:
        return False
    names = doc[at + 1 : min(at + 8, noun.sent.end)]
    joined = [token for token in names[1:-1] if token.lower_ == "and"]
    return names[0].tag_ == "NNP" and any(doc[token.i + 1].tag_ == "NNP" for token in joined)


def _age_of_person(reading: Reading, words: frozenset[str]) -> bool:
    """A bare number after *at* or *by* with a person as the subject: *he left school at 15*, *by 30 she ran it*."""
    mention, quantity = reading.mention, reading.quantity
    if mention is None or quantity.kind != "count" or reading.noun is not None or quantity.comparator != "=":
        return False
    before = word_before(reading)
    if quantity.value is None or not 3 < quantity.value < 111 or before is None or before.lower_ not in {"at", "by"}:
        return False
    verb = before.head
    while verb.pos_ not in {"VERB", "AUX"} and verb.head.i != verb.i:
        verb = verb.head
    subject = subject_of(verb)
    return subject is not None and (subject.lower_ in words or subject.ent_type_ == "PERSON")


def _frequency(reading: Reading, words: frozenset[str]) -> bool:
    """*Once* and *twice* by themselves, with no rate and nothing compared."""
    mention = reading.mention
    if mention is None or mention.text.lower() not in {"once", "twice", "thrice"}:
        return False
    after = word_after(reading)
    if _is_done(mention[0]):
        return False
    if after is None or after.lower_ not in {"as", "a", "an", "the", "per", "every", "each", "that", "its", "their"}:
        return True
    compared = after.doc[after.i + 1] if after.i + 1 < len(after.doc) else None
    return after.lower_ == "as" and (compared is None or compared.tag_ not in {"JJ", "RB"})


def _name_around(reading: Reading) -> Span:
    """The whole run of capitalised words that a number is part of, with small words between capitals."""
    assert reading.mention is not None
    doc, first, last = reading.mention.doc, reading.mention[0], reading.mention[-1]
    while first.i > first.sent.start and doc[first.i - 1].text[:1].isupper():
        first = doc[first.i - 1]
    while last.i + 1 < last.sent.end and doc[last.i + 1].text[:1].isupper():
        last = doc[last.i + 1]
    return start_of(first), end_of(last)


TESTS: dict[Test, Callable[[Reading, frozenset[str]], bool]] = {
    "unreadable": _unreadable,
    "ordinal_name": is_ordinal_name,
    "ordinal": is_order,
    "next_of_series": is_next_of_series,
    "age_of_person": _age_of_person,
    "year": _year,
    "proper_name": _proper_name,
    "single_case": _single_case,
    "pronoun": _pronoun,
    "frequency": _frequency,
    "announcing_count": _announcing_count,
    "definite_count": _definite_count,
}
WITHOUT_QUANTITY: frozenset[Test] = frozenset(
    {"unreadable", "ordinal", "ordinal_name", "next_of_series", "year", "proper_name", "pronoun", "frequency"}
)
"""Tests after which the words name no quantity (*the one that*)."""
