"""*Double* and its like where they only say that there are two of something, or name a game."""

from __future__ import annotations

from claimx.nlp.nounphrases import noun_phrase_from
from claimx.nlp.phrases import lemma
from claimx.quantities.judging.neighbours import word_after, word_before
from claimx.quantities.judging.reading import Reading

_DETERMINERS = frozenset({"a", "an", "the", "this", "that", "another", "first", "second"})


def is_manifold(reading: Reading, words: frozenset[str]) -> bool:
    """A multiple that multiplies no figure: *a double tragedy*, *a triple murder*, *the mixed doubles*, *won a double*.
    `words`: nouns of what has a size, *double pay*, *triple the amount*."""
    mention, quantity = reading.mention, reading.quantity
    if mention is None or quantity.kind != "multiple" or len(mention) != 1 or mention.text.isdigit():
        return False
    word, before, after = mention[0], word_before(reading), word_after(reading)
    if word.tag_ == "NNS":
        return True
    if word.tag_ not in {"JJ", "NN", "RB"} or not word.lower_.endswith("le"):
        return False
    opened = before is not None and (before.lower_ in _DETERMINERS or before.tag_ in {"PRP$", "POS"})
    phrase = noun_phrase_from(after) if after is not None and after.i == word.i + 1 else None
    if phrase is None:
        return opened and word.dep_ in {"dobj", "pobj", "attr", "nsubj"}
    described = word.dep_ in {"amod", "compound", "nmod"} and word.head.i > word.i
    named = [phrase.head, *phrase.modifiers]
    return (described or opened) and not any(lemma(one) in words for one in named)
