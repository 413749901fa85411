"""What HTML pages begin with."""

import re

_START = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,1000}?-->\s*){0,3}"
    rb"(?:<!doctype\s+html|<html\b|<head\b|<body\b|<article\b|<meta\s)",
    re.IGNORECASE | re.DOTALL,
)


def looks_like_html(head: bytes) -> bool:
    """Whether a file with these first bytes is an HTML page."""
    return bool(_START.match(head))
