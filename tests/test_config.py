"""The configuration: where it is found, and what is refused."""

from pathlib import Path

import pytest

from claimx.checks import all_checks
from claimx.config import Config, find_config, known_checks, read_config
from claimx.errors import ConfigError

FULL = """\
paths = ["sources"]
exclude = ["*.old.txt"]
lock = "checks/lock.jsonl"
fail-on = "warning"
rules = ["my-rules"]
model = "en_core_web_lg"
language = "any"
max-size = 2.5
[checks]
vague-figure = "error"
new-claim = "off"
[per-path-ignores]
"drafts/" = ["vague-figure", "no-claims"]
"""


def written(path: Path, text: str) -> Path:
    """The file with this text."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_an_empty_file_is_the_default(tmp_path: Path) -> None:
    assert read_config(written(tmp_path / "claimx.toml", "")) == Config()


def test_every_key_is_read(tmp_path: Path) -> None:
    config = read_config(written(tmp_path / "claimx.toml", FULL))
    fields = Config.__struct_fields__
    assert [name for name in fields if getattr(config, name) == getattr(Config(), name)] == []
    policy = config.policy
    assert policy.severity("vague-figure", all_checks()["vague-figure"]) == "error"
    assert policy.severity("new-claim", all_checks()["new-claim"]) is None
    assert policy.ignored("no-claims", "drafts/a.txt")


def test_pyproject_holds_the_same(tmp_path: Path) -> None:
    text = FULL.replace("[checks]", "[tool.claimx.checks]").replace(
        "[per-path-ignores]", "[tool.claimx.per-path-ignores]"
    )
    path = written(tmp_path / "pyproject.toml", f"[project]\nname = 'x'\n[tool.claimx]\n{text}")
    assert read_config(path) == read_config(written(tmp_path / "claimx.toml", FULL))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("fail_on = 'error'", "there is no key fail_on; did you mean fail-on?"),
        ("path = []", "there is no key path; did you mean paths?"),
        ("fail-on = 'warn'", "fail-on: invalid enum value 'warn'; there are error, warning, note"),
        ("language = 'de'", "language: invalid enum value 'de'; there are en, any"),
        ("[checks]\nno-claims = 'on'", "checks: invalid enum value 'on'; there are error, warning, note, off"),
        ("max-size = 0", "max-size: expected `float` > 0.0"),
        ("paths = 'sources'", "paths: expected `array`, got `str`"),
        ("paths = [1]", "paths[0]: expected `str`, got `int`"),
        ("max-size = 'big'", "max-size: expected `float`, got `str`"),
        ("[checks]\nvage-figure = 'off'", "there is no check vage-figure; did you mean vague-figure?"),
        ("[checks]\nvague-figure = true", "checks: expected `str`, got `bool`"),
        ("[per-path-ignores]\n'a/' = ['vague']", "there is no check vague; did you mean vague-figure?"),
        ("paths = [", "not valid TOML: "),
        (b"\xff", "not valid TOML: "),
    ],
)
def test_what_is_not_known_is_refused_in_one_line(text: str | bytes, message: str, tmp_path: Path) -> None:
    path = tmp_path / "claimx.toml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    with pytest.raises(ConfigError) as caught:
        read_config(path)
    assert str(caught.value).startswith(f"{path}: {message}")
    assert "\n" not in str(caught.value)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"claimx.toml: cannot be read: no such file"):
        read_config(tmp_path / "claimx.toml")


def test_checks_on_the_command_line_are_known() -> None:
    assert known_checks(["no-claims"], "--select") == ("no-claims",)
    with pytest.raises(ConfigError, match=r"^--select: there is no check claims; did you mean no-claims\?$"):
        known_checks(["claims"], "--select")


def test_the_nearest_folder_counts(tmp_path: Path) -> None:
    outer = written(tmp_path / "claimx.toml", "")
    inner = written(tmp_path / "a" / "pyproject.toml", "[tool.claimx]")
    (tmp_path / "a" / "b").mkdir()
    assert find_config(tmp_path / "a" / "b") == inner
    assert find_config(tmp_path) == outer


def test_a_pyproject_without_claimx_is_passed_over(tmp_path: Path) -> None:
    outer = written(tmp_path / "claimx.toml", "")
    written(tmp_path / "a" / "pyproject.toml", "[tool.other]")
    assert find_config(tmp_path / "a") == outer


def test_a_broken_pyproject_of_others_is_passed_over(tmp_path: Path) -> None:
    written(tmp_path / "pyproject.toml", "[tool.other")
    assert find_config(tmp_path) is None


def test_the_top_of_a_repository_ends_the_search(tmp_path: Path) -> None:
    written(tmp_path / "claimx.toml", "")
    (tmp_path / "a" / ".git").mkdir(parents=True)
    assert find_config(tmp_path / "a") is None


def test_two_in_one_folder_are_refused(tmp_path: Path) -> None:
    written(tmp_path / "claimx.toml", "")
    written(tmp_path / "pyproject.toml", "[tool.claimx]")
    with pytest.raises(ConfigError, match="keep one of them"):
        find_config(tmp_path)


@pytest.mark.parametrize("text", ["tool = 1", "[tool]\nclaimx = 1"])
def test_a_pyproject_of_another_shape_is_no_bug(text: str, tmp_path: Path) -> None:
    path = written(tmp_path / "pyproject.toml", text)
    with pytest.raises(ConfigError):
        read_config(path)
