"""Shares of the people whom a poll asked: *52 percent of voters*, *one in five*, *most*, *fewer than half*."""

from __future__ import annotations

from collections.abc import Iterator

from claimx.nlp import Span, Token

_PARTS = frozenset(
    {
        "percentage",
        "proportion",
        "half",
        "third",
        "thirds",
        "quarter",
        "quarters",
        "fifth",
        "fifths",
        "tenth",
        "tenths",
        "majority",
        "minority",
    }
    | {"majorities", "minorities", "plurality", "pluralities"}
)
_PER_CENT = frozenset({"percent", "%", "cent"})
_POINTS = frozenset({"point", "points"})
_SUMS = frozenset({"total", "average", "sum"})
_BOUNDS = frozenset({"fewer", "less", "more"})
"""Words that a parser takes for the head of a bound (*fewer than one in ten*)."""
_AGAINST = frozenset({"to", "versus", "against"})
"""What sets one side's share against the other's."""
_OUT_OF = frozenset({"in", "of"})
_SPELLS = frozenset(
    {
        "last",
        "this",
        "next",
        "first",
        "second",
        "third",
        "fourth",
        "final",
        "previous",
        "same",
        "latest",
        "other",
        "better",
    }
)
"""Words after which a half or quarter is one of the year, or of a whole that has but two."""


def is_share(token: Token) -> bool:
    """Whether the token is the head of a share: *%*, *quarters*, the *one* of *one in five* and *six out of ten*."""
    word = token.lower_
    if word in _PER_CENT:
        return True
    if word in _PARTS:
        return token.pos_ in ("NOUN", "NUM", "ADJ", "DET", "PRON", "ADV", "X") and not _is_ordinal(token)
    return token.pos_ == "NUM" and _is_ratio(token)


def is_respondent(subject: Token) -> bool:
    """Whether the subject is a share of the people asked (*52 percent of voters*, *a total of 52 percent*, *six in
    ten*), not a speaker."""
    end = subject.right_edge if subject.lower_ in _SUMS | _BOUNDS else subject
    return any(is_share(one) for one in subject.doc[subject.left_edge.i : end.i + 1])


def is_most(subject: Token) -> bool:
    """Whether the subject is *most* or *few*, or most or few people: a share only where it is known who was asked."""
    return any(one.lower_ in ("most", "few", "fewer") for one in subject.doc[subject.left_edge.i : subject.i + 1])


def is_tally(verb: Token) -> bool:
    """Whether the clause counts supporters (*voters favoured Hale, 57 percent to 22*): a result, no stance."""
    doc = verb.doc
    shares = [one for one in doc[verb.i + 1 : min(verb.sent.end, verb.i + 15)] if one.lower_ in _PER_CENT]
    return any(
        doc[one.left_edge.i - 1].text == "," or any(two.lower_ in _AGAINST for two in doc[one.i + 1 : one.i + 2])
        for one in shares
    )


def has_margin(verb: Token) -> bool:
    """Whether a margin tells how those who say, think or want something are parted (*By 58% to 34%, voters said …*)."""
    return any(_is_margin(one) for by in verb.children if by.lower_ == "by" for one in by.children)


def _is_margin(noun: Token) -> bool:
    counted = noun.lower_ in _POINTS or noun.lower_ == "margin" or is_share(noun)
    return counted and any(one.pos_ == "NUM" for one in noun.subtree)


def shares_in(sentence: Span) -> Iterator[Token]:
    """The heads of the shares that the sentence names, and of leads by so many points."""
    return (token for token in sentence if is_share(token) or (token.lower_ in _POINTS and _has_number(token)))


def _has_number(noun: Token) -> bool:
    return any(one.pos_ == "NUM" for one in noun.lefts)


def _is_ordinal(token: Token) -> bool:
    """*The third of May*, *a third man*, *the last quarter*, against *a third of men* and *two thirds*."""
    word = token.lower_
    if word in ("half", "quarter"):
        return token.i > 0 and token.nbor(-1).lower_ in _SPELLS
    if word.endswith("s") or word in ("majority", "minority", "plurality"):
        return False
    if token.i + 1 < len(token.doc) and token.nbor().pos_ in ("NOUN", "PROPN"):
        return True
    before = token.nbor(-1).lower_ if token.i else ""
    return before not in ("a", "one", "-") and token.dep_ in ("amod", "advmod")


def _is_ratio(number: Token) -> bool:
    """*One in five*, *six out of 10*, *nine in every ten*, *one child in three*; not *two in London*."""
    doc, at = number.doc, number.i + 1
    if at + 1 < len(doc) and doc[at].pos_ == "NOUN" and doc[at + 1].lower_ in ("in", "out"):
        at += 1
    if at < len(doc) and doc[at].lower_ == "out":
        at += 1
    if at >= len(doc) or doc[at].lower_ not in _OUT_OF or (doc[at].lower_ == "of" and at == number.i + 1):
        return False
    at += 1
    while at < len(doc) and doc[at].lower_ in ("every", "the"):
        at += 1
    return at < len(doc) and doc[at].pos_ == "NUM" and not _is_year(doc[at].text)


def _is_year(text: str) -> bool:
    return len(text) == 4 and text.isdigit()
