"""Parses HTML, however broken it is."""

from typing import Any

from claimx.errors import InputError
from claimx.extras import extra

_DEEPEST = 2000
"""Elements within each other, about, at which the parser would cut a page off."""


def parsed(markup: str) -> Any:
    """The tree of the markup's root element; None where there is none."""
    with extra("html", "HTML pages"):
        from lxml import etree
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True)
    data = markup.encode("utf-8")
    if not data.strip():
        return None
    try:
        tree = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        tree = None
    if any("depth" in entry.message.lower() for entry in parser.error_log):
        raise InputError(f"an HTML page nested more than {_DEEPEST} elements deep")
    return tree
