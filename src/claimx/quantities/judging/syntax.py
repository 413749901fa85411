"""Tests of a number's place in its sentence: does it count something, or order, name or point?"""

from __future__ import annotations

import re
from collections.abc import Callable

from claimx.model import Span
from claimx.nlp import Token
from claimx.nlp.annotation import start_of
from claimx.nlp.phrases import lemma, subject_of
from claimx.quantities.judging.frequency import asserts_no_rate
from claimx.quantities.judging.naming import is_proper_name, name_around
from claimx.quantities.judging.neighbours import word_after, word_before
from claimx.quantities.judging.ordinals import is_next_of_series, is_order, is_ordinal_name
from claimx.quantities.judging.reading import Reading
from claimx.quantities.judging.singlecase import is_single_case
from claimx.rulebook.kinds.exclusion import Test

_YEARS = range(1500, 2200)
_FEW = 7
"""The largest number that is taken to announce what the text goes on to name."""
_FAR_COLON = 9
"""Words after a noun among which the colon stands that a list of the things opens with."""
_PERSONS = frozenset({"people", "person", "man", "woman", "child", "boy", "girl", "goal", "win"})
"""Who and what is counted even where a list follows."""
_SURVEYS = frozenset({"survey", "poll", "sample", "study", "total", "group", "crowd", "team", "trial", "cohort"})
"""Nouns before *of* and the number of those whom they take in."""
_YEARLY = frozenset({"level", "price", "figure", "rate", "value", "standard", "peak", "baseline", "record", "term"})
"""Nouns that stand after a year to compare with: *below 1990 levels*."""
_SMALL = 12
"""The largest number that is taken to pick things out rather than to count them."""

_GLUED_WORD = re.compile(r"\d{1,4}[a-z]{4,}", re.IGNORECASE)
_DEFINITE = frozenset({"the", "these", "those", "all", "both", "which", "such"})
_SELECTING = frozenset(
    {"final", "last", "first", "top", "bottom", "main", "same", "remaining", "latter", "previous", "preceding", "next"}
)
_OWNERS = frozenset({"our", "their", "your"})
_BARELY = frozenset({"just", "only", "barely"})
_FAR_BACK = 400
"""Words before *the four detainees* among which they were told of as four."""
_ONE_BEFORE = frozenset({"the", "this", "that", "which", "each", "every", "any", "another", "no", "some", "other"})


def span_of(reading: Reading, test: Test) -> Span:
    """The whole expression that a test of syntax excludes."""
    if test == "proper_name":
        return name_around(reading)
    if test == "year":
        return reading.candidate.cores[0]
    before = word_before(reading)
    if test == "definite_count" and before is not None and before.lower_ in _SELECTING:
        return start_of(before), reading.end
    return reading.start, reading.end


def _unreadable(reading: Reading, words: frozenset[str]) -> bool:
    """Letters and digits in one piece that make no number: *x4*, *2entertain*."""
    quantity, number = reading.quantity, reading.number
    if reading.candidate.code and number is not None and _GLUED_WORD.fullmatch(number.text):
        return True
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
    if reading.noun is None or reading.noun.head.tag_ != "NNS":
        return True
    if reading.noun.modifiers and lemma(reading.noun.head) not in words:
        return True
    before = word_before(reading)
    surveyed = before is not None and before.lower_ == "of" and before.i > before.sent.start
    if surveyed and before is not None and before.nbor(-1).lower_ in _SURVEYS:
        return False
    placed = before is not None and before.lower_ in {"the", "in", "its", "his", "her", "their", "of", "this", "since"}
    return placed and lemma(reading.noun.head) not in words


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
    if before is not None and _is_ranked(reading, before):
        return True
    if before is not None and before.lower_ in _OWNERS and quantity.value == 2 and reading.noun is not None:
        return lemma(reading.noun.head) in words
    if before is None or before.lower_ not in _DEFINITE or _of_which(before):
        return False
    if before.lower_ == "all" and reading.noun is not None:
        return _is_told_before(reading) or _names_follow(reading.noun.head)
    return quantity.value == 2 or before.lower_ != "the" or reading.noun is None or _is_told_before(reading)


def _is_ranked(reading: Reading, before: Token) -> bool:
    """Whether a superlative picks the things out: *its five largest customers*; not where something is told to be one
    of them, *among the ten poorest towns*."""
    known = before.lower_ == "the" or before.tag_ in {"PRP$", "POS"}
    if not known or reading.noun is None:
        return False
    lead = before.nbor(-1) if before.i > before.sent.start else before
    superlative = any(word.tag_ in {"JJS", "RBS"} for word in reading.noun.modifiers)
    return superlative and lead.lower_ not in {"among", "amongst", "of"}


