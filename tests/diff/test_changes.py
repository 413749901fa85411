"""In what two facts differ that correspond."""

from decimal import Decimal
from typing import Any

import pytest

from claimx.diff.changes import differences
from claimx.model import Change
from tests.diff.conftest import MakeFact

SENTENCE = "The council runs 12 libraries."
SLIP, MENDED = "Of these 12 have a libarian, said Ida Moss.", "Of these 12 have a librarian, said Ida Moss."
IN_2021, MIGHT = "The council ran 12 libraries in 2021.", "The council might run 12 libraries."
BY, TO = Change(direction="increase", delta=Decimal(5)), Change(direction="increase", to=Decimal(5))
UP, DOWN = Change(direction="increase"), Change(direction="decrease")


@pytest.mark.parametrize(
    ("old", "new", "kinds"),
    [
        pytest.param({"value": 12}, {"value": 15}, ["value"], id="figure"),
        pytest.param(
            {"value": 12, "unit": "library"}, {"value": 12, "unit": "school"}, ["value"], id="what is counted"
        ),
        pytest.param(
            {"value": 12, "unit": "GBP", "kind": "money"},
            {"value": 12, "unit": "EUR", "kind": "money"},
            ["value"],
            id="currency",
        ),
        pytest.param({"value": 12}, {"value": 12, "per": "year"}, ["value"], id="rate"),
        pytest.param({"value": 12, "change": UP}, {"value": 12, "change": DOWN}, ["value"], id="direction"),
        pytest.param(
            {"low": Decimal(5), "high": Decimal(10)}, {"low": Decimal(5), "high": Decimal(12)}, ["value"], id="range"
        ),
        pytest.param({"value": 5, "change": BY}, {"value": 5, "change": TO}, ["value"], id="by and to"),
        pytest.param({"vague": "hundreds"}, {"vague": "thousands"}, ["value"], id="magnitude"),
        pytest.param({"value": 12}, {"value": 12, "comparator": "~"}, ["comparator"], id="hedge"),
        pytest.param({"value": 12, "speakers": ("Ruth Okafor",)}, {"value": 12}, ["speaker"], id="speaker gone"),
        pytest.param({"speakers": ("Ruth Okafor",)}, {"speakers": ("Ben Sole",)}, ["speaker"], id="speaker"),
        pytest.param({"speakers": ("Oxfam", "Shelter")}, {"speakers": ("Oxfam",)}, ["speaker"], id="one speaker less"),
        pytest.param({"speakers": ("NHS",)}, {"speakers": ("NHS Wales",)}, ["speaker"], id="a part of an organisation"),
        pytest.param({"period": "in 2020"}, {"period": "in 2021", "sentence": IN_2021}, ["period"], id="period"),
        pytest.param({"period": "since 2021"}, {"period": "in 2021", "sentence": IN_2021}, ["period"], id="since"),
        pytest.param({"period": None}, {"period": "in 2021", "sentence": IN_2021}, ["period"], id="period added"),
        pytest.param({}, {"modality": "hypothetical", "sentence": MIGHT}, ["modality"], id="modality"),
        pytest.param(
            {"value": 12, "modality": "forecast"},
            {"value": 15, "comparator": ">", "sentence": MIGHT},
            ["value", "modality"],
            id="several",
        ),
        pytest.param({}, {"sentence": "12 libraries are run by the council."}, ["reworded"], id="other words"),
        pytest.param(
            {"value": 12},
            {"value": 15, "sentence": "It runs 15 libraries."},
            ["value"],
            id="reworded and another figure",
        ),
    ],
)
def test_difference(fact: MakeFact, old: dict[str, Any], new: dict[str, Any], kinds: list[str]) -> None:
    before, after = (fact(**{"surface": "12", "sentence": SENTENCE, **fields}) for fields in (old, new))
    assert list(differences(before, after)) == kinds


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param({}, {"sentence": "The council runs 12 libraries"}, id="punctuation"),
        pytest.param({}, {"sentence": "the Council runs '12 libraries'."}, id="capitals and quotation marks"),
        pytest.param({"value": "1600"}, {"value": "1.6E+3"}, id="exponent"),
        pytest.param(
            {"kind": "fraction", "numerator": 1, "denominator": 4}, {"kind": "percentage", "value": 25}, id="share"
        ),
        pytest.param(
            {"kind": "fraction", "numerator": 1, "denominator": 20, "change": UP},
            {"kind": "percentage", "value": 5, "change": BY},
            id="share of a change",
        ),
        pytest.param({"vague": "thousands"}, {"vague": "Thousand"}, id="magnitude in other form"),
        pytest.param({"speakers": ("Ruth Okafor",)}, {"speakers": ("Okafor",)}, id="surname"),
        pytest.param({"speakers": ("Ruth Okafor",)}, {"speakers": ("Mrs Okafor",)}, id="surname with a title"),
        pytest.param({"speakers": ("The Trust",)}, {"speakers": ("Trust",)}, id="article"),
        pytest.param({"speakers": ("Oxfam", "Shelter")}, {"speakers": ("Shelter", "Oxfam")}, id="order of speakers"),
        pytest.param({"period": "in 2020"}, {"period": "during 2020"}, id="preposition"),
        pytest.param({"unit": "authority"}, {"unit": "local authority"}, id="noun with more words"),
        pytest.param({"subject": "libraries"}, {"subject": "town libraries"}, id="subject"),
        pytest.param({"zone": "main"}, {"zone": "edge"}, id="table and article"),
        pytest.param({"modality": "proposal"}, {"modality": "actual"}, id="read otherwise in the same words"),
        pytest.param({"period": "in 2020"}, {}, id="period read otherwise in the same words"),
        pytest.param(
            {"speakers": ("Ida Moss",), "sentence": SLIP}, {"sentence": MENDED}, id="read otherwise after a slip"
        ),
        pytest.param({"document": "a.txt"}, {"document": "b.txt"}, id="name of the document"),
    ],
)
def test_no_difference(fact: MakeFact, old: dict[str, Any], new: dict[str, Any]) -> None:
    before, after = (fact(**{"surface": "12", "sentence": SENTENCE, **fields}) for fields in (old, new))
    assert [kind for kind in differences(before, after) if kind != "reworded"] == []
