"""Changes in words."""

from decimal import Decimal
from typing import Any

import pytest

from claimx.diff.changes import Assertion, ChangeKind
from claimx.diff.sentences import sentence
from claimx.model import Change
from tests.diff.conftest import MakeFact

SAID = "The trust said that repairs of the old pier cost £5m."
BY, TO = Change(direction="increase", delta=Decimal(5)), Change(direction="increase", to=Decimal(5))


@pytest.mark.parametrize(
    ("kind", "old", "new", "told"),
    [
        ("added", None, {"subject": "repairs"}, "£5m added: repairs (a.txt:3)"),
        ("removed", {"subject": "repairs", "speakers": ("Ida",)}, None, "£5m removed: repairs, Ida (a.txt:3)"),
        ("value", {}, {"surface": "£6m", "subject": "repairs"}, "£5m → £6m: repairs (a.txt:3)"),
        (
            "value",
            {"change": BY},
            {"change": TO, "subject": "fare"},
            "increase by £5m → increase to £5m: fare (a.txt:3)",
        ),
        ("value", {"subject": "rent"}, {"per": "year"}, "£5m → £5m per year: rent (a.txt:3)"),
        (
            "value",
            {"surface": "12", "kind": "count", "unit": "boat", "subject": "fleet"},
            {"surface": "12", "kind": "count", "unit": "cart", "subject": "fleet"},
            "12 boat → 12 cart: fleet (a.txt:3)",
        ),
        (
            "comparator",
            {},
            {"comparator": "~", "subject": "rent"},
            "exactly £5m → about £5m (hedge added): rent (a.txt:3)",
        ),
        (
            "comparator",
            {"comparator": ">", "surface": "over £5m"},
            {"subject": "rent"},
            "over £5m → £5m (hedge dropped): rent (a.txt:3)",
        ),
        (
            "speaker",
            {"speakers": ("Ida", "Ben")},
            {"subject": "rent"},
            "£5m, Ida, Ben → (the document): rent (a.txt:3)",
        ),
        ("period", {}, {"period": "in 2021", "subject": "rent"}, "£5m, (no period) → in 2021: rent (a.txt:3)"),
        ("modality", {}, {"modality": "forecast", "subject": "rent"}, "£5m, actual → forecast: rent (a.txt:3)"),
        ("added", None, {"subject": "council", "speakers": ("council",)}, "£5m added: council (a.txt:3)"),
        ("reworded", {}, {"subject": "rent"}, "£5m reworded: rent (a.txt:3)"),
        ("added", None, {"sentence": SAID}, f"£5m added: “{SAID}” (a.txt:3)"),
        ("added", None, {"sentence": "£5m"}, "£5m added (a.txt:3)"),
        ("added", None, {"subject": "a pier " * 40}, f"£5m added: {'a pier ' * 12}a… (a.txt:3)"),
        (
            "added",
            None,
            {"subject": "pier", "speakers": tuple("ABCDE")},
            "£5m added: pier, A, B, C and 2 more (a.txt:3)",
        ),
        ("added", None, {"subject": "pier\x1b[2J", "document": "a\n.txt"}, "£5m added: pier\\x1b[2J (a .txt:3)"),
    ],
)
def test_sentence(fact: MakeFact, kind: ChangeKind, old: Any, new: Any, told: str) -> None:
    known = {"surface": "£5m", "sentence": SAID, "kind": "money", "unit": "GBP"}
    before, after = (
        None if fields is None else Assertion(claim="c_1", start=0, end=3, line=3, fact=fact(**{**known, **fields}))
        for fields in (old, new)
    )
    assert sentence(kind, before, after) == told


def test_words_around_a_figure_are_cut_at_words(fact: MakeFact) -> None:
    text = "word " * 60 + "£5m" + " word" * 60
    told = sentence("added", None, Assertion(claim="c_1", start=0, end=3, line=1, fact=fact("£5m", text)))
    assert told.startswith("£5m added: “…word word ")
    assert told.endswith(" word word…” (a.txt:1)")
    assert len(told) < 130
