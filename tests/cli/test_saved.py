"""`--save-text` keeps the texts that offsets point into."""

import json
from pathlib import Path

import pytest

from claimx.cli.saved import file_name
from tests.cli.conftest import Claimx


def test_offsets_point_into_the_kept_text(claimx: Claimx, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "page.html").write_text("<html><body><p>Repairs &amp; paint cost <b>£4m</b>.</p></body></html>")
    (tmp_path / "in" / "notes.txt").write_bytes("Cafés:\r\nrepairs cost £5m.\r\n".encode())
    result = claimx("extract", tmp_path / "in", "--save-text", tmp_path / "texts")
    assert result.code == 0
    claims = json.loads(result.out)["claims"]
    assert {claim["surface"] for claim in claims} == {"£4m", "£5m"}
    for claim in claims:
        text = (tmp_path / "texts" / file_name(claim["document"])).read_bytes().decode()
        assert text[claim["start"] : claim["end"]] == claim["surface"]
    assert sorted(path.name for path in (tmp_path / "texts").iterdir()) == ["notes.txt", "page.html.txt"]


@pytest.mark.parametrize(
    ("document", "name"),
    [
        ("a.txt", "a.txt"),
        ("news/a b.html", "news%2Fa b.html.txt"),
        ("../../etc/passwd", "%2E.%2F..%2Fetc%2Fpasswd.txt"),
        ("https://example.org/a?b=1", "https%3A%2F%2Fexample.org%2Fa%3Fb=1.txt"),
        ("a.txt#2", "a.txt%232.txt"),
        ("", "%.txt"),
    ],
)
def test_names_are_safe(document: str, name: str) -> None:
    assert file_name(document) == name


def test_long_names_differ() -> None:
    first, second = file_name("x" * 1_000), file_name("x" * 1_001)
    assert first != second
    assert len(first) < 255


def test_folder_that_cannot_be_made_is_an_error(claimx: Claimx, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("It cost £3.")
    result = claimx("extract", tmp_path / "a.txt", "--save-text", tmp_path / "a.txt" / "texts")
    assert result.code == 2
    assert "cannot be written" in result.lines[-1]
