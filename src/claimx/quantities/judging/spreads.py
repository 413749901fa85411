"""From one figure to another where nothing changes: what things of several sizes reach over, *homes from £90,000 to
£1m*."""

from __future__ import annotations

from decimal import Decimal

from msgspec.structs import replace as with_fields

from claimx.nlp import Token
from claimx.nlp.phrases import ancestors, lemma
from claimx.quantities.judging.reading import Reading
from claimx.quantities.judging.turns import Turns

_FREE = frozenset({"nsubj", "nsubjpass", "pobj", "ROOT", "appos", "conj"})
"""What a noun with a spread may be in its sentence. The object of a verb may be what the verb changes: *put prices
from £5 to £7*."""


def as_spread(reading: Reading, turns: Turns) -> Reading:
    """The reading of two ascending levels as a range, where they hang on several things and no word around says that
    those rose."""
    bounds = _ascending(reading)
    if bounds is None or reading.mention is None:
        return reading
    governor = reading.mention[0].head
    if _opens_subject(reading):
        return _spread(reading, bounds)
    apart = any(token.is_punct for token in reading.mention.doc[governor.i : reading.mention.start])
    if apart or not _are_several(governor) or _tells_of_change(governor, turns):
        return reading
    return _spread(reading, bounds)


def _opens_subject(reading: Reading) -> bool:
    """Whether the two levels count the subject of their sentence: *from 12 to 20 people came*."""
    noun = reading.noun
    return noun is not None and not reading.partitive and noun.head.dep_ in {"nsubj", "nsubjpass"}


def _spread(reading: Reading, bounds: tuple[Decimal, Decimal]) -> Reading:
    low, high = bounds
    return reading.refined(with_fields(reading.quantity, value=None, low=low, high=high, change=None))


def _ascending(reading: Reading) -> tuple[Decimal, Decimal] | None:
    """The two levels of *from … to …*, the lower one first."""
    change = reading.quantity.change
    if change is None or change.from_ is None or change.to is None or change.delta is not None:
        return None
    opened = reading.mention is not None and reading.mention[0].lower_ == "from"
    return (change.from_, change.to) if opened and change.from_ < change.to else None


def _are_several(noun: Token) -> bool:
    return noun.tag_ == "NNS" and noun.dep_ in _FREE


def _tells_of_change(noun: Token, turns: Turns) -> bool:
    """Whether the noun, or what it hangs on, is a word of change or of motion."""
    for word in map(lemma, (noun, *ancestors(noun))):
        direction, _ = turns.verbs.get(word) or turns.nouns.get(word) or ("none", "")
        if direction != "none" or word in turns.moving:
            return True
    return False
