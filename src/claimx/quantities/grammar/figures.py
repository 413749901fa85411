"""Reads figures: the decimal that digits with their separators stand for."""

import re
import unicodedata
from decimal import Decimal

MOST_DIGITS = 40
"""Longer runs of digits are no quantities and cost time to reckon with."""

_USUAL = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+")
_SPACES = str.maketrans("", "", " '’\u00a0\u2009\u202f")
_SIGNS_OF_TIMES = re.compile(r" ?[x×*·] ?")
_MILLIONS = re.compile(r"[1-9]\d{0,2}(?:\.\d{3}){2}")
"""Groups with points, as in much of Europe; with one group or four it can be a decimal or an address."""
_POWER_OF_TEN = re.compile(r"10\^? ?([+-]\d{1,2})")
_SUPERSCRIPT = re.compile(r"(?<=\d)[⁺⁻⁰¹²³⁴-⁹]+$")
_LOWERED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", "0123456789+-")


def figure(text: str) -> Decimal | None:
    """The exact value of a figure token, or None where it has none (1.2.3) or is absurdly long."""
    if len(text) > MOST_DIGITS:
        return None
    if text.isdecimal():
        return Decimal(text)
    if _USUAL.fullmatch(text):
        return Decimal(text.replace(",", ""))
    mantissa, *power_of_ten = _SIGNS_OF_TIMES.split(text.replace("−", "-"), maxsplit=1)
    if power_of_ten:
        lowered = _POWER_OF_TEN.fullmatch(power_of_ten[0])
        return _product(figure(mantissa), Decimal(10) ** int(lowered[1]) if lowered else figure(power_of_ten[0]))
    text = mantissa
    base, power, raised = _SUPERSCRIPT.sub(_as_power, text).partition("^")
    if power:
        return _raised(figure(base.rstrip()), int(raised))
    mantissa, mark, exponent = text.replace("E", "e").partition("e")
    last = mantissa[-1]
    if not last.isdecimal():
        part = _vulgar(last)
        return part + Decimal(mantissa[:-1]) if mantissa[:-1] else part
    mantissa = mantissa.translate(_SPACES)
    if "," in mantissa:
        mantissa = _without_commas(mantissa)
    if mantissa.count(".") > 1:
        return Decimal(mantissa.replace(".", "")) if _MILLIONS.fullmatch(mantissa) else None
    return Decimal(f"{mantissa}e{exponent}") if mark else Decimal(mantissa)


def vulgar_parts(char: str) -> tuple[int, int]:
    """Numerator and denominator of a vulgar fraction sign: ¾ is 3 and 4."""
    top, _, bottom = unicodedata.normalize("NFKD", char).partition("\u2044")
    return int(top), int(bottom)


def _as_power(superscript: re.Match[str]) -> str:
    return "^" + superscript[0].translate(_LOWERED)


def _product(a: Decimal | None, b: Decimal | None) -> Decimal | None:
    return None if a is None or b is None else a * b


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
