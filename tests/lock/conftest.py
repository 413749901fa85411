"""Entries made by hand."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from claimx.diff import Fact
from claimx.lock import Entry, Former, Lock, Suppression
from claimx.model import Change

MakeEntry = Callable[..., Entry]


@pytest.fixture(scope="session")
def entry() -> MakeEntry:
    """Makes the entry of a figure."""

    def make(surface: str, value: str, document: str = "pier.txt", **person: Any) -> Entry:
        fact = Fact(
            document=document,
            surface=surface,
            sentence=f"Repairs of the pier cost {surface}, she said.",
            kind="money",
            value=Decimal(value),
            unit="GBP",
            subject="repairs of the pier",
            speakers=("Ruth Okafor",),
        )
        return Entry(fact=fact, **person)

    return make


@pytest.fixture(scope="session")
def full_lock(entry: MakeEntry) -> Lock:
    """A lock file in which hardly a field is empty."""
    fact = Fact(
        document="a b/ä.txt",
        surface="from £6bn to £8.25bn",
        sentence='It rose "from £6bn to £8.25bn" a year.',
        kind="money",
        value=Decimal("8.25E+9"),
        low=Decimal("0.10"),
        high=Decimal("12345678901234567890.5"),
        numerator=1,
        denominator=3,
        vague="dozens",
        unit="GBP",
        comparator="~",
        per="year",
        change=Change(direction="increase", from_=Decimal("6E+9"), to=Decimal("8.25E+9")),
        period="last year",
        subject="spending",
        modality="forecast",
        speakers=("NSPCC", "NCB"),
        zone="edge",
    )
    former = Former(surface="£3m", speakers=("Ruth Okafor",), verdict="disputed", note="too round")
    entries = (
        Entry(fact=fact, verdict="verified", note="annual report, p. 4"),
        entry("£4m", "4000000"),
        entry("£5m", "5000000", verdict="ignore", was=(former,)),
    )
    suppression = Suppression(
        fingerprint="0123456789abcdef", check="vague-figure", document="pier.txt", reason="a quiz"
    )
    return Lock({one.fact: one for one in entries}, {suppression.fingerprint: suppression})
