"""What is no sound rule is refused by rule, file and line."""

from pathlib import Path

import pytest
from msgspec import Struct

from claimx.errors import RuleError
from claimx.rulebook import Rulebook, load
from claimx.rulebook.kinds.fragment import Fragment
from claimx.rulebook.rulebook import Origin

SOUND = """
- id: fragment.{name}
  kind: fragment
  pattern: {pattern}
  why: Stands for nothing but a test.
  examples: [{{text: It was June., find: June}}]
  counterexamples: [It was raining.]
"""


def sound(name: str = "month-of-test", pattern: str = '"June|July"') -> str:
    """The text of a rule that is in order."""
    return SOUND.format(name=name, pattern=pattern)


def write(folder: Path, text: str, name: str = "mine.yaml") -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_a_sound_rule_is_added(tmp_path: Path) -> None:
    before, after = load(), load(write(tmp_path, sound()))
    assert set(after.rules) - set(before.rules) == {"fragment.month-of-test"}
    assert after.origins["fragment.month-of-test"] == Origin(tmp_path / "mine.yaml", 2)
    assert before.digest != after.digest


def test_the_digest_depends_on_the_rules_alone(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    assert load(write(tmp_path / "a", sound())).digest == load(write(tmp_path / "b", sound())).digest


def test_a_later_directory_overrides_by_id(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    first, second = write(tmp_path / "a", sound()), write(tmp_path / "b", sound(pattern="Juno"))
    assert pattern(load(first, second)) == "Juno"
    assert pattern(load(second, first)) == "June|July"


def pattern(rulebook: Rulebook, rule: str = "fragment.month-of-test") -> str:
    found = rulebook.rules[rule]
    assert isinstance(found, Fragment)
    return found.pattern


def test_fragments_are_written_out(tmp_path: Path) -> None:
    write(tmp_path, sound("test-day", '"\\\\d{{1,2}} {month_of_test}"'.replace("{{", "{").replace("}}", "}")) + sound())
    with pytest.raises(RuleError, match=r"no fragment\.month_of_test is defined before it"):
        load(tmp_path)
    write(tmp_path, sound() + sound("test-day", '"the {month_of_test}"'))
    assert pattern(load(tmp_path), "fragment.test-day") == "the (?:June|July)"


REFUSED = [
    pytest.param(sound().replace("kind: fragment", "kind: fragmnt"), "Invalid value 'fragmnt'", 2, id="unknown kind"),
    pytest.param(
        sound().replace("  pattern: ", "  pettern: "), "unknown field `pettern`|missing.*`pattern`", 2, id="field"
    ),
    pytest.param(sound().replace("  kind: fragment\n", ""), "`kind`", 2, id="no kind"),
    pytest.param(sound().replace("  why: Stands for nothing but a test.\n", ""), "`why`", 2, id="no why"),
    pytest.param(sound().replace("- id: fragment.month-of-test\n ", "-"), "without an id", 2, id="no id"),
    pytest.param(sound("Month"), "Expected `str` matching regex", 2, id="malformed id"),
    pytest.param(sound(pattern="'(June'"), "broken pattern: missing \\)", 2, id="broken pattern"),
    pytest.param(sound(pattern="'(a+)+b'"), "pattern can take forever", 2, id="catastrophic pattern"),
    pytest.param(sound(pattern="'{nowhere} x'"), "no fragment.nowhere", 2, id="unknown fragment"),
    pytest.param(sound().split("  examples")[0], "has no examples", 2, id="no examples"),
    pytest.param(sound().split("  counterex")[0], "has no counterexamples", 2, id="no counterexamples"),
    pytest.param(sound().replace("[It was raining.]", "[]"), "has no counterexamples", 2, id="empty counterexamples"),
    pytest.param(sound() + sound(), "already defined at mine.yaml:2", 9, id="duplicate id"),
    pytest.param("\n\nrules: {}\n", "a rule file is a list", 3, id="no list"),
    pytest.param("\n- just words\n", "a rule is a mapping", 2, id="no mapping"),
    pytest.param("- id: [\n- x", "not valid YAML", 2, id="no YAML"),
    pytest.param("- id: !!python/object/apply:os.getcwd []\n", "not valid YAML", 1, id="code in YAML"),
]


PHRASE = """
- id: boilerplate.test
  kind: {kind}
  phrases: ["***"]
  why: Stands for nothing but a test.
  examples: [{{text: It was June., find: June}}]
  counterexamples: [It was raining.]
"""


@pytest.mark.parametrize("kind", ["furniture\n  role: footer", "boilerplate-cue"])
def test_phrases_without_words_are_refused(tmp_path: Path, kind: str) -> None:
    with pytest.raises(RuleError, match=r"^mine\.yaml:2: rule boilerplate\.test: the phrase '\*\*\*' has no word"):
        load(write(tmp_path, PHRASE.format(kind=kind)))


@pytest.mark.parametrize(("text", "message", "line"), REFUSED)
def test_what_is_unsound_is_refused_by_file_and_line(tmp_path: Path, text: str, message: str, line: int) -> None:
    with pytest.raises(RuleError, match=message) as error:
        load(write(tmp_path, text))
    assert str(error.value).startswith(f"mine.yaml:{line}: ")


def test_a_refused_rule_is_named(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=r"rule fragment\.month-of-test: broken"):
        load(write(tmp_path, sound(pattern="'[a'")))


def test_a_missing_directory_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="no such rules directory"):
        load(tmp_path / "nowhere")


def test_an_empty_file_holds_no_rules(tmp_path: Path) -> None:
    assert len(load(write(tmp_path, "# nothing yet\n"))) == len(load())


def test_a_file_of_bytes_is_refused(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_bytes(b"- id: \xff\xfe\n")
    with pytest.raises(RuleError, match=r"mine\.yaml:1: not valid YAML"):
        load(tmp_path)


def test_every_kind_of_rule_is_a_struct(rulebook: Rulebook) -> None:
    assert all(isinstance(rule, Struct) for rule in rulebook)
