"""Takes over from spaCy's objects what it found, all of a text at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from claimx.nlp.forms import Form
from claimx.nlp.tokens import Doc, Span, Token

if TYPE_CHECKING:
    from spacy import tokens as spacy

_PLACE: list[int | str] = ["HEAD", "SENT_START", "SPACY", "ENT_IOB", "ENT_TYPE"]
_IOB = ("", "I", "O", "B")
_LEAF: tuple[Token, ...] = ()


def read(text: str, analysed: spacy.Doc, forms: Sequence[Form]) -> Doc:
    """The Doc of a text from spaCy's, and what is told of each of its tokens by its word."""
    doc = Doc(text)
    places = analysed.to_array(_PLACE).astype("int64").tolist()
    tokens = doc.tokens = [Token() for _ in places]
    strings = analysed.vocab.strings
    sentences: list[Span] = []
    offset = 0
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
