"""Takes over from spaCy's objects what it found, all of a text at once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from claimx.nlp.forms import Form
from claimx.nlp.tokens import Doc, Span, Token

if TYPE_CHECKING:
    from spacy import tokens as spacy

_PLACE: list[int | str] = ["HEAD", "SENT_START", "SPACY", "ENT_IOB", "ENT_TYPE"]
_BLANKS = re.compile(" {2,}")
_IOB = ("", "I", "O", "B")
_LEAF: tuple[Token, ...] = ()


def squeezed(text: str) -> str:
    """The text with one blank for several, and none at its ends: spaCy takes each further blank for a word, which comes
    between a number and what it counts."""
    return (_BLANKS.sub(" ", text).strip(" ") or text) if "  " in text or text[:1] == " " else text


def read(text: str, analysed: spacy.Doc, forms: Sequence[Form]) -> Doc:
    """The Doc of a text from spaCy's of the squeezed text, and what is told of each of its tokens by its word."""
    doc = Doc(text)
    places = analysed.to_array(_PLACE).astype("int64").tolist()
    tokens = doc.tokens = [Token() for _ in places]
    strings = analysed.vocab.strings
    sentences: list[Span] = []
    offset = len(text) - len(text.lstrip(" ")) if forms and forms[0].text[:1] != " " else 0
    for i, (token, form, place) in enumerate(zip(tokens, forms, places, strict=True)):
        head, starts, blank, iob, label = place
        if starts == 1 or not i:
            sentences.append(Span(doc, i, i))
        token.doc, token.i, token.idx = doc, i, offset
        token.text, token.lower_, token.tag_, token.pos_, token.lemma_, token.dep_, token.lexeme = form
        token.head, token.children, token.sent = tokens[i + head], _LEAF, sentences[-1]
        token.whitespace_ = " " if blank else ""
        token.ent_iob_, token.ent_type_ = _IOB[iob], strings[label] if label else ""
        sentences[-1].end = i + 1
        offset += len(form.text) + blank
        while blank and text[offset : offset + 1] == " ":
            offset += 1
    _hang(tokens)
    doc.sents = sentences
    doc.ents = [*_entities(doc)]
    return doc


def _hang(tokens: Sequence[Token]) -> None:
    """Tells each token its dependents."""
    children: dict[int, list[Token]] = {}
    for token in tokens:
        if token.head is not token:
            children.setdefault(token.head.i, []).append(token)
    for i, found in children.items():
        tokens[i].children = found


def _entities(doc: Doc) -> Iterator[Span]:
    for token in doc.tokens:
        if token.ent_iob_ == "B":
            end = next((i for i in range(token.i + 1, len(doc)) if doc.tokens[i].ent_iob_ != "I"), len(doc))
            yield Span(doc, token.i, end, token.ent_type_)
