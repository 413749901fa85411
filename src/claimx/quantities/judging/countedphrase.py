"""The noun phrase that a number counts, where what stands right after it may be more or less than that."""

from __future__ import annotations

from claimx.nlp.nounphrases import NounPhrase, is_hyphen
from claimx.quantities.judging.following import next_word, phrase_after
from claimx.quantities.judging.reading import Reading


def counted_phrase(reading: Reading) -> NounPhrase | None:
    """The noun phrase after a number that it counts; None where there is none."""
    phrase = phrase_after(reading)
    return None if phrase is None or _is_doing(reading, phrase) else _of_one(reading, phrase)


def _of_one(reading: Reading, phrase: NounPhrase) -> NounPhrase:
    """The noun phrase after a number; after *one* it ends in a singular, in front of a plural or behind it: *one case*
    before *activists*, *one jobs report*."""
    if reading.quantity.value != 1 or phrase.head.tag_ != "NNS" or reading.candidate.ordinal:
        return phrase
    following = next_word(phrase.head)
    if following is not None and following.tag_ == "NN" and following.sent.start == phrase.head.sent.start:
        return NounPhrase((*phrase.modifiers, phrase.head), following)
    nouns = [word for word in phrase.modifiers if word.tag_ == "NN" and word.dep_ != "npadvmod"]
    if not nouns or is_hyphen(nouns[-1].nbor()):
        return phrase
    return NounPhrase(tuple(word for word in phrase.modifiers if word.i < nouns[-1].i), nouns[-1])


def _is_doing(reading: Reading, phrase: NounPhrase) -> bool:
    """Whether what follows a number above one says what those counted are doing: *with 200 paddling across*."""
    assert reading.mention is not None
    value, doing = reading.quantity.value, phrase.head
    several = value is not None and value > 1 and not phrase.modifiers and doing.i == reading.mention.end
    after = next_word(doing)
    goes_on = after is not None and after.tag_ in {"IN", "TO", "RB", "RP"} and after.lower_ != "of"
    return several and goes_on and doing.tag_ == "NN" and doing.lower_.endswith("ing")
