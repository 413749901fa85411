"""Changes that figures share: one verb said once for several of them."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace as with_fields

from claimx.model import Change, Direction, Quantity
from claimx.nlp import Token
from claimx.nlp.phrases import lemma
from claimx.quantities.judging.reading import Reading
from claimx.quantities.judging.turns import MORE, Turns

_FAR = 8
"""Words between two figures that one verb can still govern."""
_BACK = 2
"""Figures before one among which is the one whose verb it shares: the size of a change and the level it led to."""
_GUESSED = 3
"""How many times one guess at a size may be another."""
_SEPARATORS = frozenset({",", ";", "and", "while", "but"})
_MARKS = frozenset({",", "-", "–", "—", "("})
_SIZED = frozenset({"count", "money", "measure"})
_NAMING = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "POS", "PRP$"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_PLAIN_VERBS = frozenset({"VB", "VBP"})
"""Tags that a bare noun before *by* may get: *food was down 6% and drink by 5%*."""
_LINKS = {"by": "delta", "to": "to"}
_CLOSING = frozenset({".", ",", ";", ")", "and", "but", "while", "to", "in", "on"})


def change_of(quantity: Quantity, direction: Direction, part: str) -> Change:
    """The change in which the quantity's figure is the part: delta, to, from, or none of these. A size below zero is
    that of a fall: *growth of -2%*. A multiple has no size beside it: *3x faster*."""
    value = quantity.value
    if quantity.kind == "multiple":
        return Change(direction=direction)
    if part == "to":
        return Change(direction=direction, to=value)
    if part == "none":
        return Change(direction=direction)
    if part == "from":
        return Change(direction=direction, from_=value)
    if value is not None and value < 0:
        return Change(direction="decrease", delta=-value)
    return Change(direction=direction, delta=value)


def with_shared_change(earlier: Sequence[Reading], later: Reading, turns: Turns) -> Reading | None:
    """The reading with the change of one before it whose verb it shares; None where it shares none."""
    if not earlier or later.quantity.change is not None or later.mention is None:
        return None
    if _coordinated(earlier[-1], later) or _is_in_other_words(earlier[-1], later):
        return _alike(earlier[-1], later)
    link = _gap(earlier[-1], later, turns)
    if link is None:
        return None
    for other in reversed(earlier[-_BACK:]):
        change = other.quantity.change
        if change is None or not _comparable(other, later):
            continue
        if link or (change.delta is not None and _closes(later)):
            part = _LINKS.get(link, "delta")
            return later.refined(with_fields(later.quantity, change=change_of(later.quantity, change.direction, part)))
    return None


def _comparable(earlier: Reading, later: Reading) -> bool:
    if earlier.mention is None or later.mention is None or later.noun is not None:
        return False
    return earlier.quantity.kind == later.quantity.kind and earlier.mention[0].sent.start == later.mention[0].sent.start


def _coordinated(earlier: Reading, later: Reading) -> bool:
    """Whether the later of two figures only shares the earlier one's verb: *fall to 40% in May and 30% in June*."""
    if earlier.quantity.change is None or not _comparable(earlier, later):
        return False
    assert earlier.mention is not None
    assert later.mention is not None
    if later.mention.root.dep_ in {"nsubj", "nsubjpass"}:
        return False
    between = later.mention.doc[earlier.mention.end : later.mention.start]
    sized = earlier.quantity.change.delta is not None
    if sized and [token.lower_ for token in between[-2:]] == [",", "or"] and not _is_near(earlier, later):
        return False
    if len(between) and between[0].lower_ in MORE:
        return False
    joined = any(token.lower_ in {"and", "or", "then"} for token in between[-2:])
    return joined and len(between) < _FAR and not any(token.pos_ in {"VERB", "AUX"} for token in between)


def _is_near(earlier: Reading, later: Reading) -> bool:
    """Whether two figures can be guesses at one size: *by 4%, or 5%*; not the size and its level, *£135 more, or
    £1,491*."""
    first, second = earlier.quantity.value, later.quantity.value
    return first is not None and second is not None and max(first, second) <= _GUESSED * min(first, second)


def _is_in_other_words(earlier: Reading, later: Reading) -> bool:
    """Whether a share only says the size of a change again, or an amount a share: *down by 15,000 - or 5% - on last
    year*, *up 2%, or £21*."""
    change = earlier.quantity.change
    sized = change is not None and change.delta is not None
    return sized and (is_again(earlier, later) or (later.noun is None and is_again(later, earlier)))


def is_again(amount: Reading, share: Reading) -> bool:
    """Whether a share and an amount beside it say the same in other words: *15,000 - or 5% -*, *120 points, or 2%*."""
    if amount.mention is None or share.mention is None:
        return False
    if share.quantity.kind != "percentage" or share.noun is not None or amount.quantity.kind not in _SIZED:
        return False
    first, second = (amount, share) if amount.start < share.start else (share, amount)
    assert first.mention is not None
    assert second.mention is not None
    start = first.noun.head.i + 1 if first.noun is not None else first.mention.end
    between = [token.lower_ for token in second.mention.doc[start : second.mention.start]]
    return len(between) == 2 and between[0] in _MARKS and between[1] == "or"


def _gap(last: Reading, later: Reading, turns: Turns) -> str | None:
    """The preposition (empty where there is none) before a figure with a subject of its own and no verb: *beer was
    down 2.3%, wine by 2.6%*; None where something else stands between the two figures."""
    if last.mention is None or later.mention is None:
        return None
    start = last.noun.head.i + 1 if last.noun is not None else last.mention.end
    between = list(later.mention.doc[start : later.mention.start])
    if not 2 <= len(between) <= _FAR or between[0].lower_ not in _SEPARATORS:
        return None
    link = between.pop().lower_ if between[-1].lower_ in _LINKS else ""
    named = [token for token in between if token.lower_ not in _SEPARATORS]
    if not named or not all(_names(token) for token in named[:-1]) or lemma(named[-1]) in turns.nouns:
        return None
    noun = named[-1].tag_ in _NOUNS or (link == "by" and len(named) == 1 and named[0].tag_ in _PLAIN_VERBS)
    return link if noun else None


def _names(token: Token) -> bool:
    return token.tag_ in _NAMING or token.lower_ == "the"


def _closes(reading: Reading) -> bool:
    """Whether nothing follows that the figure could belong to: *wine 2.6%, and*; not *wine 40% of sales*."""
    assert reading.mention is not None
    doc, end = reading.mention.doc, reading.mention.end
    return end >= len(doc) or doc[end].lower_ in _CLOSING


def _alike(earlier: Reading, later: Reading) -> Reading:
    change = earlier.quantity.change
    assert change is not None
    part = "to" if change.to is not None else "from" if change.from_ is not None else "delta"
    return later.refined(with_fields(later.quantity, change=change_of(later.quantity, change.direction, part)))
