"""Bare figures that stand alongside the one right before them and are of its unit: parts of a time, an old level."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace as with_fields

from claimx.quantities.judging.reading import Reading

_OPENING = frozenset({"-", "--", "–", "—", ":", "(", "and", ","})
_SHARING = frozenset({"for", "to", "in", "on", "with", "as", "at"})
"""Words after the parts of a time that say how each was spent."""


def of_last_unit(reading: Reading, earlier: Sequence[Reading]) -> Reading | None:
    """The reading with the kind and unit of the figure right before it; None where it is no such figure."""
    last = earlier[-1] if earlier else None
    if last is None or reading.mention is None or reading.mention.start == 0:
        return None
    if not _is_part_of_time(reading, last) and not _is_old_level(reading, last):
        return None
    quantity = with_fields(reading.quantity, kind=last.quantity.kind, unit=last.quantity.unit)
    return reading.refined(quantity, last.rules[-1])


def _is_part_of_time(reading: Reading, last: Reading) -> bool:
    """*Four years there: two for her degree and two for her master's*."""
    mention, whole, part = reading.mention, last.quantity.value, reading.quantity.value
    if mention is None or last.mention is None or whole is None or part is None or last.quantity.kind != "duration":
        return False
    after = mention.doc[mention.end : mention.end + 1]
    told = mention[0].nbor(-1).lower_ in _OPENING and any(word.lower_ in _SHARING for word in after)
    return told and part <= whole and last.mention[0].sent.start == mention[0].sent.start


def _is_old_level(reading: Reading, last: Reading) -> bool:
    """*Will grow to 95 ships from 38*: so many of the same, whatever the sentence speaks of."""
    if reading.mention is None or last.noun is None or last.quantity.kind != "count":
        return False
    link = reading.mention[0].nbor(-1)
    return link.lower_ == "from" and last.noun.head.i == link.i - 1
