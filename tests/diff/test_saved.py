"""Saved results, whole and damaged."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from claimx.diff.comparison import compare
from claimx.diff.formats import names, writer
from claimx.diff.report import report_on
from claimx.diff.saved import is_saved, version_of
from claimx.errors import InputError
from claimx.model import Report
from claimx.writers import writer as report_writer

Data = dict[str, Any]


@pytest.fixture
def data(full_report: Report) -> Data:
    """A saved result as data."""
    found: Data = json.loads(report_writer("json").write(full_report))
    return found


def encoded(data: Data) -> bytes:
    """The data as a file holds it."""
    return json.dumps(data).encode()


def test_whole_result_is_read_exactly(full_report: Report) -> None:
    text = report_writer("json").write(full_report)
    assert isinstance(text, str)
    version = version_of(b"\xef\xbb\xbf" + text.encode())
    assert version.claims == full_report.claims
    assert version.excluded == full_report.excluded
    assert version.made_by == full_report.generator
    assert (list(version.documents), sorted(version.unread)) == (["news/harbour.txt"], ["broken.txt"])


def test_what_later_versions_add_is_passed_over(data: Data) -> None:
    data["schema_version"] = "1.7"
    data["claims"][0]["mood"] = data["weather"] = "good"
    assert len(version_of(encoded(data)).claims) == 1


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data.pop("claims"),
        lambda data: data.update(claims={}),
        lambda data: data.update(schema_version="2.0"),
        lambda data: data["claims"][0].update(kind="weight"),
        lambda data: data["claims"][0].update(value="NaN"),
        lambda data: data["claims"][0].update(low="sNaN"),
        lambda data: data["claims"][0].update(high="Infinity"),
        lambda data: data["claims"][0]["change"].update(to="1e999999999"),
        lambda data: data["claims"][0].update(surface=""),
        lambda data: data["excluded"][0].update(value="NaN"),
    ],
)
def test_spoilt_result_is_an_error(data: Data, spoil: Callable[[Data], object]) -> None:
    spoil(data)
    with pytest.raises(InputError, match="a result"):
        version_of(encoded(data))


@pytest.mark.parametrize(
    "bend",
    [
        lambda data: data["claims"][0].update(document="nowhere.txt"),
        lambda data: data["claims"][0].update(start=-5, end=-9, line=0),
        lambda data: data["claims"][0].update(numerator=1, denominator=0),
        lambda data: data["claims"][0].update(numerator=10**30),
        lambda data: data["claims"][0].update(sentence=""),
        lambda data: data["claims"][0].update(surface="\x1b[2J\u2028", subject="\u202e"),
        lambda data: data["claims"][0].update(sentence="5 " * 200_000),
        lambda data: data.update(documents=[]),
        lambda data: data["excluded"].append(data["excluded"][0]),
        lambda data: data["claims"].append(data["claims"][0]),
    ],
)
def test_strange_result_is_compared(data: Data, full_report: Report, bend: Callable[[Data], object]) -> None:
    whole = version_of(encoded(data))
    bend(data)
    strange = version_of(encoded(data))
    for old, new in ((whole, strange), (strange, whole), (strange, strange)):
        report = report_on(compare(old, new), reworded=True)
        for name in names():
            writer(name).write(report).encode("utf-8")
    assert not compare(strange, strange).changes


@pytest.mark.parametrize(
    ("head", "known"),
    [
        (b'{"schema_version": "1.0"', True),
        (b'\xef\xbb\xbf\n{ "schema_version" :', True),
        (b'{"id": "a"', False),
        (b"", False),
    ],
)
def test_saved_result_is_known_by_its_first_bytes(head: bytes, known: bool) -> None:
    assert is_saved(head) is known
