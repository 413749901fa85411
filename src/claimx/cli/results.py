"""Where a run ends: what it wrote goes to its file or to the standard output, and the user is told of it."""

from collections.abc import Iterable

from claimx.cache.outputs import Written
from claimx.cli import console
from claimx.outputfile import OutputFile


def put(pieces: Iterable[bytes], target: OutputFile | None) -> None:
    """Writes the result to the file, or else to the standard output, where nobody looks at it."""
    if target is not None:
        target.write_all(pieces)
    else:
        console.write_all(pieces)


def tell(written: Written, skipped: str) -> None:
    """Tells what the user should know of a result, what was passed over in folders, if anything, and what the result
    comes to."""
    for warning in written.warnings:
        console.warning(warning)
    if skipped:
        console.note(skipped)
    console.note(written.summary)
