"""What the rules say of words, and the copy of it that is kept ready."""

from pathlib import Path

import pytest

from claimx.resolve import retelling
from claimx.resolve.retelling import Wording, as_file, read, wording

READY = Path(retelling.__file__).with_name("retelling.json")


def test_the_copy_that_is_kept_ready_is_what_the_rules_say() -> None:
    assert READY.read_bytes() == as_file(read())


RULE = """
- id: retelling.own
  kind: synonyms
  phrases: [bun, buns, roll]
  why: Bakers call small loaves by many names.
  examples: [{text: "It baked 300 rolls, or 300 buns.", find: "buns"}]
  counterexamples: ["It baked 300 cakes."]
"""


def test_rules_of_ones_own_are_heeded(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text(RULE)
    assert wording((tmp_path,)).content("rolls") == wording((tmp_path,)).content("bun") == "bun"
    assert wording().content("rolls") == "roll"


@pytest.mark.parametrize(
    ("word", "stem"), [("killed", "die"), ("the", None), ("Would", None), ("libraries", "library")]
)
def test_the_stem_that_a_word_is_compared_by(word: str, stem: str | None) -> None:
    assert wording().content(word) == stem


@pytest.mark.parametrize(
    ("between", "conversion"),
    [
        (" (", True),
        ("; ", True),
        (" or ", True),
        (", or about ", True),
        (" and ", False),
        (" for ", False),
        ("", False),
    ],
)
def test_what_stands_between_a_figure_and_its_conversion(between: str, conversion: bool) -> None:
    words: Wording = wording()
    assert (words.conversion.fullmatch(between) is not None) == conversion


@pytest.mark.parametrize(
    ("text", "contrast"), [("Last month it was", True), ("Its rival has", True), ("It lasted months and", False)]
)
def test_what_leads_on_to_another_figure(text: str, contrast: bool) -> None:
    assert wording().leads_on(text) == contrast
