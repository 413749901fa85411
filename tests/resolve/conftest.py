"""Claims made by hand: what earlier stages would say of a sentence."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any

import pytest

from claimx.model import Attribution, Change, Claim, Figure, Speaker
from claimx.resolve import wording
from claimx.resolve.figures import find_figures
from claimx.resolve.table import Table

ClaimMaker = Callable[..., Claim]
ChangeMaker = Callable[..., Change]


@pytest.fixture
def make() -> ClaimMaker:
    """Makes a claim of a surface, its sentence and what differs from the usual. Sentences follow each other in the
    text, and a sentence that has been met in the document is the same one."""
    places: dict[tuple[str, str], int] = {}
    made: list[str] = []

    def claim(surface: str, sentence: str, document: str = "a.txt", **fields: Any) -> Claim:
        start = places.setdefault((document, sentence), 1000 * len(places)) + sentence.index(surface)
        made.append(surface)
        known: dict[str, Any] = {
            "id": f"c_{len(made)}",
            "figure": None,
            "line": 1,
            "column": start + 1,
            "kind": "money",
            "value": None,
            "low": None,
            "high": None,
            "numerator": None,
            "denominator": None,
            "vague": None,
            "unit": {"percentage": "%", "count": None}.get(fields.get("kind", "money"), "GBP"),
            "comparator": "=",
            "per": None,
            "change": None,
            "period": None,
            "subject": None,
            "modality": "actual",
            "organisations": (),
            "zone": "main",
            "confidence": 1.0,
            "rules": (),
        }
        speaker = fields.pop("speaker", None)
        attribution = (
            Attribution(mode="indirect", speakers=(Speaker(name=speaker, type="person"),)) if speaker else Attribution()
        )
        for name in ("value", "low", "high"):
            if fields.get(name) is not None:
                fields[name] = Decimal(str(fields[name]))
        return Claim(
            **(known | fields),
            document=document,
            surface=surface,
            start=start,
            end=start + len(surface),
            sentence=sentence,
            attribution=attribution,
        )

    return claim


def find(
    claims: Sequence[Claim], titles: Mapping[str, str | None] | None = None
) -> tuple[Sequence[Claim], Sequence[Figure]]:
    """The claims with their figures, and the figures, by the built-in rules."""
    return find_figures(Table(claims, titles or {}, wording()), str)


@pytest.fixture
def change() -> ChangeMaker:
    """Makes a change of plain numbers."""

    def make_change(direction: Any, **numbers: float | str) -> Change:
        return Change(direction=direction, **{name: Decimal(str(number)) for name, number in numbers.items()})

    return make_change
