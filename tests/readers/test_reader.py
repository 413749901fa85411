"""Sources become documents, one at a time; what cannot be read becomes a problem with a reason."""

import hashlib
import io
import json
from pathlib import Path

import pytest

from claimx.model import Document, Problem
from claimx.readers import find, read


def documents(*paths: str | Path, max_size: int = 1_000_000) -> list[Document | Problem]:
    return list(read(find(paths).sources, max_size))


def problem(path: Path, max_size: int = 1_000_000) -> str:
    """The message of the only problem that the only path leads to."""
    [found] = documents(path, max_size=max_size)
    assert isinstance(found, Problem)
    assert "\n" not in found.message
    return f"{found.document}: {found.message}"


def test_text_is_unchanged_and_its_bytes_are_hashed(tmp_path: Path) -> None:
    data = b"\xef\xbb\xbfOne line\r\nand\tanother \r\n\r\n"
    (tmp_path / "a.txt").write_bytes(data)
    [document] = documents(tmp_path)
    assert document == Document("a.txt", "One line\r\nand\tanother \r\n\r\n", hashlib.sha256(data).hexdigest())


def test_empty_file_is_an_empty_document(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    assert documents(tmp_path) == [Document("a.txt", "", hashlib.sha256(b"").hexdigest())]


def test_json_lines(tmp_path: Path) -> None:
    rows = [{"id": "a", "text": "£3"}, {"text": "two", "id": 7, "topic": "any"}]
    (tmp_path / "x.jsonl").write_text("\ufeff" + "\n\n".join(map(json.dumps, rows)), encoding="utf-8")
    found = documents(tmp_path)
    assert [(d.id, d.text) for d in found if isinstance(d, Document)] == [("a", "£3"), ("7", "two")]
    assert isinstance(found[0], Document)
    assert found[0].sha256 == hashlib.sha256("£3".encode()).hexdigest()


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b'{"id": "a", "text": ', "not valid JSON: "),
        (b'{"id": "a"}', 'not an object with "id" and "text": object missing required field `text`'),
        (b'{"id": "a", "text": 3}', 'not an object with "id" and "text": expected `str`, got `int`'),
        (b'["a"]', 'not an object with "id" and "text": expected `object`, got `array`'),
        (b'{"id": "a", "text": "\xff"}', "not valid JSON: "),
        (b'{"id": "a", "text": "\\ud800"}', "not valid JSON: "),
        (b'{"x": ' + b"[" * 100_000, "not valid JSON: "),
    ],
)
def test_broken_line_is_named_and_the_others_are_read(tmp_path: Path, line: bytes, reason: str) -> None:
    good = b'{"id": "good", "text": "fine"}'
    (tmp_path / "x.jsonl").write_bytes(good + b"\n" + line + b"\n" + good.replace(b"good", b"also"))
    first, broken, last = documents(tmp_path)
    assert isinstance(broken, Problem)
    assert broken.document == "x.jsonl:2"
    assert broken.message.startswith(reason)
    assert isinstance(first, Document)
    assert isinstance(last, Document)


def test_repeated_ids_get_a_number(tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_text('{"id": "a", "text": ""}\n' * 3)
    (tmp_path / "y.jsonl").write_text('{"id": "a#2", "text": ""}\n')
    assert [d.id for d in documents(tmp_path) if isinstance(d, Document)] == ["a", "a#2", "a#3", "a#2#2"]


def test_too_large_a_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as stream:
        stream.truncate(50_000_000)
    assert problem(path, 10_000_000) == "a.txt: larger than 10 MB (50.0 MB); raise --max-size, or split it"


def test_file_of_just_the_limit_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("x" * 1000)
    assert isinstance(documents(path, max_size=1000)[0], Document)
    assert isinstance(documents(path, max_size=999)[0], Problem)


def test_too_large_a_line_is_refused_and_the_next_is_read(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text(json.dumps({"id": "a", "text": "x" * 3_000_000}) + '\n{"id": "b", "text": ""}\n')
    refused, read_ = documents(path)
    assert isinstance(refused, Problem)
    assert (refused.document, refused.message[:16]) == ("x.jsonl:1", "larger than 1 MB")
    assert isinstance(read_, Document)


@pytest.mark.parametrize("name", ["claims.json", "claims", "claims.txt.bak"])
def test_earlier_result_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text('{\n  "schema_version": "1.0",\n  "generator": {"name": "claimx"}\n}')
    assert problem(tmp_path / name).startswith(f"{name}: a result of claimx extract, not a source")


def test_earlier_json_lines_are_refused(tmp_path: Path) -> None:
    line = '{"id": "c_1", "document": "a.txt", "figure": null, "surface": "3%", "sentence": "Up 3%."}\n'
    (tmp_path / "claims.jsonl").write_text(line * 5)
    assert problem(tmp_path / "claims.jsonl").startswith("claims.jsonl: a result of claimx extract, not a source")


def test_other_json_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('[\n  {"id": "a"}\n]')
    assert problem(tmp_path / "a.json").startswith("a.json: JSON, not text")


def test_text_in_brackets_is_text(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("[Music] {laughs}")
    assert isinstance(documents(tmp_path / "a")[0], Document)


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    class Stdin:
        buffer = io.BufferedReader(io.BytesIO("Twelve £5 notes.".encode()))

    monkeypatch.setattr("sys.stdin", Stdin())
    [document] = documents("-", "-")
    assert isinstance(document, Document)
    assert (document.id, document.text) == ("stdin", "Twelve £5 notes.")


def test_json_lines_on_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    class Stdin:
        buffer = io.BufferedReader(io.BytesIO(b'{"id": "a", "text": "one"}\n{"id": "b", "text": "two"}\n'))

    monkeypatch.setattr("sys.stdin", Stdin())
    assert [document.id for document in documents("-") if isinstance(document, Document)] == ["a", "b"]


def test_sources_are_read_lazily(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(name)
    items = read(find([tmp_path]).sources)
    assert isinstance(next(items), Document)
    (tmp_path / "b.txt").unlink()
    [gone] = items
    assert gone == Problem("b.txt", "cannot be read: no such file or directory")
