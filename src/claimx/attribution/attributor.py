"""The attribution stage: document and annotation in, statements and parties out."""

from claimx.model import Attribution, Attributions, Cleaned, Document, Span
from claimx.nlp import Annotation
from claimx.rulebook import Rulebook


class Attributor:
    """Attributes statements by the rules of one rulebook."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._rulebook = rulebook

    def attribute(self, document: Document, cleaned: Cleaned, annotation: Annotation) -> Attributions:
        """The document's statements, in text order, and the parties it names."""
        return Attributions()


def attribution_of(attributions: Attributions, span: Span) -> Attribution:
    """Who asserts what stands in the span: the innermost statement that holds it, or else the document."""
    return Attribution()
