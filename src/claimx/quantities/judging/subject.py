"""What is measured: the noun phrase that a quantity is said of."""

from __future__ import annotations

from claimx.nlp import Token
from claimx.nlp.phrases import lemma, subject_of, text_of
from claimx.quantities.judging.reading import Reading

_LONGEST = 18
"""Words; a longer phrase is cut at its first clause."""
_MOST_BEFORE = 100
"""Words before its head that a phrase can have; chains of bare figures run on for thousands."""
_NO_SUBJECTS = frozenset(
    {
        "time",
        "percent",
        "cent",
        "cents",
        "pence",
        "pound",
        "pounds",
        "dollar",
        "dollars",
        "euro",
        "euros",
        "yen",
        "yuan",
        "points",
        "degree",
        "degrees",
        "period",
        "year",
        "years",
        "month",
        "months",
        "week",
        "weeks",
        "day",
        "days",
        "quarter",
        "half",
        "per",
    }
)
"""Units and spans of time: a phrase that ends in them names no measured thing."""
_EMPTY = frozenset(
    {
        "increase",
        "decrease",
        "rise",
        "fall",
        "drop",
        "reduction",
        "decline",
        "change",
        "difference",
        "total",
        "record",
        "high",
        "low",
        "line",
        "worth",
        "space",
        "course",
        "result",
        "point",
    }
)
"""Words that say what is measured only with others: a starting point, but not *at one point*; a decrease in rents."""
_NAMING = frozenset({"prep", "compound", "amod", "poss", "acl", "relcl"})
_PAID = frozenset({"cost", "save", "earn", "net", "set", "win", "lose"})
"""Verbs whose first of two objects is who pays or gets a sum: *the site cost the council £1m*."""
_NO_THINGS = frozenset({"DATE", "TIME", "MONEY", "PERCENT"})
_BREAKS = frozenset({",", ";", ":", "(", ")", "–", "—", "..."})
_LEADING = frozenset(
    {"DT", "PRP$", "IN", "RB", ",", "WDT", "CC", "CD", "$", "JJR", "RBR", "#", "SYM", "-LRB-", "-RRB-"}
)
"""Words before a head that are no part of what is measured: determiners, other figures and their comparators."""
_PRONOUNS = frozenset({"PRP", "WP", "WDT", "DT", "EX", "WP$"})
_CLAUSES = frozenset({"relcl", "advcl", "parataxis", "appos", "conj", "cc", "punct"})


def subject_text(reading: Reading) -> str | None:
    """The measured noun phrase as the text words it, without the quantity; None where the parse shows none."""
    if reading.mention is None or reading.root is None:
        return None
    changes = reading.quantity.change is not None
    if reading.noun is not None and not changes:
        return _phrase(reading, reading.noun.head)
    for head in (_of_measured(reading), *_verb_arguments(reading, changes)):
        if head is not None and _is_thing(head) and not _within(reading, head):
            return _phrase(reading, head)
    if reading.noun is not None:
        return _phrase(reading, reading.noun.head)
    governor = reading.root.head
    named = governor.pos_ in {"NOUN", "PROPN"} and governor.i != reading.root.i and governor.lower_ not in _NO_SUBJECTS
    return _phrase(reading, governor) if named else None


def _is_thing(head: Token) -> bool:
    """Whether a word can be what is measured: no pronoun, no time, no letter of another figure."""
    return (
        head.tag_ not in _PRONOUNS
        and len(head) > 1
        and not head.is_digit
        and head.lower_ not in _NO_SUBJECTS
        and head.ent_type_ not in _NO_THINGS
        and not _is_empty(head)
    )


def _is_empty(head: Token) -> bool:
    """Whether a word by itself does not say what is measured: *a seven per cent decrease*, *a total of £4m*."""
    return head.lower_ in _EMPTY and not any(_names(child) for child in head.children)


def _names(child: Token) -> bool:
    """Whether a word under an empty one says what is meant; a figure after *of* does not."""
    if child.lower_ != "of":
        return child.dep_ in _NAMING
    return not any(token.tag_ in {"CD", "$"} for noun in child.children for token in (noun, *noun.lefts))


