"""An HTML page as a document."""

import hashlib
import re

from claimx.model import Document
from claimx.readers.decoding import decode_declared
from claimx.readers.html.metadata import metadata
from claimx.readers.html.render import Rendered, render
from claimx.readers.html.tree import parsed
from claimx.readers.html.verdict import kept_lines

_CHARSET = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_IN_MARKUP = dict.fromkeys(("utf-16", "utf-16le", "utf-16be"), "utf-8")
"""What they mean where the markup itself declares them, for it could not be read if they meant what they say."""
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\ud800-\udfff]")
"""Characters that a tree cannot hold, and that no browser shows."""
_HEAD = 4096
"""Bytes in which a page must declare its encoding; browsers look at 1024."""


def html_document(id_: str, data: bytes, charset: str | None = None) -> Document:
    """The document of a page. `charset`: the encoding that its server declared. Raises InputError for what is no page,
    or one that nests deeper than any real page does."""
    markup, encoding = _decoded(data, charset)
    markup = _CONTROL.sub("", markup)
    tree = parsed(markup)
    found = metadata(tree)
    rendered = render(tree, kept_lines(markup)) if tree is not None else Rendered("", ())
    return Document(
        id_,
        rendered.text,
        hashlib.sha256(data).hexdigest(),
        media_type="text/html",
        encoding=encoding,
        hints=rendered.hints,
        metadata=found,
    )


def _decoded(data: bytes, charset: str | None) -> tuple[str, str]:
    """The page's markup in the encoding that it or its server declares, else in the one that it seems to be in."""
    match = _CHARSET.search(data[:_HEAD])
    written = match[1].decode("ascii").lower() if match else None
    declared = (charset or _IN_MARKUP.get(written or "", written or "")).lower()
    return decode_declared(data, declared)
