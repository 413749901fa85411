"""The words by which texts are compared, in their base form."""

import re
from functools import cache

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


@cache
def stem(word: str) -> str:
    """The word without its inflection, so that *cuts*, *cutting* and *cut* are one; no dictionary, no context."""
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
