"""Where the cache lies, by the custom of the platform."""

import os
import sys
from pathlib import Path

VARIABLE = "CLAIMX_CACHE"
"""Name of the environment variable that holds another folder."""


def cache_folder(given: Path | None = None) -> tuple[Path | None, bool]:
    """The folder of the cache, and whether the user chose it: the one given, that of CLAIMX_CACHE, or the platform's
    own. None where there is no place for one."""
    chosen = given or (Path(named) if (named := os.environ.get(VARIABLE)) else None)
    if chosen is not None:
        return chosen, True
    base = _base()
    return (base / "claimx" if base is not None else None), False


def _base() -> Path | None:
    """The user's folder for caches: that of the XDG Base Directory Specification, of macOS or of Windows."""
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA", "")
        return Path(local) if local else None
    named = Path(os.environ.get("XDG_CACHE_HOME", ""))
    if named.is_absolute():  # the specification has relative paths ignored
        return named
    try:
        home = Path.home()
    except RuntimeError:
        return None
    return home / ("Library/Caches" if sys.platform == "darwin" else ".cache")
