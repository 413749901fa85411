"""Claim or not: an ordered list of small tests of a number's surroundings; the first that holds gives the reason."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimx.model import Reason, Span
from claimx.nlp.annotation import end_of, start_of
from claimx.nlp.phrases import lemma
from claimx.quantities.reading import Reading
from claimx.rulebook import Rulebook
from claimx.rulebook.kinds.exclusion import ContextExclusion, SyntaxExclusion, Test

if TYPE_CHECKING:
    from spacy.tokens import Token

_WINDOW = 90
"""Characters on either side that a rule of context may look at."""

_YEARS = range(1500, 2200)
_SMALL = 12
"""The largest number that is taken to pick things out rather than to count them."""

_DEFINITE = frozenset({"the", "these", "those", "all", "both", "other", "which", "such"})
_SELECTING = frozenset({"final", "last", "first", "other", "top", "bottom", "main", "same", "remaining", "latter"})
_ONE_BEFORE = frozenset({"the", "this", "that", "which", "each", "every", "any", "another", "no", "some", "other"})


@dataclass(frozen=True, slots=True)
class Verdict:
    """Why a number is no claim, the rule that says so, and the whole of what is excluded."""

    reason: Reason
    rule: str
    span: Span
    normalised: bool = True
    """False where the words name no quantity (*the one that*)."""


class Judge:
    """Judges readings by the rules of one rulebook, those of context first."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._contexts = tuple(_Context(rule) for rule in rulebook.of(ContextExclusion))
        self._syntax = tuple((rule, _TESTS[rule.test]) for rule in rulebook.of(SyntaxExclusion))

    def judge(self, reading: Reading, text: str, block: Span) -> Verdict | None:
        """The verdict on a reading of the block, or None where it is a claim."""
        around = _sentence(reading) or block
        for context in self._contexts:
            span = context.matches(reading, text, around)
            if span is not None:
                return Verdict(context.rule.reason, context.rule.id, span)
        if reading.mention is None:
            return None
        for rule, test in self._syntax:
            if test(reading, frozenset(rule.words)):
                return Verdict(rule.reason, rule.id, _span(reading, rule.test), rule.test not in _WITHOUT_QUANTITY)
        return None


def _sentence(reading: Reading) -> Span | None:
    """Where the sentence around the reading begins and ends; a parser that ends it inside the mention is not heard."""
    if reading.mention is None:
        return None
    base = reading.candidate.start - reading.mention.start_char
    first, last = reading.mention[0].sent, reading.mention[-1].sent
    return base + first.start_char, base + last.end_char


class _Context:
    """One rule of context with its patterns compiled."""

    def __init__(self, rule: ContextExclusion) -> None:
        self.rule = rule
        self._before = re.compile(rule.before) if rule.before else None
        self._within = re.compile(rule.within) if rule.within else None
        self._after = re.compile(rule.after) if rule.after else None

    def matches(self, reading: Reading, text: str, block: Span) -> Span | None:
        """The stretch that the rule excludes, or None where it does not hold."""
        if not self._admits(reading):
            return None
        start, end = reading.candidate.start, reading.candidate.end
        if self._within and not self._within.search(text[start:end]):
            return None
        before = self._before.search(text[max(block[0], start - _WINDOW) : start]) if self._before else None
        after = self._after.match(text[end : min(block[1], end + _WINDOW)]) if self._after else None
        if (self._before and not before) or (self._after and not after):
            return None
        if self.rule.widen:
            start -= len(before[0].lstrip()) if before else 0
            end += len(after[0].rstrip()) if after else 0
        return start, end

    def _admits(self, reading: Reading) -> bool:
        rule, quantity = self.rule, reading.quantity
        if rule.kinds and quantity.kind not in rule.kinds:
            return False
        if rule.units and quantity.unit not in rule.units:
            return False
        return rule.most is None or (quantity.value is not None and quantity.value <= rule.most)


def _span(reading: Reading, test: Test) -> Span:
    """The whole expression that a test of syntax excludes."""
    if test == "proper_name":
        return _name_around(reading)
    if test == "year":
        return reading.candidate.start, reading.candidate.end
    before = _before(reading)
    if test == "definite_count" and before is not None and before.lower_ in _SELECTING:
        return start_of(before), reading.end
    return reading.start, reading.end


def _ordinal(reading: Reading, words: frozenset[str]) -> bool:
    """An ordinal that ranks nothing by size: *the second reading*, not *the second highest rate*."""
    after = _after(reading)
    if after is not None and after.tag_ == "HYPH":
        after = after.doc[after.i + 1] if after.i + 1 < len(after.doc) else None
    superlative = after is not None and (after.tag_ in {"JJS", "RBS"} or after.lower_ in words)
    return reading.candidate.ordinal and not superlative


def _unreadable(reading: Reading, words: frozenset[str]) -> bool:
    """Letters and digits in one piece that make no number: *x4*."""
    quantity = reading.quantity
    figures = (quantity.value, quantity.low, quantity.high, quantity.numerator, quantity.vague, quantity.change)
    return all(figure is None for figure in figures)


