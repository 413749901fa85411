"""Finds every number of a text and what belongs to it by its form alone."""

import re
from collections.abc import Sequence
from decimal import Decimal

from claimx.model import Quantity, Span
from claimx.quantities.candidate import Candidate
from claimx.rulebook import Rulebook

_DIGITS = re.compile(r"\d{1,40}")


class Scanner:
    """Scans text by the lexicons of one rulebook; compiled once."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._rulebook = rulebook

    def scan(self, text: str, start: int, end: int, taken: Sequence[Span] = ()) -> tuple[Candidate, ...]:
        """The candidates of text[start:end], in text order, without overlap; none inside the spans of `taken`."""
        return tuple(
            Candidate(
                start=match.start(),
                end=match.end(),
                cores=(match.span(),),
                quantity=Quantity(kind="count", value=Decimal(match[0])),
                rules=("number.digits",),
            )
            for match in _DIGITS.finditer(text, start, end)
            if not any(left < match.end() and match.start() < right for left, right in taken)
        )
