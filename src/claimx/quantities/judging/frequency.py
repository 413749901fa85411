"""*Once* and *twice*: how often something happened, or only that it did."""

from __future__ import annotations

from claimx.nlp import Token
from claimx.nlp.phrases import ancestors, lemma
from claimx.quantities.judging.neighbours import word_after, word_before
from claimx.quantities.judging.reading import Reading
from claimx.quantities.spans import SPANS_OF_TIME

_RATES = frozenset({"as", "a", "an", "the", "per", "every", "each", "that", "what"})


def asserts_no_rate(reading: Reading, words: frozenset[str]) -> bool:
    """*Once* and *twice* by themselves, without a rate, bound or comparison, where they do not count what happened."""
    mention = reading.mention
    if mention is None or mention.text.lower().split()[-1] not in {"once", "twice", "thrice"}:
        return False
    after, before = word_after(reading), word_before(reading)
    if before is not None and before.lower_ == "by" and mention[-1].lower_ != "once":
        return False
    if _is_done(mention[-1]) or reading.quantity.comparator in {">", ">="}:
        return False
    if after is None or (after.lower_ not in _RATES and after.tag_ != "PRP$"):
        return True
    compared = after.doc[after.i + 1] if after.i + 1 < len(after.doc) else None
    if mention[-1].lower_ == "once" and (compared is None or lemma(compared) not in SPANS_OF_TIME):
        return True
    return after.lower_ == "as" and (compared is None or compared.tag_ not in {"JJ", "RB"})


def _is_done(adverb: Token) -> bool:
    """Whether *twice* counts what has happened: *he turned it down twice*, *she had to be rescued twice*; not *you
    cannot spend it twice*."""
    verb = next((word for word in ancestors(adverb) if word.pos_ in {"VERB", "AUX"}), adverb)
    if adverb.lower_ not in {"twice", "thrice"} or verb.i == adverb.i:
        return False
    if any(child.tag_ == "TO" for child in verb.children):
        return lemma(verb.head) == "have" and verb.head.tag_ == "VBD"
    return verb.tag_ in {"VBD", "VBN"} and not any(child.tag_ == "MD" for child in verb.children)