def _is_told_before(reading: Reading) -> bool:
    """Whether the same number stood somewhere before in the text: *four detainees ... the four detainees*."""
    assert reading.mention is not None
    first, number = reading.mention[0], reading.mention.text.lower()
    earlier = first.doc[max(first.i - _FAR_BACK, 0) : first.i]
    return len(reading.mention) == 1 and any(token.lower_ == number and token.tag_ == "CD" for token in earlier)


def _of_which(pronoun: Token) -> bool:
    """Whether what is counted are some of those that were named: *40 sites, of which two are shut*."""
    return pronoun.lower_ == "which" and pronoun.i > pronoun.sent.start and pronoun.nbor(-1).lower_ == "of"


def _announcing_count(reading: Reading, words: frozenset[str]) -> bool:
    """A small number of things, ways, reasons that the text goes on to name; not of *heating elements*."""
    quantity = reading.quantity
    if quantity.kind != "count" or quantity.value is None or quantity.value > _FEW or reading.noun is None:
        return False
    noun = reading.noun.head
    announces = lemma(noun) in words and not any(word.lower_.endswith("ing") for word in reading.noun.modifiers)
    return announces or _names_follow(noun) or (quantity.value > 1 and _list_follows(noun))


def _names_follow(noun: Token) -> bool:
    """Whether the things counted are named right after: *two brothers, Amos and William Corbridge*."""
    doc, at = noun.doc, noun.i + 1
    if at + 1 >= noun.sent.end or doc[at].text not in {",", ":", "-", "--", "–", "—"}:
        return False
    names = doc[at + 1 : min(at + 8, noun.sent.end)]
    joined = [token for token in names[1:-1] if token.lower_ == "and"]
    return names[0].tag_ == "NNP" and any(doc[token.i + 1].tag_ == "NNP" for token in joined)


def _list_follows(noun: Token) -> bool:
    """Whether the things counted are listed after a colon: *in three blocks for each town: a block for ...*."""
    later = noun.doc[noun.i + 1 : min(noun.i + _FAR_COLON, noun.sent.end)]
    colon = next((token for token in later if token.text == ":"), None)
    if colon is None or lemma(noun) in _PERSONS or noun.tag_ != "NNS":
        return False
    between = noun.doc[noun.i + 1 : colon.i]
    listed = noun.doc[colon.i + 1 : noun.sent.end]
    plain = not any(token.pos_ in {"VERB", "AUX", "NUM"} or token.is_punct for token in between)
    return (
        plain and any(token.text in {",", ";"} for token in listed) and not any(token.tag_ == "CD" for token in listed)
    )


def _age_of_person(reading: Reading, words: frozenset[str]) -> bool:
    """A bare number after *at* or *by* with a person as the subject: *he left school at 15*, *by 30 she ran it*."""
    mention, quantity = reading.mention, reading.quantity
    if mention is None or quantity.kind != "count" or reading.noun is not None or quantity.comparator != "=":
        return False
    before = word_before(reading)
    if before is not None and before.lower_ in _BARELY and before.i > before.sent.start:
        before = before.nbor(-1)
    if quantity.value is None or not 3 < quantity.value < 111 or before is None or before.lower_ not in {"at", "by"}:
        return False
    verb = before.head
    while verb.pos_ not in {"VERB", "AUX"} and verb.head.i != verb.i:
        verb = verb.head
    subject = subject_of(verb)
    return subject is not None and (subject.lower_ in words or subject.ent_type_ == "PERSON")


TESTS: dict[Test, Callable[[Reading, frozenset[str]], bool]] = {
    "unreadable": _unreadable,
    "ordinal_name": is_ordinal_name,
    "ordinal": is_order,
    "next_of_series": is_next_of_series,
    "age_of_person": _age_of_person,
    "year": _year,
    "proper_name": is_proper_name,
    "single_case": is_single_case,
    "pronoun": _pronoun,
    "frequency": asserts_no_rate,
    "announcing_count": _announcing_count,
    "definite_count": _definite_count,
}
WITHOUT_QUANTITY: frozenset[Test] = frozenset(
    {"unreadable", "ordinal", "ordinal_name", "next_of_series", "year", "proper_name", "pronoun", "frequency"}
)
"""Tests after which the words name no quantity (*the one that*)."""
