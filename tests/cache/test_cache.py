"""A result is remembered for exactly what it was made from."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from claimx.cache.cache import Cache
from claimx.cache.store import Store
from claimx.model import Document, Extract, Hint, LeftOut
from claimx.pipeline import Pipeline
from claimx.settings import Options

TEXT = "The council said nearly 4,000 children were waiting, up by £1.25m from 2019."
RULE = """
- id: idiom.nine-lives
  kind: exclude_phrase
  reason: idiom
  phrases: ["nine lives"]
  why: Cats have them.
  examples: [{text: "It has nine lives.", find: "nine lives"}]
  counterexamples: ["It has nine legs."]
"""

Make = Callable[[str], Document]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path / "cache", pytest.fail)
    yield opened
    opened.close()


def reopened(store: Store) -> Store:
    store.close()
    return Store(store.path.parent, pytest.fail)


def test_an_extract_comes_back_as_it_was(store: Store, document: Make, pipeline: Pipeline) -> None:
    extract = pipeline.extract(document(TEXT))
    assert extract.claims
    cache = Cache(store, Options())
    cache.put(cache.key(document(TEXT)), extract)
    again = Cache(reopened(store), Options())
    known = again.get(again.key(document(TEXT)))
    assert isinstance(known, Extract)
    assert repr(known) == repr(extract)  # figures to the digit, tuples as tuples


def test_why_a_document_is_left_out_comes_back(store: Store, document: Make) -> None:
    cache = Cache(store, Options())
    cache.put(cache.key(document(TEXT)), LeftOut("a.txt", "not in English"))
    again = Cache(reopened(store), Options())
    assert again.get(again.key(document(TEXT))) == LeftOut("a.txt", "not in English")


@pytest.mark.parametrize(
    "changes",
    [
        {"text": TEXT + " "},
        {"id": "other.txt"},
        {"media_type": "text/html"},
        {"hints": (Hint(0, 5, "p"),)},
    ],
    ids=["text", "id", "format", "markup"],
)
def test_everything_about_the_document_is_in_its_key(store: Store, document: Make, changes: dict[str, object]) -> None:
    cache = Cache(store, Options())
    assert cache.key(replace(document(TEXT), **changes)) != cache.key(document(TEXT))
    assert cache.key(document(TEXT)) == Cache(store, Options()).key(document(TEXT))


@pytest.mark.parametrize(
    "options",
    [Options(clean=False), Options(figures_only=True), Options(main_only=True), Options(any_language=True)],
    ids=["clean", "figures only", "main only", "any language"],
)
def test_everything_about_the_run_is_in_the_key(store: Store, document: Make, options: Options) -> None:
    assert Cache(store, options).key(document(TEXT)) != Cache(store, Options()).key(document(TEXT))


def test_rules_are_in_the_key_by_what_they_say(store: Store, document: Make, tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "cats.yaml").write_text(RULE)
    keys = [Cache(store, Options(rules=(tmp_path / name,))).key(document(TEXT)) for name in ("one", "two")]
    (tmp_path / "two" / "cats.yaml").write_text(RULE.replace("nine", "seven"))
    keys.append(Cache(store, Options(rules=(tmp_path / "two",))).key(document(TEXT)))
    keys.append(Cache(store, Options()).key(document(TEXT)))
    assert keys[0] == keys[1]
    assert len({*keys}) == 3


def test_model_and_code_are_in_the_key(
    store: Store, document: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = [Cache(store, Options()).key(document(TEXT))]
    monkeypatch.setattr("claimx.settings.version_of", lambda _: "9.9.9")
    keys.append(Cache(store, Options()).key(document(TEXT)))
    monkeypatch.undo()
    package = tmp_path / "claimx"
    shutil.copytree(Path(__file__).parents[2] / "src" / "claimx" / "cache", package)
    monkeypatch.setattr("claimx.__file__", str(package / "__init__.py"))
    keys.append(Cache(store, Options()).key(document(TEXT)))
    (package / "place.py").write_text("changed")
    keys.append(Cache(store, Options()).key(document(TEXT)))
    assert len({*keys}) == 4


def test_an_entry_that_cannot_be_read_is_none(store: Store, document: Make) -> None:
    cache = Cache(store, Options())
    key = cache.key(document(TEXT))
    store.put(bytes.fromhex(key), b"nonsense")
    assert Cache(reopened(store), Options()).get(key) is None
