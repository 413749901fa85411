"""What a bare number counts that nothing beside it tells: what its sentence or the one before speaks of."""

from __future__ import annotations

from claimx.nlp import Token
from claimx.nlp.phrases import lemma, subject_of
from claimx.quantities.judging.announced import Announced, is_amount
from claimx.quantities.judging.likesize import is_decimal
from claimx.quantities.judging.reading import Reading
from claimx.quantities.spans import SPANS_OF_TIME

_FAR_BACK = 60
"""Words before a number among which *the number of* is looked for."""
_LEADING = frozenset({"to", "at", "from"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_BODIES = frozenset({"police", "officials", "ministers", "analysts", "doctors", "troops", "forces"})
"""Plurals that act on others, of whom a number is then told: *Police raided the club. Six were held.*"""


def unit_of_topic(reading: Reading, announced: Announced) -> Reading | None:
    """The reading as a count of what is spoken of; None where that is nothing that can be counted."""
    if reading.mention is None or is_decimal(reading):
        return None
    topic = _numbered_before(reading.mention.root) or _subject_before(reading.mention.root)
    return announced.counting(reading, topic) if topic is not None else None


def _numbered_before(number: Token) -> Token | None:
    """*The number of failed claims also dropped, by 10% to 3,115*, where the parse gives the verb another subject."""
    if number.head.lower_ not in _LEADING:
        return None
    for word in reversed(number.doc[max(number.sent.start, number.i - _FAR_BACK) : number.i]):
        if is_amount(word) and word.nbor().lower_ == "of":
            return next((one for one in word.subtree if one.tag_ == "NNS" and one.i > word.i), None)
    return None


def _subject_before(number: Token) -> Token | None:
    """*Handsets sell badly. Fewer than 17 million were sold.*: a bare subject is of what the sentence before has for
    its subject."""
    start = number.sent.start
    if number.dep_ not in _SUBJECTS or number.head.pos_ not in {"VERB", "AUX"} or not start:
        return None
    subject = subject_of(number.doc[start - 1].sent.root)
    if subject is None or subject.tag_ != "NNS" or subject.ent_type_ or subject.lower_ in _BODIES:
        return None
    return subject if lemma(subject) not in SPANS_OF_TIME else None
