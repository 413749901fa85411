"""Small numbers that only introduce things which the text goes on to name, list or tell one by one."""

from __future__ import annotations

from claimx.nlp import Span, Token
from claimx.nlp.nounphrases import QUOTES
from claimx.nlp.phrases import lemma
from claimx.quantities.judging.reading import Reading

_FEW = 7
"""The largest number that is taken to announce what the text goes on to name."""
_FAR_COLON = 9
"""Words after a noun among which the colon stands that a list of the things opens with."""
_NAMES = 12
"""Words in which the things are named."""
_PERSONS = frozenset({"people", "person", "man", "woman", "child", "boy", "girl", "goal", "win"})
"""Who and what is counted even where a list follows."""
_SENTENCES_ON = 2
"""Sentences after its own in which the first of the things is told."""
_PUNCTUATION = frozenset({",", ":", "-", "--", "–", "—"})


def announces(reading: Reading, words: frozenset[str]) -> bool:
    """A small number of things, ways, reasons that the text goes on to name; not of *heating elements*."""
    quantity = reading.quantity
    if quantity.kind != "count" or quantity.value is None or quantity.value > _FEW or reading.noun is None:
        return False
    noun = reading.noun.head
    if quantity.value == 1 and quantity.comparator != "=":
        return False
    if lemma(noun) in words and not any(word.lower_.endswith("ing") for word in reading.noun.modifiers):
        return True
    if names_follow(noun):
        return True
    several = quantity.value > 1 and quantity.comparator == "="
    if not several:
        return False
    many = int(quantity.value)
    return _list_follows(noun) or _first_follows(noun) or _is_explained(noun, many) or _is_equated(noun, many)


def names_follow(noun: Token) -> bool:
    """Whether the things counted are named right after: *two brothers, Amos and William Corbridge*."""
    doc, at = noun.doc, noun.i + 1
    if at + 1 >= noun.sent.end or doc[at].text not in _PUNCTUATION:
        return False
    return _are_names(doc[at + 1 : min(at + _NAMES, noun.sent.end)])


def _are_names(words: Span) -> bool:
    """Whether a stretch begins with a name, and goes on to another after *and*."""
    joined = [token for token in words[1:-1] if token.lower_ == "and"]
    return _is_name(words[0]) and any(_is_name(token.nbor()) for token in joined)


def _is_name(word: Token) -> bool:
    """Whether a word begins a name, be it with an article: *the United Steelworkers*."""
    first = word.nbor() if word.lower_ == "the" and word.i + 1 < len(word.doc) else word
    return first.tag_ in {"NNP", "NNPS"}


def _list_follows(noun: Token) -> bool:
    """Whether the things counted are listed after a colon: *in three blocks for each town: a block for ...*."""
    later = noun.doc[noun.i + 1 : min(noun.i + _FAR_COLON, noun.sent.end)]
    colon = next((token for token in later if token.text == ":"), None)
    if colon is None or lemma(noun) in _PERSONS or noun.tag_ != "NNS":
        return False
    between = noun.doc[noun.i + 1 : colon.i]
    listed = noun.doc[colon.i + 1 : noun.sent.end]
    plain = not any(token.pos_ in {"VERB", "AUX", "NUM"} or token.is_punct for token in between)
    several = any(token.text in {",", ";"} for token in listed) or (len(listed) > 1 and _are_names(listed[:_NAMES]))
    return plain and several and not any(token.tag_ == "CD" for token in listed)


def _first_follows(noun: Token) -> bool:
    """Whether a sentence soon after begins to tell of the things one by one: *three tasks. First, it must ...*."""
    doc, at = noun.doc, noun.sent.end
    for _ in range(_SENTENCES_ON):
        while at < len(doc) and doc[at].text in QUOTES:
            at += 1
        if at + 1 >= len(doc):
            return False
        if doc[at].lower_ == "firstly" or (doc[at].lower_ == "first" and doc[at + 1].text == ","):
            return True
        at = doc[at].sent.end
    return False


def _is_explained(noun: Token, many: int) -> bool:
    """Whether just so many definite descriptions say what is meant: *two bosses, the owner and the manager*."""
    doc, at = noun.doc, noun.i + 1
    if at + 1 >= noun.sent.end or doc[at].text not in _PUNCTUATION or doc[at + 1].lower_ != "the":
        return False
    described, joined = 0, False
    member: Token | None = next((child for child in noun.children if child.dep_ == "appos"), None)
    while member is not None:
        described += any(child.lower_ == "the" for child in member.children)
        joined = joined or any(child.lower_ == "and" for child in member.children)
        member = next((child for child in member.children if child.dep_ == "conj"), None)
    return joined and described == many


def _is_equated(noun: Token, many: int) -> bool:
    """Whether a sentence says by their names which the things are: *two schemes are Sure Start and Kickstart*."""
    verb = noun.head
    if noun.dep_ != "nsubj" or lemma(verb) != "be":
        return False
    named = 0
    member: Token | None = next((child for child in verb.children if child.dep_ == "attr"), None)
    while member is not None and member.pos_ == "PROPN":
        named += 1
        member = next((child for child in member.children if child.dep_ == "conj"), None)
    return named == many
