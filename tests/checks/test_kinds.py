"""Each check: what it finds, and what it leaves alone."""

from collections.abc import Callable
from typing import Any, get_args

import pytest
from msgspec.structs import replace

from claimx.checks import Finding, Material, Policy, all_checks, check
from claimx.model import Attribution, Conflict, Figure, Problem, Report
from claimx.model.report import ConflictKind
from tests.checks.conftest import MakeClaim

Make = Callable[..., Material]


def found(material: Material, name: str) -> list[Finding]:
    """What one check finds."""
    return list(check(material, Policy(select={name})))


def test_every_kind_of_conflict_has_its_check() -> None:
    assert {kind.replace("_", "-") for kind in get_args(ConflictKind)} <= {*all_checks()}


@pytest.mark.parametrize("name", all_checks())
def test_checks_explain_themselves_in_sentences(name: str) -> None:
    one = all_checks()[name]
    assert all(text[0].isupper() and text.endswith(".") for text in (one.why, one.help))
    assert one.summary[0].islower()
    assert not one.summary.endswith(".")


def test_unattributed_figure(make_claim: MakeClaim, material: Make) -> None:
    nobody = Attribution(mode="document")
    claims = (make_claim("said"), make_claim("unsaid", attribution=nobody, figure="f_2", surface="£3m"))
    [finding] = found(material(claims=claims), "unattributed-figure")
    assert finding.message == "nobody is named who says '£3m', pay"


def test_a_headline_is_attributed_in_its_story(make_claim: MakeClaim, material: Make) -> None:
    claims = (make_claim("headline", attribution=Attribution(mode="document")), make_claim("story"))
    assert found(material(claims=claims), "unattributed-figure") == []


def test_vague_figure(make_claim: MakeClaim, material: Make) -> None:
    claims = (make_claim("exact"), make_claim("vague", vague="thousands", surface="thousands of homes"))
    [finding] = found(material(claims=claims), "vague-figure")
    assert finding.message == "no exact figure in 'thousands of homes', pay (Ruth Okafor)"


def test_unread_document(material: Make) -> None:
    [finding] = found(material(problems=(Problem("scan.pdf", "it holds\n\x1b no text"),)), "unread-document")
    assert (finding.severity, finding.place.document) == ("error", "scan.pdf")
    assert finding.message == "not checked: it holds \\x1b no text"


def test_no_claims(make_claim: MakeClaim, full_report: Report, material: Make) -> None:
    [record] = full_report.documents
    silent, empty, full = (replace(record, id=name) for name in ("silent.txt", "empty.txt", "pier.txt"))
    excluded = tuple(replace(number, document="silent.txt") for number in full_report.excluded)
    documents = (silent, replace(empty, blocks=()), full)
    findings = found(material(documents=documents, claims=(make_claim("one"),), excluded=excluded), "no-claims")
    assert [(finding.place.path, finding.message) for finding in findings] == [
        ("empty.txt", "it has no text"),
        ("silent.txt", "no figure is claimed in it; 1 other number"),
    ]


@pytest.mark.parametrize("kind", ["arithmetic", "rival_figures"])
@pytest.mark.parametrize("named_by", ["claims", "figures"])
def test_conflicts(kind: Any, named_by: str, make_claim: MakeClaim, full_report: Report, material: Make) -> None:
    claims = (make_claim("one"), make_claim("two", document="quay.txt", start=710, end=714))
    figures: tuple[Figure, ...] = tuple(
        replace(full_report.figures[0], id=f"f_{claim.id}", claims=(claim.id,)) for claim in claims
    )
    names = tuple(item.id for item in (claims if named_by == "claims" else figures))
    conflict = Conflict(kind=kind, explanation="they differ", confidence=0.4, **{named_by: names})
    parts = material(claims=claims, figures=figures, conflicts=(conflict,))
    [finding] = found(parts, kind.replace("_", "-"))
    assert (finding.message, finding.confidence, finding.place.path) == ("they differ", 0.4, "pier.txt")
    assert [(place.path, place.line) for place in finding.related] == [("quay.txt", 8)]
    assert found(parts, "unit-slip") == []


def test_conflicts_of_quotations_without_figures(full_report: Report, material: Make) -> None:
    [base] = full_report.statements
    statements = tuple(replace(base, id=f"s_{at}", document="pier.txt", start=at, end=at + 50) for at in (120, 730))
    conflict = Conflict(kind="quotation_altered", explanation="they differ", statements=("s_120", "s_730"))
    parts = material(statements=statements, conflicts=(conflict,))
    [finding] = found(parts, "quotation-altered")
    assert [place.line for place in (finding.place, *finding.related)] == [2, 8]
