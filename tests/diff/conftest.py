"""Makes facts as a text would give them."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from claimx.diff import Fact
from tests.resolve.conftest import change, make

__all__ = ["change", "fact", "make"]

MakeFact = Callable[..., Fact]


@pytest.fixture(scope="session")
def fact() -> MakeFact:
    """Makes a fact of a figure's surface, the sentence around it, and whatever else is given."""

    def make_fact(surface: str, sentence: str, value: str | int | None = None, **fields: Any) -> Fact:
        number = Decimal(value) if value is not None else None
        return Fact(
            **{"document": "a.txt", "kind": "count", "value": number, **fields}, surface=surface, sentence=sentence
        )

    return make_fact
