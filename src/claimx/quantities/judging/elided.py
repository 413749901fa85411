"""Units that a bare number leaves out: implied by the noun before it, or named earlier in the text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from msgspec.structs import replace as with_fields

from claimx.model import Quantity
from claimx.nlp.phrases import lemma, singular, subject_of
from claimx.quantities.judging.reading import Reading
from claimx.rulebook import Rulebook
from claimx.rulebook.kinds.wording import CountedNouns

if TYPE_CHECKING:
    from spacy.tokens import Token

_AMOUNTS = frozenset({"number", "total", "count", "figure"})
_PLURALS = frozenset({"NNS", "NNPS"})
_BACK = 2
"""Sentences before its own in which a number's unit may stand."""
_FIGURES_BACK = 30
"""Figures before a number among which its unit is looked for; a table in one line may hold thousands."""
_CARRIED = frozenset({"count", "money", "percentage", "duration", "measure"})
_FACTOR = 20
"""How many times one figure may be another of the same unit that is left out."""
_SIZES = frozenset(
    {"increase", "rise", "gain", "fall", "drop", "total", "average", "number", "mean", "limit", "maximum", "minimum"}
)
"""Nouns before *of* that only say how a figure is meant, and leave its unit open."""
_SPANS = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "decade"})
_HEIGHTS = frozenset({"record", "high", "low", "peak", "total"})
"""Nouns between a verb and its figure: *hit a record 48,100*."""
_LASTING = frozenset(
    {"take", "last", "wait", "spend", "be", "for", "work", "sleep", "train", "stay", "serve", "play", "run"}
)
_FAR_BACK = 60
"""Words before a number among which what *them* stands for is looked for."""
_OBJECTS = frozenset({"dobj", "attr", "pobj", "npadvmod", "oprd", "acomp", "conj", "ROOT", "appos", "nummod", "dep"})


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
        if _is_compared(reading):
            return _from_figure(reading, earlier) or reading
        own = (
            self._from_noun(reading)
            or self._from_subject(reading)
            or self._from_verb(reading)
            or self._from_pronoun(reading)
        )
        return own or _from_figure(reading, earlier) or reading

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


def _from_figure(reading: Reading, earlier: Sequence[Reading]) -> Reading | None:
    """*Some 700 came, with 150 on horseback*; *a rise of 11 per cent; it has offered six*; *51 days, against 33*.

    A count passes its unit on to any number; what is no count to an object alone, and to a figure of like size. What a
    figure is compared with has its unit, whatever that is.
    """
    assert reading.mention is not None
    root = reading.mention.root
    if reading.mention.text.lower() == "one":
        return None
    near = list(_usable(earlier, _sentences_back(root)))
    if near and _is_compared(reading):
        return _with_unit_of(near[0], reading)
    governor = root.head
    if governor.lower_ == "of" and _owns(governor.head):
        near = [other for other in near if other.quantity.kind == "money" and _in_sentence(other, root)]
    within = [other for other in near if other.quantity.kind == "count" and _in_sentence(other, root)]
    if within:
        return _with_unit_of(next((other for other in within if _of_like_size(other, reading)), within[0]), reading)
    for other in near:
        if other.quantity.kind == "count" or (root.dep_ in _OBJECTS and _alike(other, reading, lemma(governor))):
            return _with_unit_of(other, reading)
    return None


def _owns(noun: Token) -> bool:
    """Whether what stands before *of* has a measure of its own, so that no unit can be carried past it."""
    return (noun.pos_ in {"NOUN", "PROPN"} or noun.tag_ == "JJS") and lemma(noun) not in _SIZES


def _in_sentence(reading: Reading, token: Token) -> bool:
    return reading.mention is not None and reading.mention[0].sent.start == token.sent.start


def _is_compared(reading: Reading) -> bool:
    """Whether the number is what another is compared with: *compared with 33*, *instead of seven*."""
    assert reading.mention is not None
    first = reading.mention.start
    before = reading.mention.doc[max(0, first - 2) : first]
    words = [token.lower_ for token in before]
    return words[-1:] in (["against"], ["versus"]) or words in (
        ["compared", "with"],
        ["compared", "to"],
        ["instead", "of"],
    )


def _with_unit_of(other: Reading, reading: Reading) -> Reading:
    """The reading with another's unit; over the same denominator where that is part of the unit (*34 mpg*), or where
    the two are compared (*three hours a day, against five*)."""
    kept = other.quantity.kind == "measure" or _is_compared(reading)
    per = reading.quantity.per or (other.quantity.per if kept else None)
    kind, unit = other.quantity.kind, other.quantity.unit
    return reading.refined(with_fields(reading.quantity, kind=kind, unit=unit, per=per))


def _usable(earlier: Sequence[Reading], sentences: frozenset[int]) -> Iterator[Reading]:
    """The figures with units in the given sentences, the nearest first."""
    for other in islice(reversed(earlier), _FIGURES_BACK):
        quantity = other.quantity
        if not quantity.unit or quantity.kind not in _CARRIED or other.candidate.ordinal:
            continue
        if other.mention is None or other.mention[0].sent.start not in sentences:
            return
        if not _is_a_name(other) and not _is_bracketed(other):
            yield other


def _alike(other: Reading, reading: Reading, verb: str) -> bool:
    """Whether a figure of another kind can lend its unit: it is of a like size, and a span of time is what is spent."""
    kind = other.quantity.kind
    if (kind == "duration" and verb not in _LASTING) or (kind == "percentage" and _is_prepositional(reading)):
        return False
    return _of_like_size(other, reading)


def _of_like_size(other: Reading, reading: Reading) -> bool:
    """Whether neither of two figures is out of all proportion to the other."""
    first = other.quantity.value or other.quantity.high
    second = reading.quantity.value or reading.quantity.high
    return (
        bool(first and second) and first is not None and second is not None and 1 / _FACTOR < second / first < _FACTOR
    )


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


def _is_prepositional(reading: Reading) -> bool:
    return reading.mention is not None and reading.mention.root.dep_ == "pobj"


def _sentences_back(token: Token) -> frozenset[int]:
    """Where the token's sentence and the few before it start."""
    starts = [token.sent.start]
    while starts[-1] > 0 and len(starts) <= _BACK:
        starts.append(token.doc[starts[-1] - 1].sent.start)
    return frozenset(starts)


def _is_bracketed(reading: Reading) -> bool:
    """Whether the figure only says another again in brackets: *94m euros ($102m)*."""
    assert reading.mention is not None
    return reading.mention.start > 0 and reading.mention.doc[reading.mention.start - 1].text in {"(", "["}


def _is_a_name(reading: Reading) -> bool:
    return reading.noun is not None and reading.noun.head.tag_ == "NNP"
