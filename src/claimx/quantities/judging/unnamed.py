"""What a figure counts that no noun stands beside and nothing before tells: people."""

from __future__ import annotations

from msgspec.structs import replace as with_fields

from claimx.nlp.phrases import lemma
from claimx.quantities.judging.reading import Reading

_PERSON = "person"
_DRAWING = frozenset(
    {"draw", "attract", "leave", "force", "lure", "invite", "welcome", "bring", "affect", "help", "drive"}
)
"""Verbs whose vague object is people."""
_LIKE = 4
"""Words after a vague figure among which *like* says that it is more of what was named: *hundreds just like it*."""


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
