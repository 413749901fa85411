"""What a bare number counts: the noun after it, the noun that announces it, or one named before in the sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from msgspec.structs import replace as with_fields

from claimx.nlp.annotation import end_of
from claimx.nlp.phrases import NounPhrase, lemma, noun_phrase_from, singular, subject_of
from claimx.quantities.reading import Reading
from claimx.rulebook import Rulebook
from claimx.rulebook.kinds.wording import CountedNouns, UnitNouns

if TYPE_CHECKING:
    from spacy.tokens import Token

_DETERMINERS = frozenset({"DT", "PRP$", "PDT", "WDT"})
_MODIFIER_TAGS = frozenset({"JJ", "NN", "NNS", "NNP", "NNPS", "HYPH", "AFX", "FW", "POS"})
_AMOUNTS = frozenset({"number", "total", "count", "proportion", "figure"})
_SUSPENDED = 9
"""Words after a hanging hyphen in which the noun comes."""
_WHEN = frozenset(
    {"last", "next", "past", "today", "yesterday", "tomorrow", "tonight", "now", "earlier", "later", "previous"}
)


class Counter:
    """Finds the units of bare counts by the words of one rulebook."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._announcing = {
            noun: (unit, rule.id) for rule in rulebook.of(CountedNouns) for noun, unit in rule.units.items()
        }
        self._irregular: dict[str, str] = {}
        self._dropped: set[str] = set()
        for rule in rulebook.of(UnitNouns):
            self._irregular.update(rule.singulars)
            self._dropped.update(rule.dropped)

    def refine(self, readings: Sequence[Reading]) -> list[Reading]:
        """One block's readings, in text order, each with the unit and the noun phrase that it counts."""
        refined: list[Reading] = []
        for reading in readings:
            refined.append(self._counted(reading, refined))
        return refined

    def _counted(self, reading: Reading, earlier: Sequence[Reading]) -> Reading:
        if reading.number is None:
            return reading
        phrase = self._phrase_after(reading)
        if reading.candidate.ordinal:
            return replace(reading, noun=phrase, end=end_of(phrase.head)) if phrase is not None else reading
        if not _lacks_unit(reading):
            return replace(reading, noun=phrase) if phrase is not None and _joins(reading) else reading
        if phrase is not None:
            return self._with_noun(reading, phrase)
        return self._announced(reading) or self._elided(reading, earlier) or reading

    def _phrase_after(self, reading: Reading) -> NounPhrase | None:
        """The noun phrase right after the mention, over *of the* where a part of it is meant."""
        assert reading.mention is not None
        for last in (self._first_core_end(reading), reading.mention[-1]):
            phrase = self._phrase_from(last, reading) if last is not None else None
            if phrase is not None and not _tells_when(phrase):
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
        if word is not None and word.lower_ == "of":
            word = _next(word)
        while word is not None and (word.tag_ in _DETERMINERS or word.tag_ == "CD") and word.i > last.i + 1:
            word = _next(word)
        if word is None or word.sent.start != last.sent.start:
            return None
        return noun_phrase_from(word)

    def _with_noun(self, reading: Reading, phrase: NounPhrase) -> Reading:
        unit = self._unit(phrase)
        widened = replace(reading, noun=phrase, end=max(reading.end, end_of(phrase.head)))
        return widened.refined(with_fields(reading.quantity, unit=unit))

    def _unit(self, phrase: NounPhrase) -> str:
        """The head in the singular, with the adjectives and nouns that say what sort of thing is counted."""
        words: list[str] = []
        for word in phrase.modifiers:
            if word.tag_ not in _MODIFIER_TAGS or word.lower_ in self._dropped or _is_modified(word, phrase):
                words = words if word.tag_ not in {"CC", ","} else []
                continue
            glued = word.tag_ in {"HYPH", "POS"} or (words and not _spaced_before(word))
            text = str(word.text if word.tag_ in {"NNP", "NNPS"} or word.text.isupper() else word.lower_)
            if glued and words:
                words[-1] += text
            elif word.tag_ not in {"HYPH", "POS"}:
                words.append(text)
        return " ".join((*words, singular(phrase.head, self._irregular)))

    def _announced(self, reading: Reading) -> Reading | None:
        """The unit that a noun before the number implies: *a death toll of 300*."""
        assert reading.mention is not None
        word = reading.mention.root
        for _ in range(4):
            for name in (lemma(word), word.lower_):
                if name in self._announcing and word.i < reading.mention.start:
                    unit, rule = self._announcing[name]
                    return reading.refined(with_fields(reading.quantity, unit=unit), rule)
            subject = subject_of(word) if word.pos_ in {"VERB", "AUX"} else None
            if subject is not None and lemma(subject) in self._announcing and subject.i < reading.mention.start:
                unit, rule = self._announcing[lemma(subject)]
                return reading.refined(with_fields(reading.quantity, unit=unit), rule)
            if word.head.i == word.i:
                break
            word = word.head
        return None

    def _elided(self, reading: Reading, earlier: Sequence[Reading]) -> Reading | None:
        """The unit that the sentence named already: its last counted noun, or the noun whose number the verb tells."""
        assert reading.mention is not None
        sentence = reading.mention[0].sent
        governor = reading.mention.root.head
        if governor.lower_ == "of" and governor.head.pos_ in {"NOUN", "PROPN"} and governor.head.tag_ != "CD":
            return None
        subject = self._measured_subject(reading)
        if subject is not None:
            return reading.refined(with_fields(reading.quantity, unit=singular(subject, self._irregular)))
        for other in reversed(earlier):
            if other.number is None or other.number[0].sent.start != sentence.start:
                break
            if other.noun is None or other.noun.head.tag_ == "NNP" or other.candidate.ordinal:
                continue
            if other.quantity.kind == "count" and other.quantity.unit:
                return reading.refined(with_fields(reading.quantity, unit=other.quantity.unit))
        return None

    def _measured_subject(self, reading: Reading) -> Token | None:
        """The plural that a verb's subject counts: *the number of jobs rose to 4m*, *redundancies fell by 300*."""
        assert reading.mention is not None
        root = reading.mention.root
        verb = root.head if root.head.pos_ != "ADP" else root.head.head
        if verb.pos_ not in {"VERB", "AUX"}:
            return None
        for measured in (*(child for child in verb.children if child.dep_ == "dobj"), subject_of(verb)):
            if measured is not None and measured.i < reading.mention.start and lemma(measured) in _AMOUNTS:
                plurals = (noun for child in measured.children if child.lower_ == "of" for noun in child.children)
                return next((noun for noun in plurals if noun.tag_ in {"NNS", "NNPS"}), None)
        subject = subject_of(verb)
        if subject is None or subject.i >= reading.mention.start:
            return None
        return subject if subject.tag_ == "NNS" and root.head.pos_ == "ADP" else None


def _lacks_unit(reading: Reading) -> bool:
    return reading.quantity.kind == "count" and reading.quantity.unit is None


def _joins(reading: Reading) -> bool:
    """Whether the noun after the mention belongs to it: *a £1.6bn shortfall*, *40% of pupils*, *a 3% rise*."""
    return reading.quantity.kind not in {"rank", "ratio"}


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


def _tells_when(phrase: NounPhrase) -> bool:
    """Whether the phrase is no thing that could be counted but a time: *last year*, *today*."""
    first = phrase.modifiers[0] if phrase.modifiers else phrase.head
    return first.lower_ in _WHEN or phrase.head.lower_ in _WHEN


def _next(token: Token) -> Token | None:
    return token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None


def _spaced_before(token: Token) -> bool:
    return token.i == 0 or bool(token.doc[token.i - 1].whitespace_)


def _is_modified(word: Token, phrase: NounPhrase) -> bool:
    """Whether the word is an adjective with a modifier of its own, or such a modifier (*care experienced children*)."""
    if word.dep_ == "npadvmod":
        return True
    return word.tag_ == "JJ" and any(child.dep_ == "npadvmod" for child in word.children)
