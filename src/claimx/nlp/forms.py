"""Parts of speech and dictionary forms, looked up where spaCy's rules work them out word by word."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Self

from claimx.nlp.patterns import WordPatterns

if TYPE_CHECKING:
    from spacy.tokens import Doc

_Key = tuple[int, ...]
"""A word, its tag and its relation to its head: all that the rules for single words look at."""

_Forms = tuple[int, ...]
"""Tag, part of speech, dictionary form and relation, as the rules leave them."""

_ASKED = ("ORTH", "TAG", "DEP")
_SET = ("TAG", "POS", "LEMMA", "DEP")
_LEARNED = ("TAG", "POS", "MORPH", "LEMMA", "DEP")

_MOST = 200_000
"""Keys to remember at most; beyond, all are forgotten, and found anew."""


class WordForms:
    """Does what an attribute ruler and the lemmatizer behind it do, but for morphology. What they make of a word, tag
    and relation is found once. Docs that may hold one of the ruler's patterns of several words are left to them."""

    def __init__(self, vocab: Any, ruler: Any, lemmatizer: Any, patterns: WordPatterns) -> None:
        self._vocab = vocab
        self._ruler: Callable[[Doc], Doc] = ruler
        self._lemmatizer: Callable[[Doc], Doc] = lemmatizer
        self._patterns = patterns
        self._known: dict[_Key, _Forms | None] = {}

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
        return cls(vocab, ruler, lemmatizer, patterns)

    def complete(self, docs: list[Doc]) -> None:
        """Sets tags, parts of speech, dictionary forms and relations of tagged and parsed Docs."""
        keys: list[list[_Key]] = [[*map(tuple, doc.to_array([*_ASKED]).tolist())] for doc in docs]
        if len(self._known) > _MOST:
            self._known.clear()
        self._learn([key for key in dict.fromkeys(key for one in keys for key in one) if key not in self._known])
        for number, doc in enumerate(docs):
            forms = [known for key in keys[number] if (known := self._known[key]) is not None]
            if len(forms) < len(doc):
                docs[number] = self._lemmatizer(self._ruler(doc))
            elif forms:
                _set(doc, _SET, forms)

    def _learn(self, keys: Sequence[_Key]) -> None:
        """Finds the forms of new words, which are put together in one Doc; those that may belong to a pattern of
        several words are known to be left out."""
        from spacy.tokens import Doc

        strings = self._vocab.strings
        ruled: dict[_Key, Mapping[str, int]] = {}
        for key in keys:
            orth, tag, dep = key
            values = self._patterns.apply(strings[orth], strings[tag], strings[dep])
            if values is None:
                self._known[key] = None
            else:
                ruled[key] = {"TAG": tag, "DEP": dep, **values}
        if not ruled:
            return
        words = [strings[orth] for orth, _, _ in ruled]
        doc = Doc(self._vocab, words=words, spaces=[False] * len(words))
        _set(doc, _LEARNED, [tuple(values.get(name, 0) for name in _LEARNED) for values in ruled.values()])
        found = self._lemmatizer(doc).to_array([*_SET]).tolist()
        self._known.update(zip(ruled, map(tuple, found), strict=True))


def _set(doc: Any, names: Sequence[str], values: Sequence[tuple[int, ...]]) -> None:
    import numpy

    doc.from_array(names, numpy.array(values, dtype=numpy.uint64))
