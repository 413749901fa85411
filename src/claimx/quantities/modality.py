"""How firmly a quantity is asserted: as it is, foreseen, proposed, supposed, denied or asked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimx.model import Modality
from claimx.quantities.reading import Reading
from claimx.rulebook import Rulebook
from claimx.rulebook.kinds.wording import ModalityWords

if TYPE_CHECKING:
    from spacy.tokens import Token

_Found = tuple[Modality, str]
_WEIGHT: dict[Modality, int] = {
    "actual": 0,
    "forecast": 1,
    "proposal": 2,
    "hypothetical": 3,
    "denied": 4,
    "question": 5,
}
"""Of several modalities on the way up from the number, the weightiest stands."""


class Modalities:
    """Reads modality by the words of one rulebook."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._verbs: dict[str, _Found] = {}
        self._nouns: dict[str, _Found] = {}
        self._auxiliaries: dict[str, _Found] = {}
        self._markers: dict[str, _Found] = {}
        for rule in rulebook.of(ModalityWords):
            found = (rule.modality, rule.id)
            self._verbs.update(dict.fromkeys(rule.verbs, found))
            self._nouns.update(dict.fromkeys(rule.nouns, found))
            self._auxiliaries.update(dict.fromkeys(rule.auxiliaries, found))
            self._markers.update(dict.fromkeys(rule.markers, found))

    def of(self, reading: Reading) -> _Found | None:
        """The modality of a reading and the rule that gives it; None where it is asserted as it is."""
        root = reading.root
        if root is None:
            return None
        found = [one for one in self._signs(root, reading) if one is not None]
        return max(found, key=lambda one: _WEIGHT[one[0]], default=None)

    def _signs(self, root: Token, reading: Reading) -> Iterator[_Found | None]:
        """What each word on the way from the number up to the sentence's root says, the nearest first."""
        sentence = root.sent
        if sentence[-1].text == "?" or (len(sentence) > 1 and sentence[-1].is_quote and sentence[-2].text == "?"):
            yield "question", "modality.question"
        yield from self._denials(reading)
        word, reported = root, False
        for _ in range(40):
            if not reported:
                yield from self._at(word, word.i == root.i)
            if word.head.i == word.i:
                return
            reported = reported or _is_reported(word)
            word = word.head
            if reported and word.pos_ == "VERB":
                yield self._verbs.get(word.lemma_.lower())
                reported = True

    def _at(self, word: Token, is_root: bool) -> Iterator[_Found | None]:
        if word.pos_ in {"NOUN", "PROPN"}:
            yield self._nouns.get(word.lemma_.lower())
            for child in word.children:
                if child.dep_ in {"amod", "compound"}:
                    yield self._nouns.get(child.lemma_.lower()) or self._verbs.get(child.lemma_.lower())
        if word.pos_ not in {"VERB", "AUX"}:
            return
        if not is_root:
            yield self._verbs.get(word.lemma_.lower())
        for child in word.children:
            if child.dep_ in {"aux", "auxpass"}:
                yield self._auxiliaries.get(child.lemma_.lower()) or self._auxiliaries.get(child.lower_)
            elif child.dep_ in {"mark", "advmod", "acomp"}:
                yield self._markers.get(child.lower_)
            elif child.dep_ == "advcl":
                yield from (self._markers.get(mark.lower_) for mark in child.children if mark.dep_ == "mark")
            elif child.dep_ == "neg" and word.pos_ == "VERB":
                yield None

    def _denials(self, reading: Reading) -> Iterator[_Found | None]:
        """*Not 300*, *no £3m fund*: a denial right before the number."""
        assert reading.mention is not None
        first = reading.mention[0]
        if first.i > first.sent.start:
            before = first.doc[first.i - 1]
            if before.lower_ in {"not", "no", "never"}:
                yield self._markers.get(before.lower_)


def _is_reported(word: Token) -> bool:
    """Whether the word heads what somebody said: the saying itself is not what the number's modality is."""
    return word.dep_ == "ccomp" and word.head.pos_ == "VERB"
