"""The words by which texts are compared, in their base form."""

import re
from functools import cache

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_DERIVED = re.compile(
    r"(?<=\w{5})(?:ment|anc)$|(?<=\w{4}[cvl])ity$|(?<=\w{4}[st])ion$|(?<=\w{6})al$|(?<=\w{6})at(?:ion)?$"
)
"""Endings, without a last *e*, by which one word is made of another; only of long words, as *station* is none."""


@cache
def stem(word: str) -> str:
    """The word without its inflection and the ending by which it was made of another one, so that *cuts*, *cutting* and
    *cut* are one, and *approve* and *approval*; no dictionary, no context."""
    base = _uninflected(word)
    root = _DERIVED.sub("", base)
    return base if root == base else root.removesuffix("e")


def _uninflected(word: str) -> str:
    word = word.casefold().replace("’", "'").removesuffix("'s").rstrip("'")
    if len(word) > 3:
        for ending, instead in (("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh"), ("xes", "x")):
            if word.endswith(ending):
                return word.removesuffix(ending) + instead
        if word.endswith("s") and not word.endswith(("ss", "us", "is")):
            word = word[:-1]
    for ending in ("ing", "ed"):
        bare = word.removesuffix(ending)
        if bare != word and len(bare) > 2 and re.search("[aeiouy]", bare):
            return bare[:-1] if bare[-1] == bare[-2] and bare[-1] not in "lsz" else bare.removesuffix("e")
    return word[:-1] if word.endswith("e") and len(word) > 4 else word


def plain_words(text: str) -> list[str]:
    """The words of a text as they stand, without figures and signs."""
    return _WORD.findall(text)
