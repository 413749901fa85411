"""Reads HTML: the page's tree, its text with what the markup says of it, and what it says of its origin."""

from claimx.readers.html.page import html_document, looks_like_html

__all__ = ["html_document", "looks_like_html"]
