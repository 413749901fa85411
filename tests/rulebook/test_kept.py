"""Rules are taken as they were kept only where reading them anew would give the same."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from claimx.errors import RuleError
from claimx.rulebook import load, reading

RULE = """
- id: idiom.cats
  kind: exclusion
  reason: idiom
  patterns: ["\\\\bnine lives"]
  why: Cats are said to have them.
  examples: [{text: "It has nine lives.", find: "nine"}]
  counterexamples: ["It has nine legs."]
"""


@pytest.fixture
def rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CLAIMX_CACHE", str(tmp_path / "cache"))
    (tmp_path / "cats.yaml").write_text(RULE)
    return tmp_path / "cats.yaml"


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What is read from YAML."""
    read, noted = reading.read, list[object]()

    def noting(files: object, *, analyse: bool) -> object:
        noted.append(files)
        return read(files, analyse=analyse)  # type: ignore[arg-type]

    monkeypatch.setattr(reading, "read", noting)
    return noted


def test_they_are_what_was_read(rules: Path, reads: list[object]) -> None:
    fresh = load(rules)
    again = load(rules)
    assert len(reads) == 1
    assert (again.rules, again.origins, again.digest) == (fresh.rules, fresh.origins, fresh.digest)
    assert list(again.rules) == list(fresh.rules)
    assert again.opened[r"\bnine lives"] == fresh.openings(r"\bnine lives") == {"nine"}
    assert not any(fresh.openings(pattern) ^ words for pattern, words in again.opened.items())
    assert not any(fresh.literals(pattern) ^ strings for pattern, strings in again.held.items())


def _same_size_and_time(path: Path) -> None:
    before = path.stat()
    path.write_text(RULE.replace("idiom.cats", "idiom.dogs"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


@pytest.mark.parametrize(
    "change",
    [
        _same_size_and_time,
        lambda path: path.rename(path.with_name("dogs.yaml")),
        lambda path: path.with_name("more.yaml").write_text(RULE.replace("idiom.cats", "idiom.dogs")),
    ],
    ids=["text", "name", "another file"],
)
def test_other_files_are_read(rules: Path, reads: list[object], change: Callable[[Path], object]) -> None:
    load(rules.parent)
    change(rules)
    found = load(rules.parent)
    assert len(reads) == 2
    assert all(origin.path.exists() for origin in found.origins.values())


def test_so_they_are_by_other_code(rules: Path, reads: list[object], monkeypatch: pytest.MonkeyPatch) -> None:
    load()
    monkeypatch.setattr("claimx.rulebook.kept.code", lambda part: [(f"{part}/new.py", 1, 1)])
    load()
    assert len(reads) == 2


def test_so_they_are_where_they_are_to_be_looked_through(rules: Path, reads: list[object]) -> None:
    load()
    load(analyse=True)
    assert len(reads) == 2


@pytest.mark.parametrize("damage", [lambda data: data.replace(b"nine", b"five"), lambda data: data[:-9], lambda _: b""])
def test_what_is_damaged_is_not_taken(rules: Path, reads: list[object], damage: Callable[[bytes], bytes]) -> None:
    fresh = load(rules)
    path = rules.parent / "cache" / "rules-1.json"
    path.write_bytes(damage(path.read_bytes()))
    assert load(rules).rules == fresh.rules
    assert len(reads) == 2


def test_where_they_cannot_be_kept_they_are_read(rules: Path, reads: list[object]) -> None:
    (rules.parent / "cache").write_text("in the way")
    assert load().rules == load().rules
    assert len(reads) == 2


def test_what_is_wrong_is_told_each_time(rules: Path) -> None:
    rules.write_text(RULE.replace('nine lives"]', '(a+)+b"]'))
    for _ in range(2):
        with pytest.raises(RuleError, match="pattern can take forever"):
            load(rules)
