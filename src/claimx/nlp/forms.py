"""What is told of tokens by word, tag and relation: parts of speech and dictionary forms, looked up where spaCy's rules
work them out word by word."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, Self

from claimx.nlp.patterns import Asked, WordPatterns

if TYPE_CHECKING:
    from spacy.lexeme import Lexeme
    from spacy.tokens import Doc

_WRITTEN: tuple[int | str, ...] = ("ORTH", "TAG", "POS", "LEMMA", "DEP")
_ASKED: tuple[int | str, ...] = ("ORTH", "TAG", "DEP")
"""All that the rules for single words look at."""
_LEARNED = ("TAG", "POS", "MORPH", "LEMMA", "DEP")

_WIDTH = 8
"""Bytes of each number in a key."""

_MOST = 50_000
"""Words with their analysis that are remembered at most; beyond, all are forgotten, and found anew."""


class Form(NamedTuple):
    """What tokens of one word, tag and relation have in common."""

    text: str
    lower: str
    tag: str
    part_of_speech: str
    lemma: str
    relation: str
    lexeme: Lexeme
    """The word's entry in the vocabulary."""


class WrittenForms:
    """The forms that stand in Docs already."""

    def __init__(self, vocab: Any) -> None:
        self._vocab = vocab
        self._known: dict[bytes, Form] = {}

    def of_docs(self, docs: Iterable[Doc]) -> list[list[Form]]:
        """A form a token for each Doc."""
        if len(self._known) > _MOST:
            self._known.clear()
        return [self._of_doc(doc) for doc in docs]

    def _of_doc(self, doc: Doc) -> list[Form]:
        keys = row_keys(doc, _WRITTEN)
        self._known.update((key, self._form(key)) for key in set(keys).difference(self._known))
        return [self._known[key] for key in keys]

    def _form(self, key: bytes) -> Form:
        from spacy.parts_of_speech import NAMES

        strings = self._vocab.strings
        orth, tag, pos, lemma, dep = _numbers(key)
        word = self._vocab[orth]
        return Form(word.text, word.lower_, strings[tag], NAMES[pos], strings[lemma], strings[dep], word)


class RuledForms:
    """The forms of tagged and parsed Docs that an attribute ruler and the lemmatizer behind it would give them. What
    they make of a word, tag and relation is found once, and once more where one of the ruler's patterns of several
    words has a part in it."""

    def __init__(self, vocab: Any, lemmatizer: Any, patterns: WordPatterns) -> None:
        self._vocab = vocab
        self._lemmatizer: Callable[[Doc], Doc] = lemmatizer
        self._patterns = patterns
        self._written = WrittenForms(vocab)
        self._known: dict[bytes, Form] = {}
        self._doubtful: set[bytes] = set()
        """Keys of the words by which patterns of several words are sought."""

    @classmethod
    def of(cls, vocab: Any, ruler: Any, lemmatizer: Any) -> Self | None:
        """The forms of two components that follow each other; None where they are not the two, or look at more than
        can be looked up."""
        from spacy.pipeline import AttributeRuler, Lemmatizer

        if not isinstance(ruler, AttributeRuler) or not isinstance(lemmatizer, Lemmatizer) or lemmatizer.mode != "rule":
            return None
        patterns = WordPatterns.of(ruler)
        if patterns is None:
            return None
        index = lemmatizer.lookups.get_table("lemma_index", {})
        for part_of_speech, words in index.items():
            index[part_of_speech] = frozenset(words)  # it is a list, which is gone through for every word
        return cls(vocab, lemmatizer, patterns)

    def of_docs(self, docs: Iterable[Doc]) -> list[list[Form]]:
        """A form a token for each Doc."""
        if len(self._known) > _MOST:
            self._known.clear()
            self._doubtful.clear()
        keys = [row_keys(doc, _ASKED) for doc in docs]
        self._learn(keys)
        doubtful = [one for one in keys if not self._doubtful.isdisjoint(one)]
        for one in doubtful:
            for at, number in [*self._patterns.longer([*map(self._asked, one)])]:
                one[at] += number.to_bytes(_WIDTH, sys.byteorder)
        self._learn(doubtful)
        return [[self._known[key] for key in one] for one in keys]

    def _asked(self, key: bytes) -> Asked:
        strings = self._vocab.strings
        orth, tag, dep = _numbers(key)[: len(_ASKED)]
        return Asked(strings[orth], strings[tag], strings[dep])

    def _learn(self, wanted: Iterable[Iterable[bytes]]) -> None:
        """Finds the forms of new words, which are put together in one Doc. A key may end with the numbers of patterns
        of several words."""
        from spacy.tokens import Doc

        keys = [key for key in dict.fromkeys(key for one in wanted for key in one) if key not in self._known]
        if not keys:
            return
        asked = [self._asked(key) for key in keys]
        self._doubtful.update(key for key, one in zip(keys, asked, strict=True) if self._patterns.seeks(one))
        doc = Doc(self._vocab, words=[one.word for one in asked], spaces=[False] * len(asked))
        ruled = [self._ruled(one, _numbers(key)[len(_ASKED) :]) for key, one in zip(keys, asked, strict=True)]
        _set(doc, [tuple(values.get(name, 0) for name in _LEARNED) for values in ruled])
        [forms] = self._written.of_docs([self._lemmatizer(doc)])
        self._known.update(zip(keys, forms, strict=True))

    def _ruled(self, asked: Asked, longer: Sequence[int]) -> Mapping[str, int]:
        strings = self._vocab.strings
        return {"TAG": strings[asked.tag], "DEP": strings[asked.relation], **self._patterns.apply(asked, longer)}


def row_keys(doc: Doc, columns: Sequence[int | str]) -> list[bytes]:
    """A key a token: the same for all that have the same values in the columns."""
    array = doc.to_array([*columns])
    keys: list[bytes] = array.view(f"V{array.itemsize * len(columns)}").ravel().tolist()
    return keys


def _numbers(key: bytes) -> list[int]:
    return memoryview(key).cast("Q").tolist()


def _set(doc: Any, values: Sequence[tuple[int, ...]]) -> None:
    import numpy

    doc.from_array(_LEARNED, numpy.array(values, dtype=numpy.uint64))
