"""What stands between the claims of a sentence, and how their figures are told."""

from decimal import Decimal

from claimx.model import Claim


def between(first: Claim, second: Claim) -> str:
    """The words between two claims of one sentence."""
    at = first.sentence.find(first.surface) + len(first.surface)
    return first.sentence[at : max(at, first.sentence.find(second.surface, at))]


def plain(number: Decimal, places: int, *, sign: bool = False) -> str:
    """The number with at most so many decimal places, and with `sign` also with a plus."""
    text = f"{number:{'+' if sign else ''},.{places}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
