"""Whether two figures are of a size that lets one lend the other its unit."""

from decimal import Decimal

from claimx.quantities.judging.reading import Reading

_LEAST, _MOST = 60, 101
"""What two rival shares in one whole add up to; they are rounded."""
_FACTOR = 20
"""How many times one figure may be another of the same unit that is left out."""


def is_rival(other: Reading, reading: Reading) -> bool:
    """Whether a figure is the smaller of two shares in one whole: *leads by 51 per cent to 36*."""
    assert reading.mention is not None
    if other.mention is None or other.quantity.change is not None:
        return False
    between = [token.lower_ for token in reading.mention.doc[other.mention.end : reading.mention.start]]
    smaller, larger = _size(reading), _size(other)
    return between == ["to"] and smaller < larger and _LEAST < smaller + larger <= _MOST


def of_like_size(other: Reading, reading: Reading) -> bool:
    """Whether neither of two figures is out of all proportion to the other, on whichever side of zero; zero itself is
    what anything can come to."""
    first, second = _size(other), _size(reading)
    if reading.quantity.value == 0:
        return True
    return bool(first and second) and 1 / _FACTOR < second / first < _FACTOR


def _size(reading: Reading) -> Decimal:
    return abs(reading.quantity.value or reading.quantity.high or Decimal(0))


def is_decimal(reading: Reading) -> bool:
    """Whether a figure is no whole number, so that it can hardly count things that another counts whole."""
    value = reading.quantity.value
    return value is not None and value != value.to_integral_value()
