"""The only package that loads a spaCy pipeline: it runs it on a document's content, and answers by offset."""

from claimx.nlp.annotation import Annotation
from claimx.nlp.annotator import Annotator
from claimx.nlp.tokens import Doc, Span, Token

__all__ = ["Annotation", "Annotator", "Doc", "Span", "Token"]
