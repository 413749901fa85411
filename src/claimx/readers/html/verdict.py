"""Asks an extractor of main content what of a page is its article (readability, after the bookmarklet of Arc90)."""

import logging

from claimx.extras import extra
from claimx.readers.html.render import render
from claimx.readers.html.tree import parsed

_LARGEST = 1_000_000
"""Characters of the largest page that the extractor is asked about: its time can grow faster than a page does."""
_SHORTEST = 120
"""Characters below which what it found is no article, and its word not worth having."""


def kept_lines(markup: str) -> frozenset[str] | None:
    """The lines, as the renderer makes them of a page, that the extractor keeps; None where it has no opinion."""
    if len(markup) > _LARGEST:
        return None
    with extra("html", "HTML pages"):
        from readability import Document
        from readability.readability import Unparseable
    logging.getLogger("readability.readability").setLevel(logging.CRITICAL)  # it tells of each failure
    try:
        tree = parsed(Document(markup).summary(html_partial=True))
    except (Unparseable, ValueError, TypeError, AttributeError, RecursionError):
        return None
    if tree is None:
        return None
    rendered = render(tree, None)
    if len(rendered.text) < _SHORTEST:
        return None
    return frozenset(rendered.text[hint.start : hint.end] for hint in rendered.hints)
