"""The claims of a run in columns: what they are compared by, in arrays of numbers beside the records themselves."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence

from claimx.model import Claim
from claimx.resolve.retelling import Wording
from claimx.resolve.strength import strength_of
from claimx.resolve.vocabulary import Learned, Vocabulary

_KEPT = 512
"""Sentences whose words are kept as sets: those of a block, and of a document, are compared after each other."""

Titles = Mapping[str, str | None]
"""Each document's title."""


class Table:
    """The claims, each known by its place. The claims of a document, and of a sentence, follow each other.

    `learned` tells of the words of a whole run, where these are a part of its claims.
    """

    def __init__(
        self, claims: Sequence[Claim], titles: Titles, wording: Wording, learned: Learned | None = None
    ) -> None:
        self.claims = claims
        self.titles = titles
        self.wording = wording
        self.vocabulary = Vocabulary(wording)
        self.in_title = bytearray(len(claims))
        self.leading = bytearray(len(claims))
        """Claims of a title, or of the first sentence after it that has any: what the text is about."""
        self.strength = array("f")
        """How telling each claim's figure is by itself."""
        self.twins: dict[int, tuple[int, int]] = {}
        """Claims of one surface in one sentence: the first of them, and how many claims after it this one is."""
        self._sentences: dict[int, frozenset[int]] = {}
        self._weights: dict[int, float] = {}
        self._sentence_of = array("i")
        self._sentence_starts, self._words = array("i", (0,)), array("i")
        self._subject_starts, self._subject_words = array("i", (0,)), array("i")
        self._fill(titles)
        if learned is None:
            self.vocabulary.weigh(self._words, len(self._sentence_starts))
        else:
            self.vocabulary.learn(learned)

    def _fill(self, titles: Titles) -> None:
        numbers = self.vocabulary.numbers
        words, sentence_starts, sentence_of = self._words, self._sentence_starts, self._sentence_of
        subject_words, subject_starts = self._subject_words, self._subject_starts
        here: dict[str, int] = {}
        units: dict[str, list[int]] = {}
        first: Claim | None = None
        opened, sentence = "", -1
        for index, claim in enumerate(self.claims):
            if first is None or not in_sentence_of(first, claim):
                first, here = claim, {}
                words.extend(numbers(claim.sentence))
                sentence_starts.append(len(words))
                sentence += 1
                title = titles.get(claim.document)
                titled = title is not None and claim.sentence in title
                leading = titled or opened != claim.document
                if not titled:
                    opened = claim.document
            sentence_of.append(sentence)
            self.strength.append(strength_of(claim))
            if leading:
                self.leading[index] = 1
                self.in_title[index] = titled
            twin = here.setdefault(claim.surface, index)
            if twin != index:
                self.twins[index] = twin, self.twins.setdefault(twin, (twin, 0))[1] + index - twin
            if claim.subject:
                subject_words.extend(numbers(claim.subject))
            unit = claim.unit
            if unit and claim.kind == "count":
                if unit not in units:
                    units[unit] = numbers(unit)
                subject_words.extend(units[unit])
            subject_starts.append(len(subject_words))

    def __len__(self) -> int:
        return len(self.claims)

    def words(self, index: int) -> array[int]:
        """Numbers of the content words of the claim's sentence, in its order."""
        at = self._sentence_of[index]
        return self._words[self._sentence_starts[at] : self._sentence_starts[at + 1]]

    def sentence(self, index: int) -> frozenset[int]:
        """The same as a set."""
        at = self._sentence_of[index]
        known = self._sentences.get(at)
        if known is None:
            if len(self._sentences) >= _KEPT:
                self._sentences.clear()
                self._weights.clear()
            known = self._sentences[at] = frozenset(self.words(index))
        return known

    def weight(self, index: int) -> float:
        """How telling the words of the claim's sentence are together."""
        at = self._sentence_of[index]
        known = self._weights.get(at)
        if known is None:
            known = self._weights[at] = self.vocabulary.sum(self.sentence(index))
        return known

    def subject(self, index: int) -> frozenset[int]:
        """Numbers of the content words of what the claim measures; of a count, with those of what is counted."""
        return frozenset(self._subject_words[self._subject_starts[index] : self._subject_starts[index + 1]])

    def in_one_sentence(self, one: int, other: int) -> bool:
        """Whether both stand in one and the same sentence, not in two of the same words."""
        return self._sentence_of[one] == self._sentence_of[other]

    def documents(self) -> Iterator[range]:
        """The places of each document's claims."""
        start = 0
        document: str | None = None
        for index, claim in enumerate(self.claims):
            if index and claim.document != document:
                yield range(start, index)
                start = index
            document = claim.document
        if document is not None:
            yield range(start, len(self.claims))


def in_sentence_of(first: Claim, claim: Claim) -> bool:
    """Whether both stand in one sentence, and not in two sentences of the same words."""
    if claim.sentence != first.sentence or claim.document != first.document:
        return False
    return abs(claim.start - first.start) < len(claim.sentence)
