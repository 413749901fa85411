"""What a bare number counts: the noun after it, the noun that announces it, or one named before in the sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from msgspec.structs import replace as with_fields

from claimx.nlp.annotation import end_of
from claimx.nlp.phrases import QUOTES, NounPhrase, lemma, noun_phrase_from, singular
from claimx.quantities.judging.elided import Elided
from claimx.quantities.judging.reading import Reading
from claimx.quantities.judging.shares import share_of
from claimx.rulebook import Rulebook
from claimx.rulebook.kinds.wording import UnitNouns

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_DETERMINERS = frozenset({"DT", "PRP$", "PDT", "WDT"})
_MODIFIER_TAGS = frozenset({"JJ", "NN", "NNS", "NNP", "NNPS", "HYPH", "AFX", "FW", "POS"})
_SPANS = frozenset(
    {"second", "minute", "hour", "day", "night", "week", "weekend", "fortnight", "month", "quarter", "year", "decade"}
)
_STANDINS = frozenset(
    {"other", "one", "target", "mark", "figure", "limit", "threshold", "milestone", "barrier", "more"}
)
"""Nouns that stand for a noun said before: *at least 20 others*, *the 1.5 million target*."""
_SUSPENDED = 9
"""Words after a hanging hyphen in which the noun comes."""
_WHEN = frozenset({"today", "yesterday", "tomorrow", "tonight", "now"})
_PLACING = frozenset({"last", "next", "past", "earlier", "later", "previous"})
_TIMES = _SPANS | frozenset(
    {"morning", "afternoon", "evening", "spring", "summer", "autumn", "winter", "season", "term", "time", "century"}
)


class Counter:
    """Finds the units of bare counts by the words of one rulebook."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._irregular: dict[str, str] = {}
        self._naming: dict[str, str] = {}
        self._dropped: set[str] = set()
        for rule in rulebook.of(UnitNouns):
            self._irregular.update(rule.singulars)
            self._naming.update(dict.fromkeys(rule.singulars, rule.id))
            self._dropped.update(rule.dropped)
        self._elided = Elided(rulebook, self._irregular)

    def refine(self, readings: Sequence[Reading]) -> list[Reading]:
        """One block's readings, in text order, each with the unit and the noun phrase that it counts."""
        refined: list[Reading] = []
        for reading in readings:
            share = share_of(refined[-1], self._named(reading)) if refined else None
            if share is not None:
                refined[-1] = share
            else:
                refined.append(self._counted(reading, refined))
        return refined

    def _named(self, reading: Reading) -> Reading:
        """The reading with the noun right after it, where it lacks a unit; nothing from farther away."""
        phrase = self._phrase_after(reading) if reading.mention is not None and _lacks_unit(reading) else None
        return self._with_noun(reading, phrase) if phrase is not None else reading

    def _counted(self, reading: Reading, earlier: Sequence[Reading]) -> Reading:
        if reading.number is None:
            return reading
        phrase = self._phrase_after(reading)
        if reading.candidate.ordinal:
            return replace(reading, noun=phrase, end=end_of(phrase.head)) if phrase is not None else reading
        if reading.quantity.unit == "time" and reading.mention is not None and _multiplies(reading.mention[-1]):
            return reading.refined(with_fields(reading.quantity, kind="multiple", unit=None))
        if not _lacks_unit(reading):
            return _measuring(reading, phrase) if phrase is not None and _joins(reading) else reading
        if phrase is not None and not _stands_in(phrase.head):
            return self._with_noun(reading, phrase)
        if reading.candidate.hyphenated or _is_glued(reading):
            return reading
        return self._elided.unit_of(reading, earlier)

    def _phrase_after(self, reading: Reading) -> NounPhrase | None:
        """The noun phrase right after the mention, over *of the* where a part of it is meant."""
        assert reading.mention is not None
        for last in (self._first_core_end(reading), reading.mention[-1]):
            phrase = self._phrase_from(last, reading) if last is not None else None
            if phrase is not None and not _tells_when(phrase) and phrase.head.ent_type_ != "PERSON":
                return phrase
        return None

    def _first_core_end(self, reading: Reading) -> Token | None:
        """The last token of the first number where the mention goes on to a second: *80 homes, up from 60*."""
        assert reading.mention is not None
        if len(reading.candidate.cores) < 2:
            return None
        end = reading.candidate.cores[0][1] - reading.candidate.start + reading.mention.start_char
        inside = [token for token in reading.mention if token.idx + len(token.text) <= end]
        return inside[-1] if inside else None

    def _phrase_from(self, last: Token, reading: Reading) -> NounPhrase | None:
        assert reading.mention is not None
        word = _next(last)
        if word is not None and word.text == "-" and not last.whitespace_:
            return _hyphenated(word)
        if len(last) > 1 and last.text.endswith("-"):
            return _hyphenated(last)
        if word is not None and word.lower_ == "of":
            word = _next(word)
        while word is not None and word.i > last.i + 1 and _picks_out(word):
            word = _next(word)
        if word is None or word.sent.start != last.sent.start:
            return None
        return noun_phrase_from(word) or _prefixed(word)

    def _with_noun(self, reading: Reading, phrase: NounPhrase) -> Reading:
        """The reading with the noun that it counts; a span of time makes it a duration, *times* a multiple."""
        assert reading.mention is not None
        numbered = any(token.tag_ == "CD" for token in reading.mention.doc[reading.mention.end : phrase.head.i])
        closed = numbered or reading.mention.text.endswith("-")
        end = reading.end if closed else max(reading.end, end_of(_closing(reading.mention, phrase.head)))
        widened = replace(_measuring(reading, phrase), end=end)
        head = lemma(phrase.head)
        if head in _SPANS and (phrase.modifiers or widened.partitive):
            return widened.refined(with_fields(reading.quantity, kind="duration", unit=head))
        if head == "time" and phrase.head.tag_ == "NNS" and _multiplies(phrase.head):
            return widened.refined(with_fields(reading.quantity, kind="multiple", unit=None))
        rules = (self._naming[phrase.head.lower_],) if phrase.head.lower_ in self._naming else ()
        return widened.refined(with_fields(reading.quantity, unit=self._unit(phrase)), *rules)

    def _unit(self, phrase: NounPhrase) -> str:
        """The head in the singular, with the adjectives and nouns that say what sort of thing is counted."""
        words: list[str] = []
        owned = max((i + 1 for i, word in enumerate(phrase.modifiers) if word.tag_ == "POS"), default=0)
        for word in phrase.modifiers[owned:]:
            if word.tag_ not in _MODIFIER_TAGS or word.lower_ in self._dropped or _is_modified(word, phrase):
                words = words if word.tag_ not in {"CC", ","} else []
                continue
            glued = word.tag_ == "HYPH" or (words and not _spaced_before(word))
            text = str(word.text if word.tag_ in {"NNP", "NNPS"} or word.text.isupper() else word.lower_)
            if glued and words:
                words[-1] += text
            elif word.tag_ != "HYPH":
                words.append(text)
        return " ".join((*words, singular(phrase.head, self._irregular)))


