"""Small numbers after *the*, *these* or *next*: they pick out things that the text has named, and count nothing new."""

from __future__ import annotations

from claimx.nlp import Token
from claimx.nlp.phrases import lemma
from claimx.quantities.judging.introducing import names_follow
from claimx.quantities.judging.neighbours import word_after, word_before
from claimx.quantities.judging.reading import Reading

_SMALL = 12
"""The largest number that is taken to pick things out rather than to count them."""
_DEFINITE = frozenset({"the", "these", "those", "all", "both", "which", "such"})
SELECTING = frozenset(
    {
        "final",
        "last",
        "first",
        "top",
        "bottom",
        "main",
        "same",
        "remaining",
        "latter",
        "previous",
        "preceding",
        "next",
        "past",
    }
    | {"following"}
)
_OWNERS = frozenset({"our", "their", "your"})
"""Adjectives before a number that say which things are meant."""
_POINTING = frozenset({"above", "below", "overleaf", "alongside"})
"""Words after a noun that point to where on the page the things stand."""
_FAR_BACK = 400
"""Words before *the four detainees* among which they were told of as four."""
_LISTED = 60
"""Words before *the three cities* among which the list of them stands."""


def is_definite_count(reading: Reading, words: frozenset[str]) -> bool:
    """A small number after *the*, *these* or *all*: it picks out things that are known already."""
    mention, quantity = reading.mention, reading.quantity
    if mention is None or quantity.kind != "count" or quantity.comparator != "=":
        return False
    if quantity.value is None or not 1 < quantity.value <= _SMALL:
        return False
    before, after = word_before(reading), word_after(reading)
    if after is not None and after.text == "-":
        return False
    if before is not None and before.lower_ in SELECTING and not _is_preposition(before):
        return True
    if before is not None and (_is_ranked(reading, before) or _is_the_so_many(reading, before)):
        return True
    if before is not None and before.lower_ in _OWNERS and quantity.value == 2 and reading.noun is not None:
        return lemma(reading.noun.head) in words
    if before is None or before.lower_ not in _DEFINITE or _of_which(before):
        return False
    if before.lower_ == "all" and reading.noun is not None:
        return _is_told_before(reading) or names_follow(reading.noun.head)
    if quantity.value == 2 or before.lower_ != "the" or reading.noun is None:
        return True
    return _points(reading.noun.head) or _is_told_before(reading) or _is_listed_before(reading)


def _is_ranked(reading: Reading, before: Token) -> bool:
    """Whether a superlative picks the things out: *its five largest customers*; not where something is told to be one
    of them, *among the ten poorest towns*."""
    known = before.lower_ == "the" or before.tag_ in {"PRP$", "POS"}
    if not known or reading.noun is None:
        return False
    lead = before.nbor(-1) if before.i > before.sent.start else before
    superlative = any(word.tag_ in {"JJS", "RBS"} for word in reading.noun.modifiers)
    return superlative and lead.lower_ not in {"among", "amongst", "of"}


def _is_preposition(word: Token) -> bool:
    """Whether *following* means after: *approved following 2 consultations*, not *the following 2 points*."""
    known = word.i > word.sent.start and word.nbor(-1).tag_ in {"DT", "PRP$", "POS"}
    return word.lower_ == "following" and not known


def _is_the_so_many(reading: Reading, before: Token) -> bool:
    """Whether an adjective and a number stand for things that go by both: *the big two*; *the other two* may be new,
    unless their names follow."""
    new = before.lower_ == "other" and (reading.mention is None or not names_follow(reading.mention[-1]))
    alone = reading.noun is None and before.tag_ == "JJ" and not new
    return alone and before.i > before.sent.start and before.nbor(-1).lower_ == "the"


def _points(noun: Token) -> bool:
    """Whether the things counted are said to stand elsewhere on the page: *the three charts below*."""
    following = noun.doc[noun.i + 1 : min(noun.i + 3, noun.sent.end)]
    alone = len(following) < 2 or following[1].pos_ not in {"NOUN", "PROPN", "NUM", "DET"}
    return len(following) > 0 and following[0].lower_ in _POINTING and alone


def _is_told_before(reading: Reading) -> bool:
    """Whether the same number stood somewhere before in the text: *four detainees ... the four detainees*."""
    assert reading.mention is not None
    first, number = reading.mention[0], reading.mention.text.lower()
    earlier = first.doc[max(first.i - _FAR_BACK, 0) : first.i]
    return len(reading.mention) == 1 and any(token.lower_ == number and token.tag_ == "CD" for token in earlier)


def _is_listed_before(reading: Reading) -> bool:
    """Whether just so many things were listed before: *in Leeds, York and Hull. The three cities ...*."""
    assert reading.mention is not None
    first, many = reading.mention[0], reading.quantity.value
    earlier = first.doc[max(first.i - _LISTED, 0) : first.i]
    return any(_length_of_list(token, first.i) == many for token in earlier if token.dep_ != "conj")


def _length_of_list(token: Token, end: int) -> int:
    """How many nouns a conjunction joins to the token and those that hang on it so, before a place in the text."""
    length = 0
    member: Token | None = token
    while member is not None and member.pos_ in {"NOUN", "PROPN"} and member.i < end:
        length += 1
        member = next((child for child in member.children if child.dep_ == "conj"), None)
    return length


def _of_which(pronoun: Token) -> bool:
    """Whether what is counted are some of those that were named: *40 sites, of which two are shut*."""
    return pronoun.lower_ == "which" and pronoun.i > pronoun.sent.start and pronoun.nbor(-1).lower_ == "of"
