"""Severities, places and fingerprints of findings."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from claimx.checks import Material, Origin, Policy, check
from claimx.checks.policy import matches
from tests.checks.conftest import MakeClaim

Make = Callable[..., Material]


@pytest.mark.parametrize(
    ("path", "pattern", "expected"),
    [
        ("drafts/a.txt", "drafts", True),
        ("drafts/a.txt", "drafts/", True),
        ("drafts/a.txt", "./drafts/", True),
        ("drafts/a.txt", "./*.txt", True),
        ("drafts/deep/a.txt", "drafts/", True),
        ("drafts2/a.txt", "drafts", False),
        ("news/a-draft.txt", "*-draft.txt", True),
        ("news/a.txt", "news/?.txt", True),
        ("news/a.txt", "a.txt", False),
        ("drafts", "drafts", True),
    ],
)
def test_patterns_of_files(path: str, pattern: str, expected: bool) -> None:
    assert matches(path, pattern) is expected


@pytest.mark.parametrize(
    ("policy", "severities"),
    [
        (Policy(), ["note"]),
        (Policy(levels={"vague-figure": "error"}), ["error"]),
        (Policy(levels={"vague-figure": "off"}), []),
        (Policy(levels={"vague-figure": "off"}, select={"vague-figure"}), ["warning"]),
        (Policy(select={"vague-figure"}), ["note"]),
        (Policy(select={"no-claims"}), []),
        (Policy(ignore={"vague-figure"}), []),
        (Policy(ignores=[("pier.txt", {"vague-figure"})]), []),
        (Policy(ignores=[("pier.txt", {"no-claims"})]), ["note"]),
        (Policy(ignores=[("quay.txt", {"vague-figure"})]), ["note"]),
    ],
)
def test_policy(policy: Policy, severities: list[str], make_claim: MakeClaim, material: Make) -> None:
    parts = material(claims=(make_claim("vague", vague="dozens"),))
    assert [finding.severity for finding in check(parts, policy)] == severities


def test_the_place_is_the_figures(make_claim: MakeClaim, material: Make) -> None:
    claim = make_claim("vague", vague="dozens", start=309, end=408)
    [finding] = check(material(claims=(claim,)), Policy())
    place = finding.place
    assert (place.line, place.column, place.end_line, place.end_column) == (4, 10, 5, 9)


def test_extracted_text_has_no_lines_of_the_files(make_claim: MakeClaim, material: Make) -> None:
    parts = replace(
        material(claims=(make_claim("vague", vague="dozens"),)), origins={"pier.txt": Origin("x/pier.pdf", "pier.pdf")}
    )
    [finding] = check(parts, Policy())
    assert (finding.place.path, finding.place.line) == ("x/pier.pdf", None)


def test_fingerprints_do_not_depend_on_place(make_claim: MakeClaim, material: Make) -> None:
    def fingerprints(start: int) -> list[str]:
        at = {"start": start, "end": start + 6}
        claims = (make_claim("vague", vague="dozens", **at), make_claim("other", vague="scores", **at))
        return [finding.fingerprint for finding in check(material(claims=claims), Policy())]

    assert fingerprints(2) == fingerprints(90)
    assert len({*fingerprints(2)}) == 2


def test_the_worst_of_a_line_comes_first(make_claim: MakeClaim, material: Make) -> None:
    claims = tuple(make_claim(str(line), vague="dozens", start=100 * line - 1) for line in (3, 1, 2))
    policy = Policy(levels={"vague-figure": "error"})
    assert [finding.place.line for finding in check(material(claims=claims), policy)] == [1, 2, 3]
