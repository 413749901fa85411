"""The noun phrase that begins at a word, by parts of speech rather than by the parser's arcs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from claimx.nlp.tokens import Token

_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_MODIFIERS = frozenset({"JJ", "JJR", "JJS", "VBN", "VBG", "HYPH", "AFX", "FW"})
_ADJECTIVES = frozenset({"JJ", "JJS", "VBN", "VBG"})
_HYPHENS = frozenset({"-", "\u2010", "\u2011"})
QUOTES = frozenset({"'", '"', "‘", "“", "``", "''"})
"""Marks that open a quotation."""
_DESCRIBING = frozenset({"nmod", "compound", "amod", "npadvmod"})
_LONGEST_NAME = 4
"""Words of a name before a plural that is looked for behind it."""


class NounPhrase(NamedTuple):
    """A noun phrase without its determiner: the modifiers that stand before the head, and the head."""

    modifiers: tuple[Token, ...]
    head: Token


def noun_phrase_from(token: Token, reach: int = 10) -> NounPhrase | None:
    """The noun phrase whose first word is the token, at most `reach` words long; None where no noun comes in time.

    Goes by parts of speech, not by the parser's arcs: they hold where a long modifier misleads the parser (*care
    experienced children*). A plural ends the phrase unless the parse makes it part of a compound (*sports clubs*).
    """
    words: list[Token] = []
    head: Token | None = None
    for word in _right_of(token, reach):
        if head is None and _opens_quotation(word):
            continue
        if words and (is_hyphen(word) or (is_hyphen(words[-1]) and word.tag_ not in _NOUNS)):
            words.append(word)
            continue
        if not any(char.isalpha() for char in word.text) and word.tag_ not in {"POS", ",", "CD"}:
            break
        if word.tag_ in _NOUNS and not _is_adverbial(word, head):
            words.append(word)
            head = word
            if not _runs_on(word):
                break
        elif _continues(word, head, bool(words)):
            words.append(word)
        else:
            break
    return NounPhrase(tuple(word for word in words if word.i < head.i), head) if head is not None else None


def _right_of(token: Token, reach: int) -> Iterator[Token]:
    end = min(len(token.doc), token.i + reach, token.sent.end)
    return (token.doc[i] for i in range(token.i, end))


def _opens_quotation(word: Token) -> bool:
    """Whether a quotation mark opens before a word, so that what is quoted goes on with the phrase: 11 new 'hubs'."""
    if word.text not in QUOTES or word.whitespace_ or word.i == 0:
        return False
    return bool(word.doc[word.i - 1].whitespace_)


def _continues(word: Token, head: Token | None, begun: bool) -> bool:
    """Whether a word that is no noun goes on with the phrase."""
    if head is not None:
        owned = word.doc[word.i - 1].tag_ == "POS" and word.tag_ in {"CD", "JJ", "JJS", "VBN"}
        modified = word.tag_ in _ADJECTIVES and (head.dep_ == "npadvmod" or _is_compound_modifier(head, word))
        modified = modified or (word.tag_ == "VBG" and word.head.i == head.i and head.head.i > word.i)
        return owned or modified or word.tag_ == "POS" or _is_model(word) or _joins_modifiers(word, head)
    return (_modifies(word) and (begun or word.tag_ not in {"CC", ","})) or (begun and _is_model(word))


def _is_compound_modifier(noun: Token, following: Token) -> bool:
    """Whether a noun that closes a hyphenated word, or a name, only describes a noun still to come: *full-time
    non-school jobs*, *two US special forces units*."""
    hyphened = noun.i > 0 and is_hyphen(noun.doc[noun.i - 1])
    named = noun.text[:1].isupper() and noun.head.tag_ == "NNS"
    return (hyphened or named) and noun.dep_ in _DESCRIBING and noun.head.i > following.i


def is_hyphen(word: Token) -> bool:
    """Whether a mark grows two words together, whatever part of speech it is taken for: *non-executive directors*."""
    glued = word.text in _HYPHENS and not word.whitespace_ and word.i > 0 and not word.doc[word.i - 1].whitespace_
    return glued or word.tag_ == "HYPH"


def _joins_modifiers(word: Token, noun: Token) -> bool:
    """Whether a conjunction or comma after a noun joins it to another that describes a plural still to come: *40 road
    and rail bridges*."""
    described = noun.dep_ in _DESCRIBING and noun.tag_ in {"NN", "NNP", "NNPS"} and noun.head.tag_ == "NNS"
    if described and (word.tag_ == "CC" or word.text == ",") and noun.head.i > word.i + 1:
        return True
    return noun.tag_ == "NNP" and word.lower_ in {"and", "or"} and _named_plural_follows(word)


def _named_plural_follows(conjunction: Token) -> bool:
    """Whether names that end in a common plural follow a conjunction: *and Islamic Jihad offices*."""
    names = 0
    for word in _right_of(conjunction, _LONGEST_NAME + 1):
        if word.tag_ == "NNS" and word.text.islower():
            return names > 0
        if word.i > conjunction.i and word.tag_ != "NNP":
            return False
        names += word.i > conjunction.i
    return False


def _is_model(word: Token) -> bool:
    """Whether a figure before a noun is the number of a model, no count: *two 737 Max jets*, *two Airbus 320 jets*."""
    before, after = word.doc[word.i - 1], word.doc[word.i + 1] if word.i + 1 < len(word.doc) else None
    if not word.text.isdigit() or after is None or after.tag_ not in _NOUNS or before.i < word.sent.start:
        return False
    named = before.tag_ == "NNP" or (before.tag_ == "NN" and before.text[:1].isupper())
    return named or (after.tag_ == "NNP" and before.tag_ == "JJ")


def _modifies(word: Token) -> bool:
    """Whether the word can stand between a number and the noun it counts."""
    if word.tag_ in _MODIFIERS:
        return True
    following = word.doc[word.i + 1] if word.i + 1 < len(word.doc) else None
    if following is None:
        return False
    if word.tag_ == "CD":
        return is_hyphen(following)
    if word.tag_ in {"RB", "RBS", "RBR"}:
        return is_hyphen(following) or (following.tag_ in {"JJ", "VBN", "VBG"} and following.head.i >= word.i)
    described = following.tag_ in {"JJ", "VBN"} or (following.tag_ == "VBG" and following.dep_ != "advcl")
    return (word.tag_ == "CC" or word.text == ",") and described and word.i > word.sent.start


def _is_adverbial(word: Token, head: Token | None) -> bool:
    """Whether a noun after the head stands for a time of its own (*500 staff Monday*)."""
    return head is not None and word.dep_ == "npadvmod" and word.head.i < head.i


def _runs_on(word: Token) -> bool:
    """Whether the noun is followed by more of its own phrase."""
    if word.i + 1 >= len(word.doc):
        return False
    following = word.doc[word.i + 1]
    if following.tag_ == "POS" or is_hyphen(following) or _is_model(following) or _joins_modifiers(following, word):
        return True
    if word.dep_ == "npadvmod" and word.head.i == following.i:
        return following.tag_ in _ADJECTIVES
    if following.tag_ in _ADJECTIVES and _is_compound_modifier(word, following):
        return True
    if following.tag_ not in _NOUNS:
        return False
    if word.tag_ in {"NNS", "NNPS"}:
        return word.dep_ in {"compound", "nmod"} and word.head.i > word.i
    return True
