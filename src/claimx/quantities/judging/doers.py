"""Bare figures of those who do or suffer something: persons, or the sort of them that was counted before."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace as with_fields

from claimx.quantities.judging.announced import Announced
from claimx.quantities.judging.carried import unit_of_another
from claimx.quantities.judging.reading import Reading

_DOERS = (
    *("er", "or", "ist", "ant", "ent", "ian", "ee", "man", "ic", "person", "child", "pupil", "nurse", "boy", "girl"),
    *("adult", "guest", "graduate", "victim", "staff", "recruit", "official", "relative", "hostage", "troop", "youth"),
    *("candidate", "delegate", "apprentice", "peer", "judge", "athlete", "teen", "individual", "couple", "mp", "gp"),
)
"""How nouns for persons end, or the nouns themselves."""


class Doers:
    """Finds such units by the verbs of one rulebook. `turns`: the verbs and nouns of change."""

    def __init__(self, announced: Announced, turns: frozenset[str]) -> None:
        self._announced = announced
        self._turns = turns

    def by_deed(self, reading: Reading, earlier: Sequence[Reading]) -> Reading | None:
        """*300 signed up* counts persons, or those of the sort that was counted before: *there are 40 nurses; six
        resigned*; *they made 40 cars, and 12 were tested*."""
        doer = self._announced.by_deed(reading)
        if doer is None:
            return None
        others = unit_of_another(reading, earlier, self._turns)
        unit = others.quantity.unit if others is not None and others.quantity.kind == "count" else None
        same = unit is not None and (unit.lower().endswith(_DOERS) or _is_counted_beside(earlier[-1], reading))
        return others if same else doer

    def of_same_sort(self, reading: Reading, earlier: Sequence[Reading]) -> Reading:
        """Persons who are of the sort that was just counted: *24 civilians were killed and 15 injured*."""
        last = earlier[-1] if earlier else None
        assert reading.mention is not None
        first = reading.mention[0]
        if last is None or last.noun is None or last.partitive or last.quantity.kind != "count":
            return reading
        noun = last.noun.head
        joined = first.i > first.sent.start and first.nbor(-1).lower_ in {"and", ",", "while", "but"}
        suffers = noun.dep_ in {"nsubj", "nsubjpass"} and self._announced.befalls(noun.head)
        if not joined or not suffers or noun.tag_ != "NNS" or noun.sent.start != first.sent.start:
            return reading
        return reading.refined(with_fields(reading.quantity, unit=last.quantity.unit))


def _is_counted_beside(other: Reading, reading: Reading) -> bool:
    """Whether the figure before counts what its own sentence goes on to speak of, and not the posts applied for."""
    if other.noun is None or other.mention is None or reading.mention is None:
        return False
    noun = other.noun.head
    placed = noun.dep_ == "pobj" and noun.head.lower_ != "of"
    return not placed and noun.sent.start == reading.mention[0].sent.start
