"""The scanner, and ways to ask it."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from claimx.quantities.grammar.candidate import Candidate
from claimx.quantities.grammar.scanner import Scanner
from claimx.rulebook import Rulebook

Found = dict[str, dict[str, Any]]


@pytest.fixture(scope="session")
def scanner(rulebook: Rulebook) -> Scanner:
    """The scanner of the built-in rules."""
    return Scanner(rulebook)


@pytest.fixture(scope="session")
def scan(scanner: Scanner) -> Callable[[str], tuple[Candidate, ...]]:
    """Scans a whole text."""
    return lambda text: scanner.scan(text, 0, len(text))


@pytest.fixture(scope="session")
def read(scan: Callable[[str], tuple[Candidate, ...]]) -> Callable[[str], Found]:
    """The fields that are set of each candidate of a text, by its surface; figures as they print."""

    def shown(value: object) -> object:
        return str(value) if isinstance(value, Decimal) else value

    def fields(candidate: Candidate) -> dict[str, Any]:
        quantity = candidate.quantity
        names = ("value", "low", "high", "numerator", "denominator", "vague", "unit", "per")
        found = {name: shown(getattr(quantity, name)) for name in names if getattr(quantity, name) is not None}
        if quantity.kind != "count":
            found["kind"] = quantity.kind
        if quantity.comparator != "=":
            found["comparator"] = quantity.comparator
        if quantity.change is not None:
            change = quantity.change
            found["change"] = (change.direction, shown(change.delta), shown(change.from_), shown(change.to))
        marks = ("ordinal", "code", "hyphenated", "age", "part")
        return found | {name: getattr(candidate, name) for name in marks if getattr(candidate, name)}

    return lambda text: {text[one.start : one.end]: fields(one) for one in scan(text)}
