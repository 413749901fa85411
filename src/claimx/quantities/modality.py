"""How firmly a quantity is asserted: as it is, foreseen, proposed, supposed, denied or asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from claimx.model import Modality
from claimx.nlp.phrases import lemma
from claimx.quantities.reading import Reading
from claimx.rulebook import Rulebook
from claimx.rulebook.kinds.wording import ModalityWords

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

Found = tuple[Modality, str]
"""A modality and the rule that gives it."""
_LONGEST_WAY = 40
_WEIGHT: dict[Modality, int] = {
    "actual": 0,
    "forecast": 1,
    "proposal": 2,
    "hypothetical": 3,
    "denied": 4,
    "question": 5,
}
"""Of several modalities on the way up from the number, the weightiest stands."""


_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_ASIDE = frozenset({"relcl", "advcl", "parataxis"})
"""A finite clause of one of these kinds stands for itself: what governs it says nothing of its figures."""


class Modalities:
    """Reads modality by the words of one rulebook."""

    def __init__(self, rulebook: Rulebook) -> None:
        rules = rulebook.of(ModalityWords)
        self._verbs = _lexicon((rule, rule.verbs) for rule in rules)
        self._nouns = _lexicon((rule, rule.nouns) for rule in rules)
        self._auxiliaries = _lexicon((rule, rule.auxiliaries) for rule in rules)
        self._markers = _lexicon((rule, rule.markers) for rule in rules)
        self._undertakings = _lexicon((rule, rule.undertakings) for rule in rules)
        self._ventures = _lexicon((rule, rule.ventures) for rule in rules)
        self._purpose = next(((rule.modality, rule.id) for rule in rules if rule.undertakings), None)
        self._asking = next((rule.id for rule in rules if rule.modality == "question"), "")

    def of(self, reading: Reading) -> Found | None:
        """The modality of a reading and the rule that gives it; None where it is asserted as it is."""
        if reading.root is None:
            return None
        found = [one for one in self._signs(reading.root, reading) if one is not None]
        return max(found, key=lambda one: _WEIGHT[one[0]], default=None)

    def _signs(self, root: Token, reading: Reading) -> Iterator[Found | None]:
        """What the words on the way from the number up to the end of its clause say, the nearest first."""
        if _asks(root.sent):
            yield "question", self._asking
        yield from self._denials(root, reading)
        word, came_from = root, root
        for _ in range(_LONGEST_WAY):
            yield from self._at(word, came_from, reading)
            if word.head.i == word.i:
                return
            if _is_finite(word) and word.dep_ in _ASIDE and not _is_copula(word):
                yield self._nouns.get(lemma(word.head)) if word.head.pos_ == "NOUN" else None
                return
            if word.dep_ == "advcl" and _is_purpose(word) and _is_new_object(root, reading):
                yield self._purpose
            if word.dep_ == "ccomp" and _is_finite(word):
                yield self._verbs.get(lemma(word.head))
                return
            came_from, word = word, word.head

    def _at(self, word: Token, came_from: Token, reading: Reading) -> Iterator[Found | None]:
        if word.pos_ in {"NOUN", "PROPN"}:
            yield self._nouns.get(lemma(word))
            for child in word.children:
                if child.dep_ in {"amod", "compound"} and child.i < word.i:
                    yield self._nouns.get(child.lower_)
        elif word.pos_ == "ADJ" and came_from.i > word.i:
            yield self._verbs.get(word.lower_)
        elif word.pos_ in {"VERB", "AUX"}:
            if lemma(word) == "go" and word.tag_ == "VBG" and came_from.dep_ == "xcomp":
                yield self._auxiliaries.get("will")
                yield self._undertakings.get(lemma(came_from))
            yield self._verbs.get(lemma(word)) if came_from.i != word.i else None
            yield from self._around_verb(word, reading)

    def _around_verb(self, verb: Token, reading: Reading) -> Iterator[Found | None]:
        """What a verb's auxiliaries, conjunctions and *under the plan* say."""
        future = False
        for child in verb.children:
            if child.dep_ in {"aux", "auxpass"}:
                auxiliary = self._auxiliaries.get(child.lower_)
                future = future or (auxiliary is not None and auxiliary[0] == "forecast")
                yield auxiliary
            elif child.dep_ in {"mark", "advmod", "acomp"}:
                yield self._markers.get(child.lower_)
            elif child.dep_ == "advcl":
                yield from (self._markers.get(mark.lower_) for mark in child.children if mark.dep_ == "mark")
            elif child.dep_ == "prep" and child.lower_ == "under":
                yield from (self._nouns.get(lemma(noun)) for noun in child.children)
            elif child.dep_ == "nsubj" and (verb.tag_ in {"VBZ", "VBP"} or future):
                yield self._nouns.get(lemma(child))
        if future:
            yield self._undertakings.get(lemma(verb))
            yield self._ventures.get(lemma(reading.noun.head)) if reading.noun is not None else None

    def _denials(self, root: Token, reading: Reading) -> Iterator[Found | None]:
        """*Not 300*, *no £3m fund*, *did not lose 300 jobs*; what *the* makes known is not denied."""
        assert reading.mention is not None
        first = reading.mention[0]
        before = first.doc[first.i - 1] if first.i > first.sent.start else None
        if before is not None and before.lower_ in {"not", "no", "never"}:
            yield self._markers.get(before.lower_)
        verb = root.head.head if root.head.pos_ == "ADP" else root.head
        definite = before is not None and before.tag_ in {"DT", "PRP$", "POS"}
        for child in verb.children:
            if child.dep_ == "neg" and child.i < first.i and not definite and verb.i < root.i:
                yield self._markers.get("not")


def _lexicon(entries: Iterable[tuple[ModalityWords, tuple[str, ...]]]) -> dict[str, Found]:
    return {word: (rule.modality, rule.id) for rule, words in entries for word in words}


def _asks(sentence: Span) -> bool:
    return any(token.text == "?" for token in sentence[-2:])


def _is_copula(verb: Token) -> bool:
    """Whether a clause only says what something is, in the world of the clause around it: *which is 1% less*."""
    return verb.tag_ in {"VBZ", "VBP"} and lemma(verb) == "be"


def _is_new_object(root: Token, reading: Reading) -> bool:
    """Whether the quantity is a verb's object that nothing marks as known already."""
    assert reading.mention is not None
    first = reading.mention[0]
    before = first.doc[first.i - 1] if first.i > first.sent.start else None
    return root.dep_ in {"dobj", "npadvmod"} and (before is None or before.tag_ not in {"DT", "PRP$", "POS"})


def _is_purpose(verb: Token) -> bool:
    """Whether an adverbial clause says what something is for: *a project to provide 6,000 homes*."""
    return any(child.tag_ == "TO" and child.dep_ == "aux" for child in verb.children)


def _is_finite(word: Token) -> bool:
    """Whether a verb has a tense or a modal of its own."""
    if word.pos_ not in {"VERB", "AUX"}:
        return False
    return word.tag_ in _FINITE or any(child.tag_ in _FINITE for child in word.children if child.dep_[:3] == "aux")
