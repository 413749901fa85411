"""What the formats make of a comparison, and of texts that would drive a page or a terminal."""

import json
import re
from pathlib import Path

import jsonschema
import pytest

from claimx.diff.comparison import compare
from claimx.diff.formats import names, writer
from claimx.diff.formats.markdown import code
from claimx.diff.report import DiffReport, report_on
from claimx.diff.schema import schema
from claimx.schema import text
from tests.diff.test_comparison import furniture, version
from tests.resolve.conftest import ClaimMaker

PUBLISHED = Path(__file__).parent.parent.parent / "schema" / "diff.v1.schema.json"
HOSTILE = "<img src=x> @ruth [a](http://b.example) `x` ``y`` | # \x1b[31m\n- **z**"


@pytest.fixture
def report(make: ClaimMaker) -> DiffReport:
    """A report with every sort of mark."""
    roof, hall, door, gate = (
        make(f"£{n}m", f"The {what} cost £{n}m.", value=n, subject=what)
        for n, what in ((1, "roof"), (2, "hall"), (3, "door"), (4, "gate"))
    )
    hedged = make("about £2m", "The hall cost about £2m.", value=2, subject="hall", comparator="~")
    again = make("£4m", "The big gate cost £4m.", value=4, subject="gate")
    fence = make("£8m", "The fence cost £8m.", value=8, subject=HOSTILE)
    return report_on(
        compare(version(roof, hall, gate, fence), version(hedged, door, again, excluded=[furniture("£8m", 8)])),
        reworded=True,
    )


def test_each_line_has_its_mark(report: DiffReport) -> None:
    lines = writer("text").write(report).splitlines()
    assert sorted(line[:2] for line in lines) == ["+ ", "- ", "= ", "> ", "~ "]


def test_markdown_is_one_heading_and_a_list(report: DiffReport) -> None:
    lines = writer("markdown").write(report).splitlines()
    assert lines[0] == "### Claims: 5 changes"
    assert all(line == "" or line.startswith(("`", "- **")) for line in lines[1:])


def test_markdown_takes_nothing_from_documents_as_markup(report: DiffReport) -> None:
    outside = re.sub(r"(`+)(?!`).*?(?<!`)\1(?!`)", "", writer("markdown").write(report))
    assert not re.search(r"[@<>\[\]|\x1b]|http", outside)


@pytest.mark.parametrize(
    ("given", "shown"),
    [("5%", "`5%`"), ("a `b`", "`` a `b` ``"), ("``", "``` `` ```"), ("a\nb", "`a b`"), ("", "` `")],
)
def test_code_holds_any_text(given: str, shown: str) -> None:
    assert code(given) == shown


def test_long_comment_is_cut_between_changes(make: ClaimMaker) -> None:
    claims = [make(f"£{n}m", f"Bridge {n} cost £{n}m.", value=n, subject="a bridge " * 9) for n in range(1, 2_000)]
    comment = writer("markdown").write(report_on(compare(version(), version(*claims))))
    assert len(comment) < 65_536
    assert re.search(r"\n\n[\d,]+ more changes are not shown here\.\n$", comment)


def test_no_changes_in_every_format() -> None:
    nothing = report_on(compare(version(), version()))
    assert {name: writer(name).write(nothing) for name in names() if name != "json"} == {
        "markdown": "### Claims: no changes\n",
        "text": "",
    }


def test_published_schema_is_the_generated_one() -> None:
    assert PUBLISHED.read_text(encoding="utf-8") == text(schema()), "run: python -m claimx.diff.schema > schema/…"


def test_json_is_valid_and_whole(report: DiffReport) -> None:
    data = json.loads(writer("json").write(report))
    jsonschema.Draft202012Validator(schema()).validate(data)
    assert sum(data["counts"].values()) == len(data["changes"]) == 5
