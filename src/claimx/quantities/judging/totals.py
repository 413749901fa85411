"""Totals that are brought to a level: *took its stake to 23%*, *bringing the toll to 40*."""

from __future__ import annotations

from claimx.nlp.phrases import lemma
from claimx.quantities.judging.reading import Reading
from claimx.quantities.judging.turns import Turn, Turns


def turn_of_total(reading: Reading, turns: Turns) -> tuple[Turn | None, str]:
    """The change that led a total to the figure, upwards unless *down* says otherwise."""
    assert reading.mention is not None
    root = reading.root
    if root is None or root.dep_ != "pobj" or root.head.lower_ != "to" or root.head.i > reading.mention.start:
        return None, "to"
    verb = root.head.head
    turn = turns.bringing.get(lemma(verb)) if verb.i < root.head.i else None
    told = any(child.dep_ == "dobj" and lemma(child) in turns.totals for child in verb.children)
    if turn is None or not told or any(child.lower_ == "down" for child in verb.children):
        return None, "to"
    return turn, "to"
