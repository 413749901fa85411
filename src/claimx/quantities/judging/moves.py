"""Changes told from one level to another with more between the two than words of their own: dates, ages, asides."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from msgspec.structs import replace

from claimx.model import Change, Direction, Mention, Quantity
from claimx.nlp import Span, Token
from claimx.nlp.syntax import FINITE
from claimx.quantities.judging.reading import Reading

_FURTHEST = 25
"""Tokens between the two levels of one change."""
_STOPS = frozenset({".", ";", ":", "?", "!", '"', "“", "”", "‘"})
_OPENING, _CLOSING = frozenset("(["), frozenset(")]")
_FROM = "from"
_HEIGHTS = frozenset(
    {"a", "an", "the", "its", "their", "record", "peak", "high", "low", "level", "of", "previous", "revised"}
    | {"initial", "original", "earlier", "provisional", "first"}
)
_TURNED = frozenset({"up", "down", "higher", "lower"})


class _Level(NamedTuple):
    """A claim that may be one of the two levels of a change."""

    mention: Mention
    quantity: Quantity
    value: Decimal
    tokens: Span
    base: int
    """What its document's offsets are ahead of those of its tokens."""

    @property
    def change(self) -> Change | None:
        return self.quantity.change

    @property
    def before(self) -> Token:
        """The token before it; its own first where it opens the text."""
        first = self.tokens[0]
        return first.nbor(-1) if first.i else first


def with_moves(judged: Iterable[tuple[Reading, Mention]]) -> list[Mention]:
    """The mentions of a block, in text order, each two claims made one that tell where a level came from and where it
    went: *from £1bn in 2002 to £2bn*, *5% in the year to June, up from 4%*. What is excluded between the two keeps its
    mention, which then stands within the claim's."""
    mentions: list[Mention] = []
    place, last = 0, None
    for reading, mention in judged:
        level = _level(reading, mention) if mention.reason is None else None
        moved = _moved(last, level) if last is not None and level is not None else None
        if moved is not None:
            mentions[place], last = moved, None
            continue
        if mention.reason is None:
            place, last = len(mentions), level
        mentions.append(mention)
    return mentions


def _level(reading: Reading, mention: Mention) -> _Level | None:
    quantity, tokens = mention.quantity, reading.mention
    if quantity is None or quantity.value is None or tokens is None:
        return None
    return _Level(mention, quantity, quantity.value, tokens, reading.candidate.start - tokens.start_char)


def _moved(one: _Level, other: _Level) -> Mention | None:
    """The claim of one change from the claims of its two levels, or None where they are not that."""
    first, second = one.quantity, other.quantity
    if (first.kind, first.unit, first.per) != (second.kind, second.unit, second.per):
        return None
    if one.tokens.doc is not other.tokens.doc or one.tokens[0].sent.start != other.tokens[0].sent.start:
        return None
    between = _without_height(_between(one, other))
    if not between or len(between) > _FURTHEST or not _is_one_phrase(between):
        return None
    direction = _forth(one, other, between) or _back(one, other, between)
    if direction is None:
        return None
    back = between[-1].lower_ == _FROM
    new, old = (one, other) if back else (other, one)
    start = one.mention.start if back else one.before.idx + one.base
    return replace(
        new.mention,
        start=start,
        end=other.mention.end,
        rules=tuple(dict.fromkeys((*new.mention.rules, *old.mention.rules))),
        quantity=replace(new.quantity, change=Change(direction=direction, from_=old.value, to=new.value)),
    )


def _between(one: _Level, other: _Level) -> list[Token]:
    """The tokens after the first mention, with the noun that it grew by, and before the second."""
    tokens = one.tokens.doc[one.tokens.end : other.tokens.start]
    return [token for token in tokens if token.idx + one.base >= one.mention.end]


def _without_height(between: list[Token]) -> list[Token]:
    """Without the words after *from* or *to* that only say how high a level was: *from a peak of 8%*, *to a low*."""
    last = next((i for i in reversed(range(len(between))) if between[i].lower_ not in _HEIGHTS), -1)
    return between[: last + 1] if last >= 0 and between[last].lower_ in {_FROM, "to"} else between


def _is_one_phrase(between: Sequence[Token]) -> bool:
    """Whether nothing between two levels, brackets left aside, begins another clause; the first may be the subject of
    one verb: *80,000 were sold in May, up from 77,000*."""
    depth = verbs = 0
    for token in between:
        depth += (token.text in _OPENING) - (token.text in _CLOSING)
        if depth == 0 and token.text in _STOPS:
            return False
        verbs += depth == 0 and token.tag_ in FINITE
    return depth == 0 and verbs <= _is_turned(between)


def _forth(old: _Level, new: _Level, between: Sequence[Token]) -> Direction | None:
    """The direction of *from £1bn in 2002 to £2bn*, of which the parse may have lost one end."""
    if between[-1].lower_ != "to" or old.before.lower_ != _FROM:
        return None
    start, end = old.change, new.change
    if start is not None and (start.from_ is None or start.to is not None):
        return None
    if end is not None and (end.to is None or end.from_ is not None):
        return None
    told = {change.direction for change in (start, end) if change is not None}
    went: Direction = "increase" if new.value > old.value else "decrease"
    return went if told == {went} else None


def _back(new: _Level, old: _Level, between: Sequence[Token]) -> Direction | None:
    """The direction of *rose to £2bn in 2003, from £1bn*, *was £2bn in 2003, up sharply from £1bn*."""
    start, end = old.change, new.change
    if between[-1].lower_ != _FROM or (start is not None and (start.from_ is None or start.to is not None)):
        return None
    came: Direction = "increase" if new.value > old.value else "decrease"
    told = start.direction if start is not None else came
    if end is None:
        led = new.before.lower_ == "to" and len(between) == 1
        return told if led or _is_turned(between) else None
    return told if end.to is not None and end.from_ is None and told == end.direction else None


def _is_turned(between: Sequence[Token]) -> bool:
    """Whether *from* follows a word of direction in an aside: *, up from*, *(down sharply from*."""
    words = [token.lower_ for token in between[:-1] if token.tag_ != "RB" or token.lower_ in _TURNED]
    return len(words) > 1 and words[-1] in _TURNED and words[-2] in {",", "(", "-", "–", "—"}
