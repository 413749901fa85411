"""The cleaning stage: document in, blocks and metadata out."""

import re

from claimx.model import Block, Cleaned, Document, Metadata
from claimx.rulebook import Rulebook

_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")


class Cleaner:
    """Cleans documents by the rules of one rulebook."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._rulebook = rulebook

    def clean(self, document: Document) -> Cleaned:
        """The document's blocks, each with its role and zone."""
        return self.keep_all(document)

    def keep_all(self, document: Document) -> Cleaned:
        """Every line as a paragraph of the article."""
        blocks = tuple(
            Block(m.start() + len(m[0]) - len(m[0].lstrip()), m.start() + len(m[0].rstrip()), "paragraph", "main", 1.0)
            for m in _PARAGRAPH.finditer(document.text)
        )
        return Cleaned(blocks, Metadata(language="en"))
