"""Reports made by hand, and findings of every sort."""

from collections.abc import Callable
from typing import Any

import pytest
from msgspec.structs import replace

from claimx.checks import Finding, Material, Origin, Outcome, Place
from claimx.model import Attribution, Claim, Report, Speaker

MakeClaim = Callable[..., Claim]

LINE_STARTS = tuple(range(0, 10_000, 100))
"""Lines of a hundred characters."""


@pytest.fixture
def make_claim(full_report: Report) -> MakeClaim:
    """Makes a claim of `pier.txt`, with the given fields."""
    [base] = full_report.claims
    speaker = Speaker(name="Ruth Okafor", type="person")

    def make(name: str, **fields: Any) -> Claim:
        fields = {"document": "pier.txt", "attribution": Attribution(mode="indirect", speakers=(speaker,)), **fields}
        return replace(base, id=f"c_{name}", **fields)

    return make


@pytest.fixture
def material(full_report: Report) -> Callable[..., Material]:
    """What checks are given: a report with these parts, of plain files."""

    def make(**parts: Any) -> Material:
        empty = {"claims": (), "figures": (), "conflicts": (), "excluded": (), "problems": (), "documents": ()}
        report = replace(full_report, **{**empty, **parts})
        names = [
            *(claim.document for claim in report.claims),
            *(statement.document for statement in report.statements),
            *(record.id for record in report.documents),
        ]
        return Material(report, {name: Origin(name, name, line_starts=LINE_STARTS) for name in names})

    return make


@pytest.fixture
def findings() -> tuple[Finding, ...]:
    """An open finding of each severity, a suppressed one, one without a line; texts with all that needs escaping."""
    place = Place(path="a b/50% off, ä:1.txt", document="a.txt", line=3, column=5, end_line=3, end_column=9)
    error = Finding(
        check="new-claim",
        severity="error",
        message="new: '5%' <b>&\"",
        why="Because.",
        help="Mend it, 100%.",
        place=place,
        fingerprint="a" * 16,
        confidence=0.9,
    )
    elsewhere = Place(path="other.txt", document="other.txt", line=1, column=1, end_line=2, end_column=4)
    inside = Place(path="corpus.jsonl", document="corpus.jsonl#7", member="7")
    return (
        error,
        replace(error, check="arithmetic", severity="warning", related=(elsewhere,), fingerprint="b" * 16),
        replace(error, check="vague-figure", severity="note", place=inside, fingerprint="c" * 16),
        replace(error, suppressed="cut in agreement", fingerprint="d" * 16, place=elsewhere),
    )


@pytest.fixture
def outcome(findings: tuple[Finding, ...]) -> Outcome:
    """A run with these findings, and a file without any."""
    paths = ("a b/50% off, ä:1.txt", "clean.txt", "corpus.jsonl", "other.txt")
    return Outcome(findings, paths, fail_on="error", version="0.1.0")
