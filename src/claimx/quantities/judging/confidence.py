"""How sure a claim is: how plain its form is, and how far the parse bears it out."""

from claimx.quantities.judging.reading import Reading

_PLAIN = 0.95
"""A figure whose own words carry its unit: money, per cent, a measure."""
_COUNT = 0.9
"""A bare number whose unit is the noun right after it."""
_ELIDED = 0.7
"""A bare number whose unit stands elsewhere."""
_UNKNOWN = 0.5
"""A bare number without any unit."""
_SMALL_WORD = 0.1
"""Off a small number in words: such numbers often only point."""
_UNPARSED = 0.1
"""Off where no parse bears the reading out."""


def confidence_of(reading: Reading) -> float:
    """Between 0 and 1; 0.95 for a plain figure in a parsed sentence."""
    quantity = reading.quantity
    if quantity.kind != "count":
        score = _PLAIN
    elif reading.noun is not None:
        score = _COUNT
    else:
        score = _ELIDED if quantity.unit else _UNKNOWN
    if quantity.kind == "count" and quantity.value is not None and quantity.value < 10 and _in_words(reading):
        score -= _SMALL_WORD
    if reading.mention is None:
        score -= _UNPARSED
    return round(score, 2)


def _in_words(reading: Reading) -> bool:
    return reading.number is not None and not any(char.isdigit() for char in reading.number.text)