def _lacks_unit(reading: Reading) -> bool:
    return reading.quantity.kind == "count" and reading.quantity.unit is None


def _joins(reading: Reading) -> bool:
    """Whether the noun after the mention belongs to it: *a £1.6bn shortfall*, *40% of pupils*, *a 3% rise*."""
    return reading.quantity.kind not in {"rank", "ratio"}


def _measuring(reading: Reading, phrase: NounPhrase) -> Reading:
    """The reading with the noun phrase after it, and whether it is a part of that."""
    assert reading.mention is not None
    following = _next(reading.mention[-1])
    return replace(reading, noun=phrase, partitive=following is not None and following.lower_ == "of")


def _multiplies(times: Token) -> bool:
    """Whether *times* is followed by what it multiplies: *1.3 times annual earnings*, *17 times that*."""
    following = _next(times)
    if following is None or following.sent.start != times.sent.start:
        return False
    if following.lower_ in {"a", "an"}:
        measured = _next(following)
        return measured is not None and lemma(measured) not in _SPANS
    if following.lower_ in {"each", "every", "last", "this", "next"} or following.pos_ == "PRON":
        return False
    return following.tag_ in {"DT", "PRP$", "JJ", "NN", "NNS", "NNP", "JJR", "RBR"}


def _hyphenated(hyphen: Token) -> NounPhrase | None:
    """The noun that a number is grown together with: *a three-bedroom flat*; after *four-, five- and six-cylinder* it
    stands with the last of them."""
    following = _next(hyphen)
    if following is not None and (following.text in {",", "/"} or following.tag_ == "CC"):
        later = following.doc[following.i : min(following.i + _SUSPENDED, following.sent.end)]
        hyphens = (token for token in later if token.text == "-" and not token.whitespace_)
        following = next((noun for noun in map(_next, hyphens) if noun is not None), None)
    if following is None or following.tag_ not in {"NN", "NNS", "NNP"}:
        return None
    return NounPhrase((), following)


