"""The detection stage: text and annotation in, quantity mentions out."""

from claimx.model import Cleaned, Document, Mention
from claimx.nlp import Annotation
from claimx.rulebook import Rulebook


class Detector:
    """Detects quantity mentions by the rules of one rulebook."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._rulebook = rulebook

    def detect(self, document: Document, cleaned: Cleaned, annotation: Annotation) -> tuple[Mention, ...]:
        """Every number of the document in exactly one mention, in text order; mentions do not overlap."""
        return ()
