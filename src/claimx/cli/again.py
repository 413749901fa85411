"""Gives a run again that is known by its command line, and whose sources, rules and code have not changed."""

from collections.abc import Sequence

from claimx.cache.outputs import recalled
from claimx.cache.reading import Reading
from claimx.cache.runs import known
from claimx.cachefolder import cache_folder
from claimx.cli.results import put, tell
from claimx.outputfile import OutputFile


def repeated(arguments: Sequence[str]) -> bool:
    """Whether the run is known and has been given again; if not, nothing has been written or told."""
    place, _ = cache_folder()
    if place is None or arguments[:1] != ["extract"]:
        return False
    store = Reading(place)
    try:
        run = known(arguments, store.get)
        written = recalled(run.output, store.get) if run is not None and run.stands else None
    finally:
        store.close()
    if run is None or written is None:
        return False
    put(written.pieces, OutputFile(run.target) if run.target else None)
    tell(written, run.skipped)
    return True
