"""What a figure counts that no noun stands beside and nothing before tells: people, and one of several."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace as with_fields

from claimx.nlp.phrases import lemma
from claimx.quantities.judging.reading import Reading

_PERSON = "person"
_DRAWING = frozenset(
    {"draw", "attract", "leave", "force", "lure", "invite", "welcome", "bring", "affect", "help", "drive"}
)
"""Verbs whose vague object is people."""
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_PLURALS = frozenset({"NNS", "NNPS"})
_LEADING = frozenset({"and", "but", "while", ",", ";", "only", "just"})
"""Words before *one* where it is one of several."""
_LIKE = 4
"""Words after a vague figure among which *like* says that it is more of what was named: *hundreds just like it*."""


def one_of_several(reading: Reading, earlier: Sequence[Reading]) -> Reading | None:
    """*One* as one more of what its sentence has just counted doing something: *four shops opened and one closed*, *of
    the five ships, one sank*, *two men were hurt, one badly*."""
    mention, other = reading.mention, earlier[-1] if earlier else None
    if mention is None or mention.text.lower() != "one":
        return None
    closing = mention.doc[mention.end : mention.end + 1]
    badly = mention[0].nbor(-1).text == "," and any(token.tag_ == "RB" for token in closing) if mention.start else False
    if mention.root.dep_ not in _SUBJECTS and not badly:
        return None
    if other is None or other.mention is None or other.noun is None or other.quantity.kind != "count":
        return None
    noun, sentence = other.noun.head, mention[0].sent
    parted = noun.dep_ == "pobj" and noun.head.i == sentence.start and noun.head.lower_ == "of"
    told = noun.dep_ in _SUBJECTS or parted
    led = mention.start > sentence.start and mention[0].nbor(-1).lower_ in _LEADING
    if not (told and led) or noun.tag_ not in _PLURALS or noun.sent.start != sentence.start:
        return None
    return reading.refined(with_fields(reading.quantity, unit=other.quantity.unit))


def of_people(reading: Reading) -> Reading:
    """The reading as a count of persons, where it is a vague subject without a noun, or the object of what draws or
    harms people: *thousands in the square cheered*, *it drew thousands*; nothing else is spoken of so."""
    mention = reading.mention
    if mention is None or reading.quantity.vague is None:
        return reading
    subject = mention.root.dep_ in {"nsubj", "nsubjpass"}
    if not subject and (mention.root.dep_ != "dobj" or lemma(mention.root.head) not in _DRAWING):
        return reading
    after = mention.doc[mention.end : mention.end + _LIKE]
    if any(token.lower_ in {"of", "-"} for token in after[:1]) or any(token.lower_ == "like" for token in after):
        return reading
    return reading.refined(with_fields(reading.quantity, unit=_PERSON))
