"""What the tests of statements ask."""

from collections.abc import Callable

from claimx.attribution import attribution_of
from claimx.model import Attributions

Attribute = Callable[[str], Attributions]


def speaker_of(attribute: Attribute, marked: str) -> str | None:
    """The first speaker of the figure that stands between ⟦ and ⟧; None where nobody but the document says it."""
    start, end = marked.index("⟦"), marked.index("⟧") - 1
    text = marked.replace("⟦", "").replace("⟧", "")
    return next((one.name for one in attribution_of(attribute(text), (start, end)).speakers), None)
