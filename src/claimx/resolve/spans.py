"""What stands between the claims of a sentence, and how their figures are told."""

from decimal import Decimal

from claimx.model import Claim


def printed(claim: Claim) -> str:
    """The figure as the claim's sentence has it: with single blanks, whatever white space the document has there."""
    surface = claim.surface
    return surface if surface.isprintable() and "  " not in surface else " ".join(surface.split())


def between(first: Claim, second: Claim) -> str:
    """The words between two claims of one sentence."""
    figure = printed(first)
    at = first.sentence.find(figure) + len(figure)
    return first.sentence[at : max(at, first.sentence.find(printed(second), at))]


def plain(number: Decimal, places: int, *, sign: bool = False) -> str:
    """The number with at most so many decimal places, and with `sign` also with a plus."""
    text = f"{number:{'+' if sign else ''},.{places}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
