"""Scores say what was found, what is right, and which rules were at work."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from claimx.errors import InputError
from claimx.evaluation import Evaluation, evaluate, read_gold
from claimx.model import Attribution, Claim, Excluded, Generator, Report, Speaker
from tests.resolve.conftest import ClaimMaker

TEXT = "Rents rose 12% in 2019, Ann Hill said. Some 40 tenants left."

GOLD: list[dict[str, Any]] = [
    {
        "surface": "12%",
        "claim": True,
        "kind": "percentage",
        "value": 12,
        "unit": "%",
        "change": {"direction": "increase", "delta": True},
        "subject": "rents",
        "mode": "indirect",
        "speakers": ["Ann Hill"],
        "cluster": "rents",
    },
    {"surface": "2019", "claim": False, "reason": "date"},
    {"surface": "Some 40 tenants", "claim": True, "kind": "count", "value": 40, "unit": "tenant", "comparator": "~"},
]


@pytest.fixture
def found(make: ClaimMaker, change: Any) -> list[Claim]:
    """What a perfect run would find."""
    rents = make(
        "12%",
        TEXT,
        "t.txt",
        kind="percentage",
        value=12,
        subject="Rents",
        change=change("increase", delta=12),
        rules=("quantity.percentage",),
    )
    said = Attribution(mode="indirect", speakers=(Speaker(name="Hill", type="person"),))
    tenants = make("40 tenants", TEXT, "t.txt", kind="count", value=40, unit="tenants", comparator="~")
    return [replace(rents, attribution=said), replace(tenants, unit="tenant", rules=("number.digits",))]


def score(tmp_path: Path, claims: list[Claim], *excluded: Excluded) -> Evaluation:
    """The scores of a report of these claims and exclusions."""
    (tmp_path / "t.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "gold.jsonl").write_text(json.dumps({"id": "t.txt", "mentions": GOLD}) + "\n", encoding="utf-8")
    report = Report(
        schema_version="1.0",
        generator=Generator(name="claimx", version="0", model="", rules=""),
        documents=(),
        claims=tuple(claims),
        figures=(),
        conflicts=(),
        statements=(),
        speakers=(),
        organisations=(),
        excluded=excluded,
    )
    return evaluate(report, read_gold(tmp_path / "gold.jsonl", tmp_path))


def excluded(reason: Any) -> Excluded:
    """The exclusion of the year."""
    start = TEXT.index("2019")
    return Excluded(document="t.txt", surface="2019", start=start, end=start + 4, reason=reason, rule="date.year")


def test_a_perfect_report_scores_one_in_everything(tmp_path: Path, found: list[Claim]) -> None:
    result = score(tmp_path, found, excluded("date"))
    assert {name: one.f1 for name, one in result.scores.items()} == dict.fromkeys(result.scores, 1.0)
    assert {name: one.f1 for name, one in result.fields.items()} == dict.fromkeys(result.fields, 1.0)
    assert result.mistakes == ()


def test_what_is_missed_costs_recall(tmp_path: Path, found: list[Claim]) -> None:
    result = score(tmp_path, found[:1], excluded("date"))
    detection = result.scores["detection"]
    assert (detection.precision, detection.recall) == (1.0, 0.5)
    assert [(one.what, one.surface) for one in result.mistakes] == [("unaccounted", "Some 40 tenants")]
    assert result.scores["ledger"].recall == pytest.approx(2 / 3)


def test_what_is_no_claim_costs_precision(tmp_path: Path, found: list[Claim], make: ClaimMaker) -> None:
    false = make("2019", TEXT, "t.txt", kind="count", value=2019, rules=("number.digits",))
    result = score(tmp_path, [*found, false])
    assert result.scores["detection"].precision == pytest.approx(2 / 3)
    assert [(one.what, one.expected, one.rules) for one in result.mistakes] == [
        ("false claim", "date", ("number.digits",))
    ]
    assert result.rules["number.digits"].precision == 0.5
    assert result.rules["quantity.percentage"].precision == 1.0


def test_a_wrong_reason_is_told(tmp_path: Path, found: list[Claim]) -> None:
    result = score(tmp_path, found, excluded("age"))
    assert result.scores["reasons"].recall == 0.0
    assert [(one.what, one.expected, one.found, one.rules) for one in result.mistakes] == [
        ("reason", "date", "age", ("date.year",))
    ]


@pytest.mark.parametrize(
    ("field", "changes", "strict"),
    [
        ("value", {"value": Decimal(13)}, False),
        ("comparator", {"comparator": ">"}, False),
        ("unit", {"unit": "pp"}, False),
        ("kind", {"kind": "percentage_points"}, True),
        ("change", {"change": None}, True),
        ("per", {"per": "year"}, True),
        ("modality", {"modality": "forecast"}, True),
        ("subject", {"subject": "wages"}, True),
        ("speakers", {"attribution": Attribution(mode="indirect")}, True),
        (
            "speakers",
            {"attribution": Attribution(mode="indirect", speakers=(Speaker(name="Bob Dale", type="person"),))},
            True,
        ),
    ],
)
def test_a_wrong_field_is_told(
    tmp_path: Path, found: list[Claim], field: str, changes: dict[str, Any], strict: bool
) -> None:
    result = score(tmp_path, [replace(found[0], **changes), found[1]], excluded("date"))
    assert [one.what for one in result.mistakes] == [field]
    assert result.fields[field].f1 < 1.0
    assert all(one.f1 == 1.0 for name, one in result.fields.items() if name != field)
    assert (result.scores["strict"].f1 == 1.0) == strict
    assert result.scores["full"].f1 == (1.0 if strict and field != "speakers" else 0.5)


def test_clusters_are_scored_by_pairs(tmp_path: Path, found: list[Claim]) -> None:
    joined = [replace(claim, figure="f_1") for claim in found]
    assert score(tmp_path, joined, excluded("date")).scores["clusters"].precision == 0.0


BROKEN = [
    ('{"id": "t.txt"}', "gold.jsonl:1: not a line of a gold file: .*mentions"),
    ("{", "gold.jsonl:1: not a line"),
    ('{"id": "u.txt", "mentions": []}', "its text .*u.txt cannot be read"),
    ('{"id": "t.txt", "mentions": [{"surface": "99", "claim": true}]}', "does not have '99'"),
    ('{"id": "t.txt", "mentions": [{"surface": "40", "nth": 1, "claim": true}]}', r"'40' \(nth 1\)"),
    ('{"id": "t.txt", "mentions": [{"surface": "40", "claim": false, "reason": "dull"}]}', "Invalid enum value 'dull'"),
]


@pytest.mark.parametrize(("line", "message"), BROKEN)
def test_a_broken_gold_file_is_refused(tmp_path: Path, line: str, message: str) -> None:
    (tmp_path / "t.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "gold.jsonl").write_text(line + "\n", encoding="utf-8")
    with pytest.raises(InputError, match=message):
        list(read_gold(tmp_path / "gold.jsonl", tmp_path))
