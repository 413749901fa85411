"""Reads figures: the decimal that digits with their separators stand for."""

import unicodedata
from decimal import Decimal

MOST_DIGITS = 40
"""Longer runs of digits are no quantities and cost time to reckon with."""

_SPACES = str.maketrans("", "", "\u00a0\u2009\u202f")


def figure(text: str) -> Decimal | None:
    """The exact value of a figure token, or None where it has none (1.2.3) or is absurdly long."""
    if len(text) > MOST_DIGITS:
        return None
    if text.isdecimal():
        return Decimal(text)
    base, power, raised = text.partition("^")
    if power:
        return _raised(figure(base), int(raised))
    mantissa, mark, exponent = text.replace("E", "e").partition("e")
    last = mantissa[-1]
    if not last.isdecimal():
        part = _vulgar(last)
        return part + Decimal(mantissa[:-1]) if mantissa[:-1] else part
    mantissa = mantissa.translate(_SPACES)
    if "," in mantissa:
        mantissa = _without_commas(mantissa)
    if mantissa.count(".") > 1:
        return None
    return Decimal(f"{mantissa}e{exponent}") if mark else Decimal(mantissa)


def vulgar_parts(char: str) -> tuple[int, int]:
    """Numerator and denominator of a vulgar fraction sign: ¾ is 3 and 4."""
    top, _, bottom = unicodedata.normalize("NFKD", char).partition("\u2044")
    return int(top), int(bottom)


def _raised(base: Decimal | None, power: int) -> Decimal | None:
    return None if base is None or (base == 0 and power <= 0) else base**power


def _vulgar(char: str) -> Decimal:
    numerator, denominator = vulgar_parts(char)
    return Decimal(numerator) / denominator if denominator else Decimal(0)


def _without_commas(text: str) -> str:
    """Commas are separators of groups; a single one before other than three digits is a decimal comma."""
    head, _, tail = text.rpartition(",")
    if len(tail.partition(".")[0]) == 3:
        return text.replace(",", "")
    return f"{head.replace('.', '')}.{tail}"
