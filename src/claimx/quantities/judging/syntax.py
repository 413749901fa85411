"""Tests of a number's place in its sentence: does it count something, or order, name or point?"""

from __future__ import annotations

import re
from collections.abc import Callable

from claimx.model import Span
from claimx.nlp.annotation import start_of
from claimx.nlp.phrases import lemma, subject_of
from claimx.quantities.judging.definite import SELECTING, is_definite_count
from claimx.quantities.judging.frequency import asserts_no_rate
from claimx.quantities.judging.introducing import announces
from claimx.quantities.judging.manifold import is_manifold
from claimx.quantities.judging.naming import is_proper_name, name_around
from claimx.quantities.judging.neighbours import word_after, word_before
from claimx.quantities.judging.ordinals import is_next_of_series, is_order, is_ordinal_name
from claimx.quantities.judging.reading import Reading
from claimx.quantities.judging.singlecase import SAYING, is_single_case
from claimx.rulebook.kinds.exclusion import Test

_YEARS = range(1500, 2200)
_YOUNGEST = 12
"""The least age that is told without years in a clause of its own."""
_LATEST = 2060
"""A rough figure up to this one that counts nothing is a year: *around 2002, when the war began*."""
_BY_HUNDREDS = 1990
"""Above this a number behind a name is a year of our time unless it is round: *the Republican 2016 hopefuls*."""
_SURVEYS = frozenset({"survey", "poll", "sample", "study", "total", "group", "crowd", "team", "trial", "cohort"})
"""Nouns before *of* and the number of those whom they take in."""
_YEARLY = frozenset({"level", "price", "figure", "rate", "value", "standard", "peak", "baseline", "record", "term"})
"""Nouns that stand after a year to compare with: *below 1990 levels*."""
_PARTS_OF_A_YEAR = frozenset(
    {"end", "start", "beginning", "middle", "close", "rest", "half", "spring", "summer", "autumn", "winter", "quarter"}
)

_GLUED_WORD = re.compile(r"\d{1,4}[a-z]{4,}", re.IGNORECASE)
_BARELY = frozenset({"just", "only", "barely"})
_ONE_BEFORE = frozenset({"the", "this", "that", "which", "each", "every", "any", "another", "no", "some", "other"})


def span_of(reading: Reading, test: Test) -> Span:
    """The whole expression that a test of syntax excludes."""
    if test == "proper_name":
        return name_around(reading)
    if test == "year":
        return reading.candidate.cores[0]
    before = word_before(reading)
    if test == "definite_count" and before is not None and before.lower_ in SELECTING:
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
    singular = reading.noun is None or reading.noun.head.tag_ in {"NN", "NNP"}
    if quantity.comparator == "~" and singular and quantity.value <= _LATEST:
        return True
    if quantity.comparator != "=":
        return reading.noun is not None and lemma(reading.noun.head) in _YEARLY
    if reading.noun is None or reading.noun.head.tag_ != "NNS":
        return True
    if reading.noun.modifiers and lemma(reading.noun.head) not in words:
        return True
    before = word_before(reading)
    if _is_year_before_more(reading):
        return True
    surveyed = before is not None and before.lower_ == "of" and before.i > before.sent.start
    if surveyed and before is not None and before.nbor(-1).lower_ in _SURVEYS:
        return False
    named = before is not None and before.tag_ in {"JJ", "NNP"} and before.text[:1].isupper()
    if named and quantity.value > _BY_HUNDREDS and quantity.value % 100:
        return lemma(reading.noun.head) not in words
    placed = before is not None and before.lower_ in {"the", "in", "its", "his", "her", "their", "of", "this", "since"}
    return placed and lemma(reading.noun.head) not in words


def _is_year_before_more(reading: Reading) -> bool:
    """Whether a time ends with the number and a comparison begins after it: *by the end of 2005 more people ...*."""
    before, after = word_before(reading), word_after(reading)
    compares = after is not None and after.lower_ in {"more", "fewer", "less", "many", "most"}
    if before is None or not compares:
        return False
    ended = before.lower_ == "of" and before.i > before.sent.start and before.nbor(-1).lower_ in _PARTS_OF_A_YEAR
    return ended or before.lower_ in {"in", "by", "since", "until", "during", "from"}


def _pronoun(reading: Reading, words: frozenset[str]) -> bool:
    """*One* that stands for a person or a thing: *this one*, *one must ask*, *no one*."""
    mention = reading.mention
    if mention is None or mention.text.lower() not in {"one", "ones"} or reading.quantity.kind != "count":
        return False
    before = word_before(reading)
    if before is not None and before.lower_ in _ONE_BEFORE:
        return True
    if reading.noun is None:
        says = mention.root.dep_ == "nsubj" and lemma(mention.root.head) in SAYING
        return says or reading.quantity.unit is None
    return before is not None and before.tag_ in {"JJ", "JJR", "JJS"}


def _age_of_person(reading: Reading, words: frozenset[str]) -> bool:
    """A bare number after *at* or *by*, or after *is* at the end of its clause, with a person as the subject: *he left
    school at 15*, *by 30 she ran it*, *she is 51*."""
    mention, quantity = reading.mention, reading.quantity
    if mention is None or quantity.kind != "count" or reading.noun is not None or quantity.comparator != "=":
        return False
    before = word_before(reading)
    if before is not None and before.lower_ in _BARELY and before.i > before.sent.start:
        before = before.nbor(-1)
    if quantity.value is None or not 3 < quantity.value < 111 or before is None:
        return False
    verb = before.head
    if before.lower_ in {"is", "was"}:
        verb, after = before, word_after(reading)
        if quantity.value < _YOUNGEST or (after is not None and not after.is_punct and after.tag_ != "CC"):
            return False
    elif before.lower_ not in {"at", "by"}:
        return False
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
    "announcing_count": announces,
    "definite_count": is_definite_count,
    "manifold": is_manifold,
}
WITHOUT_QUANTITY: frozenset[Test] = frozenset(
    {
        "unreadable",
        "ordinal",
        "ordinal_name",
        "next_of_series",
        "year",
        "proper_name",
        "pronoun",
        "frequency",
        "manifold",
    }
)
"""Tests after which the words name no quantity (*the one that*)."""
