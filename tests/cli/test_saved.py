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


def test_names_that_are_taken_are_told_apart() -> None:
    taken: set[str] = set()
    for document in ("a", "a.txt", "A", "A.txt", "a.txt.txt"):
        name = file_name(document, taken)
        assert name.casefold() not in taken
        assert name.endswith(".txt")
        taken.add(name.casefold())
    assert file_name("b", taken) == "b.txt"


def test_texts_of_similar_ids_are_all_kept(claimx: Claimx, tmp_path: Path) -> None:
    rows = {"a": "One cost £3.", "a.txt": "Two cost £4.", "A": "Three cost £5."}
    source = tmp_path / "rows.jsonl"
    source.write_text("".join(json.dumps({"id": id_, "text": text}) + "\n" for id_, text in rows.items()))
    assert claimx("extract", source, "--save-text", tmp_path / "texts").code == 0
    assert sorted(path.read_text() for path in (tmp_path / "texts").iterdir()) == sorted(rows.values())


def test_sources_are_never_overwritten(claimx: Claimx, tmp_path: Path) -> None:
    data = "Cafés cost £5m, officials said.".encode("cp1252")
    (tmp_path / "a.txt").write_text("It cost £3.")
    (tmp_path / "b.txt").write_bytes(data)
    (tmp_path / "rows.jsonl").write_text('{"id": "b.txt", "text": "It cost £4."}\n')
    for sources in ([tmp_path], [tmp_path / "rows.jsonl", tmp_path / "b.txt"]):
        result = claimx("extract", *sources, "--save-text", tmp_path)
        assert (result.code, result.out, len(result.lines)) == (2, "", 1)
        assert ".txt: is a source, which its text must not overwrite; " in result.err
    assert (tmp_path / "b.txt").read_bytes() == data
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "b.txt", "rows.jsonl"]


def test_links_are_not_written_through(claimx: Claimx, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("It cost £3.")
    (tmp_path / "precious.txt").write_text("Precious.")
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "a.txt").symlink_to(tmp_path / "precious.txt")
    result = claimx("extract", tmp_path / "a.txt", "--save-text", tmp_path / "texts")
    assert (result.code, result.out) == (2, "")
    assert "a.txt: is a link, and texts are not written through links; " in result.err
    assert (tmp_path / "precious.txt").read_text() == "Precious."


def test_second_run_replaces_the_texts(claimx: Claimx, tmp_path: Path) -> None:
    for text in ("It cost £3.", "It cost £4."):
        (tmp_path / "a.txt").write_text(text)
        assert claimx("extract", tmp_path / "a.txt", "--save-text", tmp_path / "texts").code == 0
        assert [path.read_text() for path in (tmp_path / "texts").iterdir()] == [text]
