"""Where the cache lies, by the custom of the platform. Paths are strings here and wherever a run that is known passes
through: the library of paths takes as long to import as that run."""

import os
import sys

VARIABLE = "CLAIMX_CACHE"
"""Name of the environment variable that holds another folder."""


def cache_folder(given: str | os.PathLike[str] | None = None) -> tuple[str | None, bool]:
    """The folder of the cache, and whether the user chose it: the one given, that of CLAIMX_CACHE, or the platform's
    own. None where there is no place for one."""
    if chosen := (os.fspath(given) if given is not None else os.environ.get(VARIABLE)):
        return chosen, True
    base = _base()
    return (os.path.join(base, "claimx") if base is not None else None), False


def _base() -> str | None:
    """The user's folder for caches: that of the XDG Base Directory Specification, of macOS or of Windows."""
    if sys.platform == "win32":
        return os.environ.get("LOCALAPPDATA") or None
    named = os.environ.get("XDG_CACHE_HOME", "")
    if os.path.isabs(named):  # the specification has relative paths ignored
        return named
    home = os.path.expanduser("~")
    if home == "~":
        return None
    return os.path.join(home, "Library/Caches" if sys.platform == "darwin" else ".cache")
