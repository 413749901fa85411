"""Documents without a single claim."""

from collections import Counter
from collections.abc import Iterator

from claimx.checks.interface import Check, Found, Material


def _find(material: Material) -> Iterator[Found]:
    with_claims = {claim.document for claim in material.report.claims}
    excluded = Counter(number.document for number in material.report.excluded)
    for record in material.report.documents:
        if not record.blocks:
            yield Found("it has no text", record.id)
        elif record.id not in with_claims:
            number = excluded[record.id]
            others = f"; {number} other {'number' if number == 1 else 'numbers'}" if number else ""
            yield Found(f"no figure is claimed in it{others}", record.id)


CHECK = Check(
    severity="note",
    summary="a document without claims",
    why="A source without a figure is often a page that failed to load, a cookie notice, or the wrong file.",
    help="See whether the file holds the article; claimx clean FILE --show-dropped shows what was taken for furniture.",
    find=_find,
)
