"""Shares with the thing named between their two numbers: *one job in six*, *£6 in every £10*."""

from __future__ import annotations

from dataclasses import replace

from msgspec.structs import replace as with_fields

from claimx.model import Quantity
from claimx.quantities.judging.reading import Reading

_LINKS = frozenset({"in", "out of", "in every", "out of every", "for every", "for each"})
_EVERY = frozenset({"for every", "for each", "in every", "out of every"})
_PER_SO_MANY = frozenset({100, 1_000, 10_000, 100_000, 1_000_000})
"""Round numbers of things over which rates are told."""
_OF_PEOPLE = 100_000
"""So many, with nothing named, are people: *146 murders per 100,000*."""
_SHARED = frozenset({"count", "money", "duration"})
_VERBS = frozenset({"VB", "VBD", "VBZ", "VBP", "MD"})


def share_of(part: Reading, whole: Reading) -> Reading | None:
    """The two readings as one fraction, where the first is so many out of the second; else None.

    *In* alone joins only a number of things to a bare number, since *40 men in 12 boats* are two counts.
    """
    if part.mention is None or whole.mention is None or not _comparable(part.quantity, whole.quantity):
        return None
    last = part.noun.head.i + 1 if part.noun is not None else part.mention.end
    link = " ".join(token.lower_ for token in part.mention.doc[last : whole.mention.start])
    if part.quantity.kind == "duration":
        return _rate(part, whole, part.quantity.unit) if link in _EVERY else None
    if part.quantity.kind == "count" and (link == "per" or (link in _EVERY and whole.quantity.value in _PER_SO_MANY)):
        return _rate(part, whole)
    if part.quantity.value != int(part.quantity.value or 0):
        return None
    if link == "in" and _is_predicate(whole):
        whole = replace(whole, noun=None, end=whole.candidate.end)
    elif link not in _LINKS or (link == "in" and not _is_bare(whole)):
        return None
    assert part.quantity.value is not None
    assert whole.quantity.value is not None
    quantity = with_fields(
        part.quantity,
        kind="fraction",
        value=None,
        unit=None,
        numerator=int(part.quantity.value),
        denominator=int(whole.quantity.value),
    )
    return _joined(part, whole, quantity)


def _rate(part: Reading, whole: Reading, unit: str | None = None) -> Reading:
    """*26 deaths per 100,000 people*: a rate over so many of something, or of a unit: *one year in every ten*."""
    counted = unit or whole.quantity.unit or ("person" if whole.quantity.value == _OF_PEOPLE else None)
    number = f"{whole.quantity.value:f}"
    per = f"{number} {counted}" if counted else number
    return _joined(part, whole, with_fields(part.quantity, per=per))


def _joined(part: Reading, whole: Reading, quantity: Quantity) -> Reading:
    """The two readings as one that reaches over both."""
    assert part.mention is not None
    assert whole.mention is not None
    candidate = with_fields(part.candidate, end=whole.candidate.end, cores=part.candidate.cores + whole.candidate.cores)
    return replace(
        part,
        candidate=candidate,
        end=max(part.end, whole.end),
        quantity=quantity,
        rules=(*part.rules, "unit.share"),
        mention=part.mention.doc[part.mention.start : whole.mention.end],
    )


def _comparable(part: Quantity, whole: Quantity) -> bool:
    """Whether two quantities can be part and whole: figures of one kind, or the second a bare number, the first the
    smaller, the second whole."""
    bare = whole.kind == "count" and whole.unit is None
    if part.kind not in _SHARED or part.change is not None or part.per is not None:
        return False
    if part.value is None or whole.value is None or not 0 < part.value < whole.value:
        return False
    same = bare or (part.kind == whole.kind and (part.kind == "count" or part.unit == whole.unit))
    return same and whole.value == int(whole.value)


def _is_bare(whole: Reading) -> bool:
    """Whether nothing that could be counted follows the number."""
    assert whole.mention is not None
    following = whole.mention.doc[whole.mention.end : whole.mention.end + 1]
    return not following or following[0].is_punct or following[0].tag_ in {"IN", "VBZ", "VBD", "VBP", "CC", "MD", "TO"}


def _is_predicate(whole: Reading) -> bool:
    """Whether a plural after the number is the verb of its sentence, taken for a noun: *one man in six agrees*."""
    if whole.mention is None or whole.noun is None or whole.noun.modifiers or whole.noun.head.tag_ != "NNS":
        return False
    number, noun = whole.mention.root, whole.noun.head
    if number.dep_ == "pobj" and number.head.i != noun.i:
        return True
    closed = noun.i + 1 == noun.sent.end or noun.doc[noun.i + 1].is_punct
    return closed and not any(token.tag_ in _VERBS for token in noun.doc[noun.sent.start : noun.i])
