"""What the rules of furniture take out of a text."""

from collections.abc import Callable

import pytest

from claimx.cleaning.furniture import FurnitureRules
from claimx.cleaning.lines import split
from claimx.cleaning.sections import spread
from claimx.rulebook import Rulebook

Dropped = Callable[[str], list[str]]


@pytest.fixture(scope="session")
def dropped(rulebook: Rulebook) -> Dropped:
    """The lines of a text that a rule calls furniture."""
    rules = FurnitureRules(rulebook)

    def lines(text: str) -> list[str]:
        parts = spread(text, rules.parts(text, split(text)))
        return [text[part.start : part.end] for part in parts if part.rule is not None]

    return lines
