"""Documents that could not be read, or that are not in English."""

from collections.abc import Iterator

from claimx.checks.interface import Check, Found, Material
from claimx.display import visible


def _find(material: Material) -> Iterator[Found]:
    for problem in material.report.problems:
        yield Found(f"not checked: {visible(problem.message)}", problem.document)


CHECK = Check(
    severity="error",
    summary="a document that could not be read or is not in English",
    why="Nothing in a document that was left out has been checked, and its claims in the lock file stand unproved.",
    help='Mend or convert the file, read it all the same (language = "any"), or leave it out (exclude).',
    find=_find,
)
