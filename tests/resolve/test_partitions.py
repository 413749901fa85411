"""Comparisons that are dealt out to other processes find what is found in one."""

import pickle
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal

import pytest

from claimx.model import Claim
from claimx.resolve import partitions, wording
from claimx.resolve.figures import find_figures
from claimx.resolve.partitions import Part
from claimx.resolve.table import Table
from tests.resolve.conftest import ClaimMaker

TOWNS = ("Ashford", "Brill", "Corley", "Dunham", "Esher", "Frome")
THINGS = ("flood wall", "bus station", "market hall", "harbour light", "school kitchen")


@pytest.fixture
def claims(make: ClaimMaker) -> list[Claim]:
    """What papers report of the same things in other words, figures that several things share, and rounded ones."""
    found = []
    for number, (town, thing) in enumerate((town, thing) for town in TOWNS for thing in THINGS):
        exact, subject = Decimal(1_204_000 + 37_000 * (number % 7)), f"the {thing} in {town}"
        pounds = f"£{exact:,}"
        rounded = f"almost £{round(exact / 1_000_000, 1)}m"
        told = (
            (f"{town} council paid {pounds} for the {thing}, auditors found.", pounds),
            (f"Auditors found that the {thing} had cost {town} council {pounds} in all.", pounds),
            (f"The {thing} cost the council of {town} {rounded}.", rounded),
        )
        for paper, (sentence, surface) in enumerate(told):
            rough = surface == rounded
            value, comparator = (round(exact, -5), "->") if rough else (exact, "=")
            document = f"{paper}-{number}.txt"
            found.append(make(surface, sentence, document, value=value, comparator=comparator, subject=subject))
    return sorted(found, key=lambda claim: claim.document)


def figures(claims: list[Claim], share: partitions.Share | None) -> list[tuple[str, ...]]:
    table = Table(claims, {}, wording())
    return [figure.claims for figure in find_figures(table, lambda name: name, share)[1]]


def test_what_is_found_does_not_depend_on_where(claims: list[Claim], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(partitions, "_SIZE", 10)
    parts: list[Part] = []

    def elsewhere(function: Callable[[Part], list[float]], given: Iterable[Part]) -> Iterator[list[float]]:
        for part in given:
            parts.append(part)
            yield function(pickle.loads(pickle.dumps(part)))

    here = figures(claims, None)
    assert figures(claims, elsewhere) == here
    assert len(parts) > 2
    assert len(TOWNS) * len(THINGS) <= len(here) < len(claims)


def test_a_part_has_only_the_claims_that_it_needs(claims: list[Claim]) -> None:
    parts: list[Part] = []

    def elsewhere(function: Callable[[Part], list[float]], given: Iterable[Part]) -> Iterator[list[float]]:
        parts.extend(given)
        return map(function, parts)

    figures(claims, elsewhere)
    for part in parts:
        assert {index for pair in part.pairs for index in pair[:2]} == set(range(len(part.claims)))
