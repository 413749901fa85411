"""The words that a document writes in lower case."""

from __future__ import annotations

from itertools import pairwise

from claimx.nlp import Annotation


def lower_words(annotation: Annotation) -> set[str]:
    """Every word that stands somewhere in lower case."""
    return {word for doc in annotation.docs for word in {token.text for token in doc.tokens} if word.islower()}


def lower_pairs(annotation: Annotation) -> set[tuple[str, str]]:
    """The stems of every two words in lower case that stand side by side."""
    found: set[tuple[str, str]] = set()
    for doc in annotation.docs:
        found.update(pairwise(token.text for token in doc.tokens))
    stems = {word: stem(word) for word in {one for one, _ in found} | {two for _, two in found} if word.islower()}
    return {(stems[one], stems[two]) for one, two in found if one in stems and two in stems}


def stem(word: str) -> str:
    """A word in lower case without its plural ending; a capital keeps the lemmatiser from taking that off."""
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
