"""What a figure counts that no noun stands beside and nothing before tells: people, and the votes of a majority."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace as with_fields

from claimx.nlp.phrases import lemma
from claimx.quantities.judging.reading import Reading

_PERSON = "person"
_SEAT = "seat"
_VOTE = "vote"
_VOTING = frozenset({"vote", "pass", "carry", "approve", "reject", "endorse"})
"""Verbs of what is done by a majority of votes."""
_DRAWING = frozenset(
    {"draw", "attract", "leave", "force", "lure", "invite", "welcome", "bring", "affect", "help", "drive"}
)
"""Verbs whose vague object is people."""
_LIKE = 4
"""Words after a vague figure among which *like* says that it is more of what was named: *hundreds just like it*."""


def in_votes(reading: Reading, earlier: Sequence[Reading]) -> Reading:
    """A majority's seats as votes, where its sentence tells of a vote: *by 304 votes to 267, a majority of 37*."""
    assert reading.mention is not None
    sentence = reading.mention[0].sent
    if reading.quantity.unit != _SEAT:
        return reading
    voted = any(token.pos_ == "VERB" and lemma(token) in _VOTING for token in sentence)
    told = earlier[-1] if earlier and earlier[-1].quantity.unit == _VOTE else None
    beside = told is not None and told.mention is not None and told.mention[0].sent.start == sentence.start
    return reading.refined(with_fields(reading.quantity, unit=_VOTE)) if voted or beside else reading


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
