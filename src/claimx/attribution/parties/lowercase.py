"""The words that a document writes in lower case, read off its arrays: a loop over tokens makes an object of each."""

from __future__ import annotations

from itertools import pairwise

from claimx.nlp import Annotation


def lower_words(annotation: Annotation) -> set[str]:
    """Every word that stands somewhere in lower case."""
    found: set[str] = set()
    for doc in annotation.docs:
        rows = doc.to_array(["LOWER", "IS_LOWER"])
        found.update(doc.vocab.strings[int(word)] for word in {int(word) for word, lower in rows if lower})
    return found


def lower_pairs(annotation: Annotation) -> set[tuple[str, str]]:
    """The stems of every two words in lower case that stand side by side."""
    found: set[tuple[int, int]] = set()
    for doc in annotation.docs:
        rows = [(int(word), bool(lower)) for word, lower in doc.to_array(["LOWER", "IS_LOWER"])]
        found.update((one, two) for (one, first), (two, second) in pairwise(rows) if first and second)
    if not found:
        return set()
    strings = annotation.docs[0].vocab.strings
    return {(stem(strings[one]), stem(strings[two])) for one, two in found}


def stem(word: str) -> str:
    """A word in lower case without its plural ending; a capital keeps the lemmatiser from taking that off."""
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
