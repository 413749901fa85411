"""The only package that loads a spaCy pipeline: it runs it on a document's content, and answers by offset."""

from claimx.nlp.annotation import Annotation
from claimx.nlp.annotator import Annotator

__all__ = ["Annotation", "Annotator"]
