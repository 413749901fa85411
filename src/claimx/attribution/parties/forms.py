"""People whom their names' own form shows: by a title before them (*Insp Lopes*), or by letters after them (*Leila
Tarn KC*)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimx.attribution.parties.spots import is_capital, is_name_word
from claimx.attribution.parties.vocabulary import Vocabulary
from claimx.nlp import Doc, Token

_MAX_NAME = 4
"""Tokens."""

Person = tuple[int, int, str]
"""First and last token (exclusive) of a name without titles and letters, and the rule that tells."""


class PersonForms:
    """Finds such names by the rules of one vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary

    def titled(self, doc: Sequence[Token]) -> Iterator[Person]:
        """Capitalised words after a title; after a word that names other things too (*Major*, *Speaker*), only what
        else is seen to be a person."""
        for token in doc:
            title = self._vocabulary.title(token.text)
            if title is None or token.i + 1 >= len(doc):
                continue
            first = last = token.i + 1 + (doc[token.i + 1].text == ".")
            while last < len(doc) and last - first < _MAX_NAME and is_name_word(doc[last]):
                last += 1
            titles = (i + 1 for i in range(last - 1, first - 1, -1) if self._vocabulary.title(doc[i].text) is not None)
            first = next(titles, first)
            while last - first > 1 and self._vocabulary.post_nominal(doc[last - 1].text) is not None:
                last -= 1
            telling = title.telling or title.style not in ("rank", "office")
            sure = first < last and (telling or self._is_person(doc[first:last]))
            if sure and doc[last - 1].text not in self._vocabulary.organisation_words:
                yield first, last, title.id

    def lettered(self, doc: Sequence[Token]) -> Iterator[Person]:
        """The names before letters; where those stand elsewhere, too, only what else is seen to be a person."""
        for token in doc:
            letters = self._vocabulary.post_nominal(token.text) if token.text[:1].isupper() else None
            last = before_letters(token.doc, token.i, self._vocabulary) if letters is not None else 0
            if letters is None or last == token.i + 1:
                continue
            first = last
            while first > 0 and last - first < _MAX_NAME and self._is_part(doc[first - 1]):
                first -= 1
            titled = first > 0 and self._vocabulary.title(doc[first - 1].text) is not None
            whole = last - first >= 2 - titled and is_capital(doc[first])
            if whole and (letters.telling or self._is_person(doc[first:last])):
                yield first, last, letters.id

    def _is_part(self, token: Token) -> bool:
        """Is it a word of somebody's name, and no office before it?"""
        word = token.text
        other = self._vocabulary.title(word) is not None or self._vocabulary.noun(word, "role") is not None
        return is_name_word(token) and not other and token.ent_type_ != "NORP"

    def _is_person(self, name: Sequence[Token]) -> bool:
        person = name[0].ent_type_ == "PERSON" or (len(name) > 1 and name[0].text in self._vocabulary.given)
        return person and not any(self._vocabulary.title(token.text) for token in name)


def before_letters(doc: Doc, at: int, vocabulary: Vocabulary) -> int:
    """The end of the name before the letters that end with the token at a place, past a comma before each; the token
    after the place where it is no letters."""
    last = at + 1
    while last > 1 and vocabulary.post_nominal(doc[last - 1].text) is not None:
        last -= 1 + (doc[last - 2].text == ",")
    return last


def after_letters(doc: Doc, at: int, vocabulary: Vocabulary) -> int:
    """The token after the letters that follow a name which ends before a token, past a comma before each; an office
    after a comma (*Tom Reid, MP for Hull*) is none of them."""
    while at < len(doc):
        comma = doc[at].text == ","
        word = doc[at + comma].text if at + comma < len(doc) else ""
        if vocabulary.post_nominal(word) is None or (comma and vocabulary.noun(word, "role") is not None):
            break
        at += 1 + comma
    return at