def _year(reading: Reading, words: frozenset[str]) -> bool:
    """A bare four-digit number that could be a year and counts nothing: *the 1997 landslide*."""
    mention, quantity = reading.mention, reading.quantity
    if mention is None or quantity.kind != "count" or quantity.comparator != "=" or not mention.text.isdigit():
        return False
    if quantity.value is None or len(mention.text) != 4 or int(quantity.value) not in _YEARS:
        return False
    counted = reading.noun is not None and reading.noun.head.tag_ == "NNS" and not reading.noun.modifiers
    if not counted or reading.noun is None:
        return True
    before = _before(reading)
    placed = before is not None and before.lower_ in {"the", "in", "its", "his", "her", "their", "of", "this", "since"}
    return placed and lemma(reading.noun.head) not in words


def _proper_name(reading: Reading, words: frozenset[str]) -> bool:
    """A number inside a run of capitals: *Apollo 11*, *World At One*."""
    mention, quantity = reading.mention, reading.quantity
    if mention is None or quantity.kind != "count" or quantity.comparator != "=" or len(mention) > 1:
        return False
    if quantity.vague or quantity.low is not None:
        return False
    word, before, after = mention[0], _before(reading), _after(reading)
    capital_before = before is not None and before.text[:1].isupper() and before.i > word.sent.start
    if word.text.isalpha():
        if not word.text[0].isupper() or word.i == word.sent.start or _in_title_case(word):
            return False
        if _opens_quotation(before):
            return False
        return capital_before or (after is not None and after.text[:1].isupper())
    if word.text.isdigit() and reading.noun is not None and reading.noun.head.tag_ == "NNP":
        return not _in_title_case(word) and all(one.tag_ == "NNP" for one in reading.noun.modifiers)
    if not word.text.isdigit() or not capital_before or before is None or before.tag_ not in {"NNP", "NNPS"}:
        return False
    if before.text.isupper() and len(before.text) > 5:
        return False
    ends = after is None or after.is_punct or after.tag_ in {"IN", "CC", "POS", "NNP", "TO", "WDT", "VBZ", "VBD"}
    return ends and after is not None and after.text not in {"%", "-"} and before.ent_type_ not in {"DATE", "PERSON"}


def _pronoun(reading: Reading, words: frozenset[str]) -> bool:
    """*One* that stands for a person or a thing: *this one*, *one must ask*, *no one*."""
    mention = reading.mention
    if mention is None or mention.text.lower() not in {"one", "ones"} or reading.quantity.kind != "count":
        return False
    before = _before(reading)
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
    before = _before(reading)
    if before is not None and before.lower_ in _SELECTING:
        return True
    if before is None or before.lower_ not in _DEFINITE:
        return False
    if quantity.value == 2 or before.lower_ != "the" or reading.noun is None:
        return True
    return not _is_restricted(reading.noun.head)


def _announcing_count(reading: Reading, words: frozenset[str]) -> bool:
    """A small number of things, ways, reasons that the text goes on to name."""
    quantity = reading.quantity
    if quantity.kind != "count" or quantity.value is None or quantity.value > _SMALL or reading.noun is None:
        return False
    return lemma(reading.noun.head) in words


def _frequency(reading: Reading, words: frozenset[str]) -> bool:
    """*Once* and *twice* by themselves, with no rate and nothing compared."""
    mention = reading.mention
    if mention is None or mention.text.lower() not in {"once", "twice", "thrice"}:
        return False
    after = _after(reading)
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


def _is_restricted(noun: Token) -> bool:
    """Whether a clause or phrase after the noun says which ones are meant: *the four hunts operating there*."""
    return any(child.i > noun.i and child.dep_ in {"acl", "relcl", "prep"} for child in noun.children)


def _before(reading: Reading) -> Token | None:
    mention = reading.mention
    if mention is None or mention.start <= mention[0].sent.start:
        return None
    token: Token = mention.doc[mention.start - 1]
    return token


def _after(reading: Reading) -> Token | None:
    mention = reading.mention
    if mention is None or mention.end >= mention[-1].sent.end:
        return None
    token: Token = mention.doc[mention.end]
    return token


def _opens_quotation(token: Token | None) -> bool:
    return token is not None and (token.is_quote or token.text in {":", "-", "–", "—"})


def _in_title_case(word: Token) -> bool:
    """Whether the sentence is a headline that capitalises its words."""
    letters = [token for token in word.sent if token.is_alpha and len(token) > 3]
    return sum(token.text[0].isupper() for token in letters) * 2 > len(letters)


_TESTS: dict[Test, Callable[[Reading, frozenset[str]], bool]] = {
    "unreadable": _unreadable,
    "ordinal": _ordinal,
    "year": _year,
    "proper_name": _proper_name,
    "pronoun": _pronoun,
    "frequency": _frequency,
    "announcing_count": _announcing_count,
    "definite_count": _definite_count,
}
_WITHOUT_QUANTITY = frozenset({"unreadable", "ordinal", "year", "proper_name", "pronoun", "frequency"})
