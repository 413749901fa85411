"""Takes over from spaCy's objects what it found, all of a text at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from claimx.nlp.tokens import Doc, Span, Token

if TYPE_CHECKING:
    from spacy import tokens as spacy
    from spacy.lexeme import Lexeme

_Form = tuple[str, str, str, str, str, str, "Lexeme"]
"""Text, small letters, tag, part of speech, dictionary form, relation, entry in the vocabulary."""

_FORM: list[int | str] = ["ORTH", "TAG", "POS", "LEMMA", "DEP"]
_PLACE: list[int | str] = ["HEAD", "SENT_START", "SPACY", "ENT_IOB", "ENT_TYPE"]
_BEGINS, _INSIDE = 3, 1
_IOB = ("", "I", "O", "B")

_MOST = 50_000
"""Words with their analysis that are remembered at most; beyond, all are forgotten."""


class DocReader:
    """Reads the Docs of one vocabulary. What is told of words by numbers is looked up once."""

    def __init__(self, vocab: Any) -> None:
        self._vocab = vocab
        self._known: dict[bytes, _Form] = {}

    def read(self, analysed: spacy.Doc, text: str) -> Doc:
        """The Doc of a text."""
        doc = Doc(text)
        if not len(analysed):
            return doc
        tokens = doc.tokens = [Token() for _ in range(len(analysed))]
        places = analysed.to_array(_PLACE).astype("int64").tolist()
        strings = self._vocab.strings
        offset = 0
        for i, (token, form, place) in enumerate(zip(tokens, self._forms(analysed), places, strict=True)):
            head, _, blank, iob, label = place
            token.doc, token.i, token.idx = doc, i, offset
            token.text, token.lower_, token.tag_, token.pos_, token.lemma_, token.dep_, token.lexeme = form
            token.head, token.children = tokens[i + head], []
            token.whitespace_ = " " if blank else ""
            token.ent_iob_, token.ent_type_ = _IOB[iob], strings[label] if label else ""
            offset += len(token.text) + blank
        for token in tokens:
            if token.head is not token:
                token.head.children.append(token)
        starts = [i for i, place in enumerate(places) if place[1] == 1 or i == 0]
        doc.sents = [Span(doc, first, end) for first, end in pairwise([*starts, len(tokens)])]
        for sentence in doc.sents:
            for token in sentence:
                token.sent = sentence
        doc.ents = [*_entities(doc, [place[3] for place in places])]
        return doc

    def _forms(self, analysed: spacy.Doc) -> list[_Form]:
        array = analysed.to_array(_FORM)
        keys = array.view(f"V{array.itemsize * len(_FORM)}").ravel().tolist()
        if len(self._known) > _MOST:
            self._known.clear()
        for key, numbers in zip(keys, array, strict=True):
            if key not in self._known:
                self._known[key] = self._form(numbers.tolist())
        return [self._known[key] for key in keys]

    def _form(self, numbers: Sequence[int]) -> _Form:
        from spacy.parts_of_speech import NAMES

        strings = self._vocab.strings
        orth, tag, pos, lemma, dep = numbers
        word = self._vocab[orth]
        return word.text, word.lower_, strings[tag], NAMES[pos], strings[lemma], strings[dep], word


def _entities(doc: Doc, marks: Sequence[int]) -> Iterator[Span]:
    for first, mark in enumerate(marks):
        if mark == _BEGINS:
            end = next((i for i in range(first + 1, len(marks)) if marks[i] != _INSIDE), len(marks))
            yield Span(doc, first, end, doc.tokens[first].ent_type_)
