"""`claimx cache`: what is remembered of earlier runs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimx.cli import console
from claimx.errors import ExitCode, OutputError

if TYPE_CHECKING:
    from claimx.cache.store import Store

_EXAMPLES = """\b
Examples:
  claimx cache info    where it is and how much it holds
  claimx cache clear   forget everything

\b
Exit codes: 0 done; 2 an error."""

Folder = Annotated[
    Path | None,
    typer.Option("--cache", metavar="DIR", help="The folder. Default: CLAIMX_CACHE, or the user's folder for caches."),
]


def register(app: typer.Typer) -> None:
    """Adds the commands."""
    group = typer.Typer(epilog=_EXAMPLES, help="Look at what is remembered of earlier runs, or forget it.")
    group.command("info")(info)
    group.command("clear")(clear)
    app.add_typer(group, name="cache")


def info(cache: Folder = None) -> ExitCode:
    """Show where the results of earlier runs are kept, how many they are, and how large."""
    store = _store(cache)
    held = store.info()
    store.close()
    if held is None:
        raise _unusable(store)
    console.write(f"{held.path}\n{held.entries:,} entries, {held.size / 1e3:,.0f} kB\n")
    return ExitCode.OK


def clear(cache: Folder = None) -> ExitCode:
    """Forget the results of earlier runs."""
    store = _store(cache)
    forgotten = store.clear()
    store.close()
    if forgotten is None:
        raise _unusable(store)
    console.note(f"forgot {forgotten:,} entries")
    return ExitCode.OK


def _store(folder: Path | None) -> Store:
    from claimx.cache.store import Store
    from claimx.cachefolder import cache_folder

    place, _ = cache_folder(folder)
    if place is None:
        raise OutputError("there is no folder for caches; name one with --cache")
    store = Store(Path(place), console.warning)
    if not store.usable:
        raise _unusable(store)
    return store


def _unusable(store: Store) -> OutputError:
    return OutputError(f"{store.path}: cannot be used")
