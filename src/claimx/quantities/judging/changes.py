"""Rises and falls: whether a quantity is the size of a change or the level it led to, and in which direction."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace as with_fields

from claimx.nlp.phrases import lemma
from claimx.quantities.judging.beside import turn_beside
from claimx.quantities.judging.coordination import change_of, is_again, with_shared_change
from claimx.quantities.judging.governed import turn_of_noun, turn_of_verb
from claimx.quantities.judging.reading import Reading
from claimx.quantities.judging.spreads import as_spread
from claimx.quantities.judging.totals import turn_of_total
from claimx.quantities.judging.turns import Turns
from claimx.rulebook import Rulebook

_LEVEL_KINDS = frozenset(
    {"money", "percentage", "count", "measure", "duration", "percentage_points", "fraction", "multiple"}
)
_TURNED = frozenset({"up", "down", "higher", "lower"})
_CLOSING = frozenset(
    {"to", "close", "end", "finish", "settle", "trade", ",", "stand", "closing", "ending", "finishing", "settling"}
)
"""Words between the size of a change and the level it led to: *lost 2% to close at 318p*."""

_BACK = 2
"""Figures before one among which is the level that it changed to."""
_COMPARED = 5
"""Words after a multiple that say what it is a multiple of."""
_OWNERS = frozenset({"its", "his", "her", "their", "our", "my", "your", "what"})
_AT_ANOTHER_TIME = frozenset({"present", "current", "previous", "former", "original", "earlier", "past", "old"})
_EXTREMES = frozenset({"high", "low", "peak", "trough", "best", "worst", "record"})
_ADJECTIVES = frozenset({"double", "treble", "triple", "quadruple"})


class Changes:
    """Reads changes by the words of one rulebook."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._turns = Turns(rulebook)

    def refine(self, readings: Sequence[Reading]) -> list[Reading]:
        """One block's readings, in text order, each with the change that its sentence makes of it."""
        refined: list[Reading] = []
        for found in readings:
            reading = as_spread(found, self._turns)
            last = refined[-1] if refined else None
            if reading.quantity.change is None and last is not None and self._leads_to(last, reading):
                refined.append(_as_level(reading, last))
            else:
                refined.append(with_shared_change(refined, reading, self._turns) or self._changed(reading))
            refined[-1] = _in_points_of_share(_as_old_level(refined[-1], refined[:-1]), last)
            if last is not None and _came_from(last, refined[-1]):
                refined[-2] = _as_level(last, refined[-1])
            elif last is not None and last.quantity.change is None and is_again(last, refined[-1]):
                refined[-2] = _as_size(last, refined[-1])
        return refined

    def _leads_to(self, size: Reading, level: Reading) -> bool:
        """Whether a level follows the size of the change that led to it: *closed 11p lower at 318p*."""
        if size.mention is None or level.mention is None or size.quantity.change is None:
            return False
        start = size.mention.end
        if size.noun is not None:
            if size.quantity.unit != "point":
                return False
            start = size.noun.head.i + 1
        between = [token.lower_ for token in size.mention.doc[start : level.mention.start]]
        led = between[-1:] == ["at"] or between in (["to"], [",", "to"])
        return led and all(word in self._turns.others or word in _CLOSING for word in between[:-1])

    def _changed(self, reading: Reading) -> Reading:
        quantity = reading.quantity
        if quantity.change is not None and _is_level_of_another(reading):
            return reading.refined(with_fields(quantity, change=None))
        if quantity.change is not None or reading.mention is None or quantity.kind not in _LEVEL_KINDS:
            return reading
        if _is_back_to(reading) or self._turns.is_way(reading):
            return reading
        for word, part in (
            find(reading, self._turns) for find in (turn_beside, turn_of_noun, turn_of_verb, turn_of_total)
        ):
            if word is not None:
                direction, rule = word
                return reading.refined(with_fields(quantity, change=change_of(quantity, direction, part)), rule)
        return reading


