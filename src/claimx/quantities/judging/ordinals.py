"""Ordinals: order or rank that asserts no figure, a place in an order of size, a name, one more of a series."""

from __future__ import annotations

from itertools import pairwise, takewhile

from claimx.nlp import Token
from claimx.nlp.nounphrases import is_hyphen
from claimx.nlp.phrases import lemma
from claimx.quantities.judging.neighbours import in_title_case, word_after, word_before
from claimx.quantities.judging.reading import Reading

_PLACING = frozenset({"come", "finish", "rank", "place"})
"""Verbs of somebody's place in an order."""
_CONTESTS = frozenset(
    {"Test", "Tests", "Cup", "Games", "Open", "Olympics", "Championship", "Championships", "Final", "Prix"}
)
"""What is held again and again: *the second Test* is one of a series, and no name of its own."""
_WORDS = {3: "two", 4: "three", 5: "four", 6: "five"}
"""The number word that comes before each ordinal of a series."""
_NEXT = frozenset({"a third", "a fourth", "a fifth", "a sixth"})
_LONGEST_NAME = 6
"""Words of a name and the comma after it."""
_SERIES_BACK = 40
"""Words before *a third* among which the second of the series stands."""


def is_order(reading: Reading, words: frozenset[str]) -> bool:
    """An ordinal that ranks nothing by size: *the second reading*, not *the second highest rate*."""
    after = word_after(reading)
    if after is not None and after.tag_ == "HYPH":
        after = after.doc[after.i + 1] if after.i + 1 < len(after.doc) else None
    if after is not None and after.lower_ in {"and", "or"}:
        after = _past_ordinal(after)
    if after is not None and (after.tag_ in {"JJS", "RBS"} or after.lower_ in words):
        return False
    return reading.candidate.ordinal and not _places(reading)


def _past_ordinal(joint: Token) -> Token | None:
    """The word after the ordinal that a conjunction adds: *the 15th and 20th | highest*."""
    following = [token for token in joint.doc[joint.i + 1 : joint.i + 4] if not is_hyphen(token)]
    if len(following) < 2 or not (following[0].text[:1].isdigit() or following[0].tag_ in {"JJ", "RB"}):
        return None
    return following[1]


def _places(reading: Reading) -> bool:
    """Whether an ordinal says where in an order something is: *we are 16th in the league for income*."""
    root, after, before = reading.root, word_after(reading), word_before(reading)
    if before is not None and lemma(before) == "rank" and before.pos_ == "VERB":
        return reading.noun is None or reading.partitive
    if (
        root is None
        or root.dep_ not in {"attr", "acomp", "advmod", "conj"}
        or after is None
        or reading.noun is not None
    ):
        return False
    if before is not None and before.tag_ in {"DT", "PRP$"}:
        return False
    verb = root.head.head if root.dep_ == "conj" else root.head
    if lemma(verb) in _PLACING and (after.lower_ in {"with", "behind", "after"} or after.is_punct):
        return True
    return lemma(verb) in {"be", "rank", "stand", "remain", "lie"} and after.lower_ in {
        "in",
        "for",
        "out",
        "among",
        "on",
    }


def is_ordinal_name(reading: Reading, words: frozenset[str]) -> bool:
    """An ordinal before a capitalised noun: *the 9th District*; before a name and a common noun, and where it is
    somebody's or one of several, only where such things are numbered: *a 9th District congressman*, not *its 335th
    Twitter account*, *her second Davis Cup*."""
    if not reading.candidate.ordinal or reading.noun is None or in_title_case(reading.noun.head):
        return False
    head, before = reading.noun.head, word_before(reading)
    first = reading.noun.modifiers[0] if reading.noun.modifiers else head
    one_of_several = before is not None and (before.tag_ in {"PRP$", "POS"} or before.lower_ in {"a", "an"})
    if (head.text.islower() or one_of_several or head.text in _CONTESTS) and first.lower_ not in words:
        return False
    return first.tag_ == "NNP" and first.text[:1].isupper() and first.ent_type_ not in {"NORP", "GPE"}


def is_next_of_series(reading: Reading, words: frozenset[str]) -> bool:
    """*A third* that is one more of what was just counted or named: *two men have died and a third is missing*; *a
    third, Ann Lee, said*."""
    mention, quantity = reading.mention, reading.quantity
    if mention is None or quantity.kind != "fraction" or quantity.numerator != 1 or reading.noun is not None:
        return False
    after = word_after(reading)
    counted = mention.text.lower() in _NEXT
    if counted and after is not None and (_is_named_after(after) or _follows_another(after, reading)):
        return True
    if after is None or after.tag_ not in {"VBZ", "VBD", "MD"} or after.lower_ in {"were", "are", "have"}:
        return False
    count = _WORDS.get(quantity.denominator or 0)
    return any(token.lower_ == count for token in mention[0].sent[: mention.start - mention[0].sent.start])


def _is_named_after(comma: Token) -> bool:
    """Whether the name of the one stands between commas: *a third, Ann Lee, said*; not *a third, she said, left*."""
    if comma.text != ",":
        return False
    following = comma.doc[comma.i + 1 : min(comma.i + _LONGEST_NAME, comma.sent.end)]
    name = list(takewhile(lambda token: token.tag_ == "NNP", following))
    return len(name) > 0 and len(name) < len(following) and following[len(name)].text == ","


def _follows_another(verb: Token, reading: Reading) -> bool:
    """Whether another or a second one was told of before somebody who says or does something: *another was unsure. A
    third said he was leaving*."""
    if verb.tag_ not in {"VBD", "VBZ"} or verb.lower_ in {"were", "are", "have"} or reading.mention is None:
        return False
    first = reading.mention.start
    earlier = verb.doc[max(first - _SERIES_BACK, 0) : first]
    return any(_is_another(token, following) for token, following in pairwise(earlier))


def _is_another(token: Token, following: Token) -> bool:
    """Whether a word begins to tell of one more person or thing, and not of so many more."""
    single = following.tag_ in {"NN", "VBD", "VBZ"} or following.text == ","
    return single and (token.lower_ == "another" or (token.lower_ == "second" and token.nbor(-1).lower_ == "a"))
