"""The cache lies where the platform has caches, unless the user says otherwise."""

from pathlib import Path

import pytest

from claimx.cachefolder import cache_folder


@pytest.fixture(autouse=True)
def home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    for name in ("CLAIMX_CACHE", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


@pytest.mark.parametrize(
    ("platform", "expected"), [("linux", ".cache/claimx"), ("darwin", "Library/Caches/claimx"), ("win32", None)]
)
def test_each_platform_has_its_custom(
    monkeypatch: pytest.MonkeyPatch, home: Path, platform: str, expected: str | None
) -> None:
    monkeypatch.setattr("sys.platform", platform)
    assert cache_folder() == (str(home / expected) if expected else None, False)


@pytest.mark.parametrize(
    ("variables", "given", "expected"),
    [
        ({"XDG_CACHE_HOME": "/var/caches"}, None, ("/var/caches/claimx", False)),
        ({"XDG_CACHE_HOME": "/var/caches", "CLAIMX_CACHE": "mine"}, None, ("mine", True)),
        ({"CLAIMX_CACHE": "mine"}, Path("this"), ("this", True)),
    ],
)
def test_who_names_a_place_gets_it(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], given: Path | None, expected: tuple[str, bool]
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert cache_folder(given) == expected


def test_a_relative_folder_in_the_specifications_variable_does_not_count(
    monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    assert cache_folder() == (str(home / ".cache/claimx"), False)
