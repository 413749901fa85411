"""The cleaning stage: document in, blocks and metadata out."""

from claimx.cleaning.furniture import FurnitureRules, Part
from claimx.cleaning.lines import split
from claimx.cleaning.sections import spread
from claimx.model import Block, Cleaned, Document, Metadata
from claimx.rulebook import Rulebook


class Cleaner:
    """Cleans documents by the rules of one rulebook."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._furniture = FurnitureRules(rulebook)

    def clean(self, document: Document) -> Cleaned:
        """The document's blocks, each with its role and zone."""
        text = document.text
        parts = spread(text, self._furniture.parts(text, split(text)))
        return Cleaned(tuple(_block(part) for part in parts), Metadata(language="en"))

    def keep_all(self, document: Document) -> Cleaned:
        """Every line as a paragraph of the article."""
        blocks = tuple(Block(line.start, line.end, "paragraph", "main", 1.0) for line in split(document.text))
        return Cleaned(blocks, Metadata(language="en"))


def _block(part: Part) -> Block:
    if part.rule is None:
        return Block(part.start, part.end, "paragraph", "main", 1.0)
    return Block(part.start, part.end, part.rule.role, "boilerplate", 0.0, part.rule.id)