def _prefixed(word: Token) -> NounPhrase | None:
    """A noun that a small word is grown together with: *12 by-elections*."""
    hyphen = _next(word)
    if word.tag_ not in {"IN", "RP"} or hyphen is None or hyphen.text != "-" or word.whitespace_ or hyphen.whitespace_:
        return None
    noun = _next(hyphen)
    return NounPhrase((), noun) if noun is not None and noun.tag_ in {"NN", "NNS"} else None


def _picks_out(word: Token) -> bool:
    """Whether a word after *of* only says which ones are meant: *three of her last four games*."""
    following = _next(word)
    placed = word.tag_ == "JJ" and following is not None and following.tag_ == "CD"
    return placed or word.tag_ in _DETERMINERS or word.tag_ == "CD"


def _is_glued(reading: Reading) -> bool:
    """Whether the number is part of a longer hyphenated word, which says itself what it counts."""
    assert reading.mention is not None
    last = reading.mention[-1]
    following = _next(last)
    if following is None or following.text != "-" or last.whitespace_ or following.whitespace_:
        return False
    return _next(following) is not None


def _stands_in(noun: Token) -> bool:
    """Whether a noun only stands for one that was said before: *20 others*, *the 1.5 million target*."""
    return lemma(noun) in _STANDINS and (noun.tag_ == "NN" or noun.lower_ == "others")


def _tells_when(phrase: NounPhrase) -> bool:
    """Whether the phrase is no thing that could be counted but a time: *last year*, *today*; not *previous cases*."""
    first = phrase.modifiers[0] if phrase.modifiers else phrase.head
    if first.lower_ in _WHEN or phrase.head.lower_ in _WHEN:
        return True
    timed = lemma(phrase.head) in _TIMES or phrase.head.ent_type_ in {"DATE", "TIME"}
    return first.lower_ in _PLACING and (timed or first.i == phrase.head.i)


def _next(token: Token) -> Token | None:
    return token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None


def _closing(mention: Span, noun: Token) -> Token:
    """The noun that ends a phrase, or the mark after it that closes a quotation begun within the phrase."""
    following = _next(noun)
    opened = any(not token.whitespace_ and token.text in QUOTES for token in noun.doc[mention.end : noun.i])
    closed = opened and following is not None and following.text in {*QUOTES, "’", "”", "''"}
    return following if closed and following is not None else noun


def _spaced_before(token: Token) -> bool:
    return token.i == 0 or bool(token.doc[token.i - 1].whitespace_)


def _is_modified(word: Token, phrase: NounPhrase) -> bool:
    """Whether the word is an adjective with a modifier of its own, or such a modifier (*care experienced children*)."""
    if word.dep_ == "npadvmod":
        return True
    return word.tag_ == "JJ" and any(child.dep_ == "npadvmod" for child in word.children)
