"""Which sentence of the document each token stands in."""

from __future__ import annotations

from claimx.nlp import Annotation, Token


class SentenceNumbers:
    """Numbers the sentences of a document in text order, once: a token's own `sent` is looked for anew each time."""

    def __init__(self, annotation: Annotation) -> None:
        self._numbers: dict[int, list[int]] = {}
        number = 0
        for doc in annotation.docs:
            numbers = self._numbers[id(doc)] = [0] * len(doc)
            for sentence in doc.sents:
                number += 1
                numbers[sentence.start : sentence.end] = [number] * len(sentence)

    def of(self, token: Token) -> int:
        """The number of a token's sentence."""
        return self._numbers[id(token.doc)][token.i]
