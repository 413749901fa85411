"""The configuration: `[tool.claimx]` of `pyproject.toml`, or `claimx.toml` with the same keys at its top."""

import tomllib
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any, Literal, get_args

import msgspec
from msgspec import Struct

from claimx.checks import Level, Policy, Severity, all_checks
from claimx.errors import ConfigError
from claimx.lock import LOCK_NAME

Language = Literal["en", "any"]

CONFIG_NAME = "claimx.toml"
_PYPROJECT = "pyproject.toml"
_OPTIONS = {"fail-on": Severity, "language": Language, "checks": Level}
"""The keys whose values are words of a closed list."""


class Config(Struct, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True):
    """What a project sets. Paths are relative to the configuration's folder."""

    paths: tuple[str, ...] = ()
    """What is checked when the command line names nothing."""
    exclude: tuple[str, ...] = ()
    """Patterns of files that are left out."""
    lock: str = LOCK_NAME
    fail_on: Severity = "error"
    """How heavy a finding has to be to fail the check."""
    rules: tuple[str, ...] = ()
    """Folders or files of rules that add to the built-in ones."""
    model: str | None = None
    language: Language = "en"
    max_size: Annotated[float, msgspec.Meta(gt=0)] = 10
    """Megabytes of a document beyond which it is refused."""
    checks: dict[str, Level] = {}
    """What checks are set to, by id."""
    per_path_ignores: dict[str, tuple[str, ...]] = {}
    """Patterns of files, and the checks that do not apply to them."""

    @property
    def policy(self) -> Policy:
        """What it says about checks."""
        return Policy(levels=self.checks, ignores=tuple(self.per_path_ignores.items()))


def find_config(start: Path) -> Path | None:
    """The configuration that applies in a folder: that of the nearest folder upwards that has one, not beyond the
    top of its git repository. Raises ConfigError where a folder has two."""
    start = start.absolute()
    for folder in (start, *start.parents):
        own, shared = folder / CONFIG_NAME, folder / _PYPROJECT
        has_shared = _mentions_claimx(shared) and _section(shared, _table(shared)) is not None
        if own.is_file() and has_shared:
            raise ConfigError(f"{folder}: claimx is configured in {CONFIG_NAME} and in {_PYPROJECT}; keep one of them")
        if own.is_file() or has_shared:
            return own if own.is_file() else shared
        if (folder / ".git").exists():
            return None
    return None


def read_config(path: Path) -> Config:
    """What a configuration says. Raises ConfigError, naming the key, where a key or value is not known."""
    section = _section(path, _table(path))
    if section is None:
        raise ConfigError(f"{path}: has no table [tool.claimx]")
    _refuse_unknown(path, "key", section, [field.encode_name for field in msgspec.structs.fields(Config)])
    try:
        config = msgspec.convert(section, Config)
    except msgspec.ValidationError as error:
        message, _, place = str(error).partition(" - at `$")
        key = place.rstrip("`").lstrip(".").removesuffix("[...]") or "its values"
        options = get_args(_OPTIONS.get(key)) if "enum" in message else ()
        known = f"; there are {', '.join(options)}" if options else ""
        raise ConfigError(f"{path}: {key}: {message[:1].lower()}{message[1:]}{known}") from error
    _refuse_unknown(path, "check", config.checks, all_checks())
    for ignored in config.per_path_ignores.values():
        _refuse_unknown(path, "check", ignored, all_checks())
    return config


def known_checks(names: Iterable[str], place: str) -> tuple[str, ...]:
    """The names of checks, as they are. Raises ConfigError, saying where and naming the nearest, for an unknown one."""
    found = tuple(names)
    _refuse_unknown(place, "check", found, all_checks())
    return found


def _refuse_unknown(place: Path | str, noun: str, names: Iterable[str], known: Iterable[str]) -> None:
    options = sorted(known)
    for name in names:
        if name not in options:
            close = get_close_matches(name, options, n=1, cutoff=0.0)
            raise ConfigError(f"{place}: there is no {noun} {name}; did you mean {close[0]}?")


def _table(path: Path) -> Mapping[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: not valid TOML: {str(error)[:1].lower()}{str(error)[1:]}") from error
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read: {(error.strerror or str(error)).lower()}") from error


def _mentions_claimx(path: Path) -> bool:
    """Whether a file can configure claimx. Another one, of whose syntax nobody has to answer here, is not parsed."""
    try:
        return b"claimx" in path.read_bytes()
    except OSError:
        return False


def _section(path: Path, table: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """claimx's part of the file; None where it has none."""
    if path.name != _PYPROJECT:
        return table
    tool = table.get("tool", {})
    section = tool.get("claimx") if isinstance(tool, Mapping) else None
    if section is not None and not isinstance(section, Mapping):
        raise ConfigError(f"{path}: tool.claimx: expected a table")
    return section