def _is_level_of_another(reading: Reading) -> bool:
    """Whether a multiple only compares two levels: *four times its rated pressure*, *six times what you put in*, *rates
    were double in the north*; it is a growth where a level is compared with its own of another time (*three times
    what it cost in May*, *twice their present rate*)."""
    mention = reading.mention
    if mention is None or reading.quantity.kind != "multiple" or mention.root.tag_[:2] == "VB":
        return False
    last, after = mention[-1], mention.doc[mention.end : mention.end + _COMPARED]
    if len(after) and after[0].lower_ in _OWNERS:
        return not any(word.lower_ in _AT_ANOTHER_TIME or word.tag_ == "VBD" for word in after)
    return last.lower_ in _ADJECTIVES and lemma(last.head) == "be" and last.dep_ in {"acomp", "attr"}


def _is_back_to(reading: Reading) -> bool:
    """Whether a duration only tells how long nothing was higher or lower: *fell to a two-year low*."""
    extreme = reading.noun is not None and lemma(reading.noun.head) in _EXTREMES
    return reading.quantity.kind == "duration" and extreme


def _came_from(level: Reading, old: Reading) -> bool:
    """Whether a figure is the level that another came up or down from, with a time between the two that keeps them
    apart: *£431m in the year to June, down from £572m*."""
    change = old.quantity.change
    if change is None or change.from_ is None or change.to is not None or level.quantity.change is not None:
        return False
    if level.mention is None or old.mention is None or level.quantity.kind != old.quantity.kind:
        return False
    between = level.mention.doc[level.mention.end : old.mention.start]
    turned = len(between) > 2 and between[-2].lower_ in _TURNED and between[-3].text in {",", "(", "-", "–", "—"}
    return turned and level.quantity.unit == old.quantity.unit and level.mention[0].sent.start == between[-1].sent.start


def _as_old_level(reading: Reading, earlier: Sequence[Reading]) -> Reading:
    """The reading as the level that another fell or rose from, where that one is told in other words too: *fell to
    $310m, or 62 cents a share, | from $401m*."""
    mention, quantity = reading.mention, reading.quantity
    if quantity.change is not None or mention is None or mention.start == mention[0].sent.start or not earlier:
        return reading
    if mention[0].nbor(-1).lower_ != "from":
        return reading
    for other in reversed(earlier[-_BACK:]):
        change = other.quantity.change
        same = _measure_of(other) == _measure_of(reading)
        beside = other.mention is not None and other.mention[0].sent.start == mention[0].sent.start
        if same and beside and change is not None and change.to is not None and change.from_ is None:
            return reading.refined(with_fields(quantity, change=change_of(quantity, change.direction, "from")))
    return reading


def _in_points_of_share(reading: Reading, last: Reading | None) -> Reading:
    """The reading as percentage points, where it tells how far the share right before it has moved: *on 12%, up four
    points*; a share that is itself the size of a change is told in points of an index: *up 0.4%, 32 points*."""
    quantity = reading.quantity
    if quantity.unit != "point" or quantity.change is None or last is None or last.quantity.kind != "percentage":
        return reading
    level = last.quantity.change is None or last.quantity.change.delta is None
    if last.mention is None or reading.mention is None or not level:
        return reading
    if last.mention[0].sent.start != reading.mention[0].sent.start:
        return reading
    return reading.refined(with_fields(quantity, kind="percentage_points", unit="pp"))


def _measure_of(reading: Reading) -> tuple[str, str | None, str | None]:
    return reading.quantity.kind, reading.quantity.unit, reading.quantity.per


def _as_size(amount: Reading, share: Reading) -> Reading:
    """The reading of an amount that a share says in other words, as the size of the change that the share is the size
    of: *ended 120 points, or 2%, higher*."""
    change = share.quantity.change
    if change is None or change.delta is None:
        return amount
    return amount.refined(with_fields(amount.quantity, change=change_of(amount.quantity, change.direction, "delta")))


def _as_level(level: Reading, other: Reading) -> Reading:
    """The reading as the level that the change of another led to."""
    change = other.quantity.change
    assert change is not None
    return level.refined(with_fields(level.quantity, change=change_of(level.quantity, change.direction, "to")))
