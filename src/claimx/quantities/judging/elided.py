"""Units that a bare number leaves out: implied by a noun, a pronoun or a verb near it, or taken over from a figure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace as with_fields

from claimx.model import Quantity
from claimx.nlp.phrases import lemma, singular, subject_of
from claimx.quantities.judging.carried import is_compared, unit_of_another
from claimx.quantities.judging.reading import Reading
from claimx.rulebook import Rulebook
from claimx.rulebook.kinds.wording import CountedNouns

if TYPE_CHECKING:
    from spacy.tokens import Token

_AMOUNTS = frozenset({"number", "total", "count", "figure"})
_PLURALS = frozenset({"NNS", "NNPS"})
_SPANS = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "decade"})
_HEIGHTS = frozenset({"record", "high", "low", "peak", "total"})
"""Nouns between a verb and its figure: *hit a record 48,100*."""
_FAR_BACK = 60
"""Words before a number among which what *them* stands for is looked for."""


class Elided:
    """Finds left-out units by the nouns of one rulebook."""

    def __init__(self, rulebook: Rulebook, irregular: Mapping[str, str]) -> None:
        self._irregular = irregular
        self._implied: dict[str, list[tuple[int, str, str]]] = {}
        for rule in sorted(rulebook.of(CountedNouns), key=lambda rule: -rule.least):
            for noun, unit in rule.units.items():
                self._implied.setdefault(noun, []).append((rule.least, unit, rule.id))
        self._befalling = {
            verb: (unit, rule.id) for rule in rulebook.of(CountedNouns) for verb, unit in rule.verbs.items()
        }

    def unit_of(self, reading: Reading, earlier: Sequence[Reading]) -> Reading:
        """The reading with the unit that a noun before it implies, that the verb's subject counts, or that the nearest
        figure before it has; unchanged where there is none."""
        if is_compared(reading):
            return unit_of_another(reading, earlier) or reading
        own = (
            self._from_noun(reading)
            or self._from_subject(reading)
            or self._from_verb(reading)
            or self._from_pronoun(reading)
        )
        return own or unit_of_another(reading, earlier) or reading

    def _from_noun(self, reading: Reading) -> Reading | None:
        """*A death toll of 300*, *a population that has grown to 5,000*, *31 dead*."""
        assert reading.mention is not None
        following = reading.mention.doc[reading.mention.end : reading.mention.end + 1]
        if following and following[0].pos_ in {"ADJ", "VERB"} and following[0].lower_ in self._implied:
            return self._implying(reading, following[0].lower_)
        for word in _before_on_the_way(reading.mention.root, reading.mention.start):
            found = self._named_by(reading, word)
            if found is not None:
                return found
        return None

    def _named_by(self, reading: Reading, word: Token) -> Reading | None:
        """The reading with the unit that a noun implies, by itself or with the noun before it."""
        compound = next((child for child in word.children if child.dep_ == "compound"), None)
        names = [f"{compound.lower_} {lemma(word)}"] if compound is not None else []
        for name in (*names, lemma(word), str(word.lower_)):
            if name in self._implied:
                return self._implying(reading, name)
        return None

    def _implying(self, reading: Reading, noun: str) -> Reading | None:
        """The reading with the unit that the noun implies for figures of its size."""
        size = reading.quantity.value or reading.quantity.high or 0
        for least, unit, rule in self._implied[noun]:
            if size >= least:
                return reading.refined(_in_unit(reading.quantity, unit), rule)
        return None

    def _from_pronoun(self, reading: Reading) -> Reading | None:
        """*It stood at 300*, where a sentence on *the number of jobs* or *the population* goes before; *22 of them*."""
        assert reading.mention is not None
        root = reading.mention.root
        following = reading.mention.doc[reading.mention.end : reading.mention.end + 2]
        if [token.lower_ for token in following] in (["of", "them"], ["of", "these"], ["of", "those"]):
            plural = _plural_before(reading.mention[0])
            return self._counting(reading, plural) if plural is not None else None
        verb = root.head.head if root.head.pos_ == "ADP" else root.head
        subject = subject_of(verb) if verb.pos_ in {"VERB", "AUX"} else None
        if subject is None or subject.lower_ not in {"it", "this"}:
            return None
        for earlier in _subjects_before(verb):
            counted = self._of_amount(earlier)
            if counted is not None:
                return self._counting(reading, counted)
            found = self._named_by(reading, earlier)
            if found is not None:
                return found
        return None

    def _of_amount(self, noun: Token) -> Token | None:
        """What a noun such as *number* counts, in the plural."""
        if lemma(noun) not in _AMOUNTS:
            return None
        counted = [one for child in noun.children if child.lower_ == "of" for one in child.children]
        return next((one for one in counted if one.tag_ in _PLURALS or one.lower_ == "people"), None)

    def _from_subject(self, reading: Reading) -> Reading | None:
        """*The number of jobs rose to 4m*, *redundancies fell to 300*."""
        assert reading.mention is not None
        root = reading.mention.root
        direct = root.head.pos_ == "ADP" or lemma(root.head) in _HEIGHTS
        verb = root.head.head if direct else root.head
        if verb.pos_ not in {"VERB", "AUX"}:
            return None
        subject = subject_of(verb)
        for measured in (*(child for child in verb.children if child.dep_ == "dobj"), subject):
            if measured is not None and measured.i < reading.mention.start and lemma(measured) in _AMOUNTS:
                plural = self._of_amount(measured)
                return self._counting(reading, plural) if plural is not None else None
        if subject is None or subject.tag_ != "NNS" or root.head.pos_ != "ADP" or subject.i >= reading.mention.start:
            return None
        return self._counting(reading, subject)

    def _from_verb(self, reading: Reading) -> Reading | None:
        """*Two die as trawler sinks*: what befalls persons alone counts persons."""
        assert reading.mention is not None
        root = reading.mention.root
        if root.dep_ not in {"nsubj", "nsubjpass"} or lemma(root.head) not in self._befalling:
            return None
        unit, rule = self._befalling[lemma(root.head)]
        return reading.refined(with_fields(reading.quantity, unit=unit), rule)

    def _counting(self, reading: Reading, noun: Token) -> Reading:
        return reading.refined(_in_unit(reading.quantity, singular(noun, self._irregular)))


def _in_unit(quantity: Quantity, unit: str) -> Quantity:
    """The quantity with the unit; a duration where that is a span of time."""
    return with_fields(quantity, kind="duration" if unit in _SPANS else quantity.kind, unit=unit)


def _before_on_the_way(root: Token, start: int) -> Iterator[Token]:
    """The nouns before a number through which it hangs in its sentence, and the subjects of the verbs on that way."""
    word = root
    for _ in range(4):
        if word.i < start and word.pos_ in {"NOUN", "PROPN", "ADJ"}:
            yield word
        subject = subject_of(word) if word.pos_ in {"VERB", "AUX"} else None
        if subject is not None:
            yield from (child for child in word.children if child.dep_ == "dobj" and subject.i < child.i < start)
        if subject is not None and subject.i < start:
            yield subject
        if word.head.i == word.i:
            return
        word = word.head


def _plural_before(word: Token) -> Token | None:
    """The nearest plural noun before a word in its sentence or the one before that can be counted again."""
    first = word.doc[max(word.sent.start - 1, 0)].sent.start
    for i in range(word.i - 1, max(first, word.i - _FAR_BACK) - 1, -1):
        noun = word.doc[i]
        if (noun.tag_ == "NNS" or noun.lower_ == "people") and lemma(noun) not in _SPANS:
            return noun
    return None


def _subjects_before(verb: Token) -> Iterator[Token]:
    """The subjects of the clauses that a verb's clause hangs on, then that of the sentence before."""
    word = verb
    while word.head.i != word.i:
        word = word.head
        subject = subject_of(word) if word.pos_ in {"VERB", "AUX"} else None
        if subject is not None and subject.i < verb.i and subject.pos_ in {"NOUN", "PROPN"}:
            yield subject
    if verb.sent.start > 0:
        subject = subject_of(verb.doc[verb.sent.start - 1].sent.root)
        if subject is not None:
            yield subject
