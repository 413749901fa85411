"""Where a run ends: what it wrote goes to its file or to the standard output, and the user is told of it."""

from claimx.cache.outputs import Written
from claimx.cli import console
from claimx.outputfile import OutputFile


def put(data: str | bytes, target: OutputFile | None) -> None:
    """Writes the result to the file, or else to the standard output."""
    if target is not None:
        target.write(data)
    elif data:
        console.write(data)


def tell(written: Written, skipped: str) -> None:
    """Tells what the user should know of a result, what was passed over in folders, if anything, and what the result
    comes to."""
    for warning in written.warnings:
        console.warning(warning)
    if skipped:
        console.note(skipped)
    console.note(written.summary)
