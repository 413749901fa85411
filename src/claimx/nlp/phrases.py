"""Small questions to a parse: a word's lemma, a noun's singular, the clause a word stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimx.nlp.tokens import Token

_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_CLAUSE_HEADS = frozenset({"ROOT", "ccomp", "advcl", "relcl", "acl", "parataxis", "xcomp", "pcomp", "csubj", "conj"})
_MISREAD = {
    form: verb
    for verb, forms in {
        "hope": ("hopes", "hoping", "hoped"),
        "hate": ("hates", "hating", "hated"),
        "rage": ("rages", "raging", "raged"),
        "axe": ("axing", "axed"),
        "pare": ("pares", "paring", "pared"),
        "rate": ("rated",),
        "wane": ("waning", "waned"),
        "snipe": ("snipes", "sniping", "sniped"),
        "lambaste": ("lambastes", "lambasting", "lambasted"),
        "leap": ("leapt",),
        "double": ("doubling",),
        "slim": ("slimming", "slimmed"),
        "crater": ("cratering", "cratered"),
        "blog": ("blogging", "blogged"),
        "text": ("texting", "texted"),
    }.items()
    for form in forms
}
"""Verbs by the forms that the lemmatizer takes for another word's."""
_ABBREVIATED = re.compile(r"[A-Z]{2,5}s")
"""Initials in the plural, which the tagger may take for a singular: MPs."""
_TAIL = ".,;:!?-–—\"'”’)]("


def lemma(token: Token) -> str:
    """The dictionary form in lower case, right also for the few forms that the lemmatizer takes for another word."""
    return _MISREAD.get(token.lower_) or str(token.lemma_).lower()


def is_plural(token: Token) -> bool:
    """Whether a noun is a plural, also of initials that the tagger takes for a singular: *MPs*."""
    return token.tag_ in {"NNS", "NNPS"} or _ABBREVIATED.fullmatch(token.text) is not None


def singular(token: Token, irregular: Mapping[str, str]) -> str:
    """A noun in the singular: common nouns in lower case, names as they are written."""
    lower = token.lower_
    if lower in irregular:
        return irregular[lower]
    if token.tag_ == "NN" and _ABBREVIATED.fullmatch(token.text):
        return token.text[:-1]
    if token.tag_ == "NNS":
        base = str(token.lemma_)
        return _match_case(token, base if base.lower() != lower else _strip_plural(lower))
    if token.tag_ == "NNPS" or _is_people(token):
        return _strip_plural(token.text) if not token.text.endswith("is") else str(token.text[:-1])
    return token.text if token.tag_ == "NNP" else str(lower)


def _is_people(token: Token) -> bool:
    """Whether a name is the plural of those who come from somewhere, whatever it is tagged as: *Iraqis*."""
    return token.tag_ in _NOUNS and token.ent_type_ == "NORP" and token.text.endswith(("is", "ans"))


def _match_case(token: Token, base: str) -> str:
    """MPs and GPs keep their capitals; a noun that opens a sentence does not."""
    inner_capital = any(char.isupper() for char in token.text[1:])
    opens = token.i == token.sent.start
    if inner_capital or (token.text[0].isupper() and not opens):
        return _strip_plural(str(token.text))
    return base.lower()


def _strip_plural(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "xes", "sses", "zes")):
        return word[:-2]
    if word.endswith(("ss", "us", "is")) or not word.endswith("s"):
        return word
    return word[:-1].rstrip("'’")


def clause_head(token: Token) -> Token:
    """The word that heads the innermost clause around the token: its verb, or the root where there is none."""
    word = token
    while word.head.i != word.i:
        if word.pos_ in {"VERB", "AUX"} and word.dep_ in _CLAUSE_HEADS:
            return word
        word = word.head
    return word


def ancestors(token: Token) -> Iterator[Token]:
    """The token's governors from the nearest up to the root."""
    while token.head.i != token.i:
        token = token.head
        yield token


def subject_of(verb: Token) -> Token | None:
    """The head noun of a verb's subject: its own, or that of the verb it shares one with (*rose and then fell*)."""
    word = verb
    while True:
        for child in word.children:
            if child.dep_ in {"nsubj", "nsubjpass", "csubj", "expl"} and child.i < word.i + 1:
                return child
        if word.dep_ in {"conj", "xcomp", "aux", "auxpass"} and word.head.i != word.i:
            word = word.head
        else:
            return None


def text_of(first: Token, last: Token) -> str:
    """The words from first to last as one line, without punctuation at its ends."""
    return " ".join(first.doc[first.i : last.i + 1].text.split()).strip(_TAIL + " ")