def _of_measured(reading: Reading) -> Token | None:
    """The noun before *of* or *in*: *a shortfall of £3m*, *a rise in rents of 5%*."""
    assert reading.root is not None
    root = reading.root
    if root.dep_ != "pobj" or root.head.lower_ not in {"of", "at", "to", "by", "with", "worth"}:
        return None
    governor = root.head.head
    if governor.pos_ not in {"NOUN", "PROPN"}:
        return None
    for child in governor.children:
        if child.lower_ in {"in", "of"} and child.i != root.head.i:
            return next((noun for noun in child.children if noun.dep_ == "pobj"), governor)
    return governor if reading.quantity.change is None else None


def _verb_arguments(reading: Reading, changes: bool) -> tuple[Token | None, ...]:
    """The subject and object of the verb that the quantity hangs on."""
    verb = reading.root
    assert verb is not None
    for _ in range(6):
        if verb.pos_ in {"VERB", "AUX"}:
            break
        verb = verb.head
    if verb.pos_ not in {"VERB", "AUX"}:
        return (None,)
    objects = [child for child in verb.children if child.dep_ in {"dobj", "obj"} and not _within(reading, child)]
    target = objects[0] if objects else None
    if reading.quantity.kind == "money" and lemma(verb) in _PAID and _ends_with(reading, verb):
        target = None
    place = None
    spent = reading.quantity.kind == "money" and _direct(reading, verb)
    if target is None and (changes or spent):
        place = next(
            (
                noun
                for child in verb.children
                if child.lower_ in {"from", "on", "in", "for", "into", "towards"} and child.i > verb.i
                for noun in child.children
                if noun.dep_ == "pobj" and noun.ent_type_ not in {"DATE", "TIME"} and _direct(reading, verb)
            ),
            None,
        )
    doer = subject_of(verb)
    if doer is not None and doer.tag_ == "WDT" and verb.dep_ == "relcl":
        doer = verb.head
    return (target, place, doer)


def _ends_with(reading: Reading, verb: Token) -> bool:
    """Whether the quantity hangs on the verb itself, after its object."""
    assert reading.root is not None
    return reading.root.head.i == verb.i and reading.root.dep_ not in {"nsubj", "nsubjpass"}


def _direct(reading: Reading, verb: Token) -> bool:
    """Whether the quantity is the verb's own object (*cut one point from growth*)."""
    assert reading.root is not None
    return reading.root.dep_ == "dobj" and reading.root.head.i == verb.i


def _within(reading: Reading, token: Token) -> bool:
    assert reading.mention is not None
    return reading.mention.start <= token.i < reading.mention.end


def _phrase(reading: Reading, head: Token) -> str | None:
    """A head with all that depends on it, cut at clauses where it runs long, without the quantity before it."""
    assert reading.mention is not None
    members = sorted(_members(head, reading), key=lambda token: token.i)
    first = last = head
    for token in reversed([token for token in members if token.i < head.i]):
        if _within(reading, token) or token.i != first.i - 1:
            break
        first = token
    for token in (token for token in members if token.i > head.i):
        if token.i - last.i > 1 or _within(reading, token) or token.i - first.i > _LONGEST or token.text in _BREAKS:
            break
        last = token
    while first.i < head.i and first.tag_ in _LEADING:
        first = first.doc[first.i + 1]
    while last.i > head.i and (last.tag_ in {"IN", "CC", "TO", "DT", "WDT", "RB"} or last.is_punct):
        last = last.doc[last.i - 1]
    return text_of(first, last) or None


def _members(head: Token, reading: Reading) -> list[Token]:
    """The tokens of the head's phrase, without clauses and appositions after it."""
    members = [head]
    for child in head.children:
        if child.i > head.i and child.dep_ in _CLAUSES and child.dep_ not in {"relcl", "punct"}:
            continue
        if child.dep_ == "relcl" and child.i - head.i > _LONGEST:
            continue
        first = max(child.left_edge.i, head.i - _MOST_BEFORE)
        members.extend(head.doc[first : min(child.right_edge.i, head.i + _LONGEST) + 1])
    return members
