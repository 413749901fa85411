"""Claims of the lock file that are no longer in their document."""

from collections.abc import Iterator

from claimx.checks.interface import Check, Found, Material
from claimx.checks.wording import accepted


def _find(material: Material) -> Iterator[Found]:
    for entry in material.comparison.vanished if material.comparison else ():
        fact = entry.fact
        yield Found(f"gone: {accepted(fact)}", fact.document, key=repr((fact.surface, fact.sentence)))


CHECK = Check(
    severity="error",
    summary="a claim of the lock file that is gone",
    why="A figure that disappears from a source was perhaps withdrawn, and may still be quoted elsewhere.",
    help="Find out why it is gone; claimx check --accept takes it out of the lock file.",
    find=_find,
    needs_lock=True,
)
