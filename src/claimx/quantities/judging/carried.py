"""Units that a bare number takes over from another figure before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from msgspec.structs import replace as with_fields

from claimx.nlp import Span, Token
from claimx.nlp.phrases import lemma
from claimx.quantities.judging.likesize import is_decimal, is_rival, of_like_size
from claimx.quantities.judging.reading import Reading

_BACK = 2
"""Sentences before its own in which a number's unit may stand."""
_FIGURES_BACK = 30
"""Figures before a number among which its unit is looked for; a table in one line may hold thousands."""
_CARRIED = frozenset({"count", "money", "percentage", "duration", "measure"})
_RATE_WORDS = 3
"""Words between the size of a change and the level that it led to: *a day to*."""
_SIZES = frozenset(
    {
        "increase",
        "rise",
        "gain",
        "fall",
        "drop",
        "total",
        "average",
        "number",
        "mean",
        "limit",
        "maximum",
        "minimum",
        "top",
    }
)
"""Nouns before *of* that only say how a figure is meant, and leave its unit open."""
_LASTING = frozenset(
    {"take", "last", "wait", "spend", "be", "for", "work", "sleep", "train", "stay", "serve", "play", "run"}
)
_LEADING = frozenset({"by", "to", "from"})
"""Prepositions between a word of change and its figure."""
_OBJECTS = frozenset({"dobj", "attr", "pobj", "npadvmod", "oprd", "acomp", "conj", "ROOT", "appos", "nummod", "dep"})


def unit_of_another(reading: Reading, earlier: Sequence[Reading], turns: frozenset[str]) -> Reading | None:
    """The reading with the unit of a figure before it, or None: *Some 700 came, with 150 on horseback*; *a rise of 11
    per cent; it has offered six*; *51 days, against 33*. `turns`: the verbs and nouns of change.

    A count passes its unit on to any number; what is no count to an object alone, and to a figure of like size. What a
    figure is compared with has its unit, whatever that is.
    """
    assert reading.mention is not None
    root = reading.mention.root
    if reading.mention.text.lower() == "one" or reading.candidate.code or _opens_clause(reading.mention):
        return None
    near = list(_usable(earlier, _sentences_back(root)))
    if near and (is_compared(reading) or _is_led_to(reading, near[0])):
        return _with_unit_of(near[0], reading)
    governor = root.head
    if governor.lower_ == "of" and _owns(governor.head):
        near = [other for other in near if other.quantity.kind == "money" and _in_sentence(other, root)]
    within = [other for other in near if other.quantity.kind == "count" and _in_sentence(other, root)]
    if is_decimal(reading):
        within = [other for other in within if is_decimal(other)]
        near = [other for other in near if other.quantity.kind != "count" or is_decimal(other)]
    if within and _differs(reading):
        return _with_unit_of(within[0], reading)
    if within:
        return _with_unit_of(next((other for other in within if of_like_size(other, reading)), within[0]), reading)
    for other in near:
        if other.quantity.kind == "count" or (root.dep_ in _OBJECTS and _alike(other, reading, turns)):
            return _with_unit_of(other, reading)
    return None


def _differs(reading: Reading) -> bool:
    """Whether a number tells by how much the one before it differs: *320 jets, 15 more than planned*."""
    assert reading.mention is not None
    following = reading.mention.doc[reading.mention.end : reading.mention.end + 1]
    return any(word.lower_ in {"more", "fewer", "less"} for word in following)


def _owns(noun: Token) -> bool:
    """Whether what stands before *of* has a measure of its own, so that no unit can be carried past it."""
    return (noun.pos_ in {"NOUN", "PROPN"} or noun.tag_ == "JJS") and lemma(noun) not in _SIZES


def _opens_clause(mention: Span) -> bool:
    """Whether a number is what a clause of its own speaks of: *it costs $4, and 32 is enough*."""
    following = mention.doc[mention.end : mention.end + 1]
    return any(word.lower_ in {"is", "was"} for word in following)


def _in_sentence(reading: Reading, token: Token) -> bool:
    return reading.mention is not None and reading.mention[0].sent.start == token.sent.start


def with_rate_of_other(reading: Reading, earlier: Sequence[Reading]) -> Reading:
    """A sum or measure that is compared with a rate, as a rate over the same: *$10 a ton, compared with $45*."""
    other = earlier[-1] if earlier else None
    if other is None or other.quantity.per is None or reading.quantity.per is not None or reading.mention is None:
        return reading
    same = (other.quantity.kind, other.quantity.unit) == (reading.quantity.kind, reading.quantity.unit)
    if not same or reading.noun is not None or not is_compared(reading) or not of_like_size(other, reading):
        return reading
    if not _in_sentence(other, reading.mention[0]):
        return reading
    return reading.refined(with_fields(reading.quantity, per=other.quantity.per))


def is_compared(reading: Reading) -> bool:
    """Whether the number is what another is compared with: *compared with 33*, *instead of seven*."""
    assert reading.mention is not None
    first = reading.mention.start
    before = reading.mention.doc[max(0, first - 2) : first]
    words = [token.lower_ for token in before]
    return words[-1:] in (["against"], ["versus"]) or words in (
        ["compared", "with"],
        ["compared", "to"],
        ["instead", "of"],
    )


def _is_led_to(reading: Reading, size: Reading) -> bool:
    """Whether a number is the level that a change of so much led to: *rose 11 kroner to 318.50*, *by 80,000 barrels a
    day to 1.44 million*; a share is that of the level, which has a unit of its own."""
    assert reading.mention is not None
    assert size.mention is not None
    between = reading.mention.doc[size.mention.end : reading.mention.start]
    if size.quantity.kind == "percentage" or not 0 < len(between) <= _RATE_WORDS or between[-1].lower_ != "to":
        return False
    return all(token.tag_ in {"DT", "NN", "IN", "TO"} for token in between) and lemma(size.mention.root) != "%"


def _with_unit_of(other: Reading, reading: Reading) -> Reading:
    """The reading with another's unit; over the same denominator where that is part of the unit (*34 mpg*), or where
    the two are compared (*three hours a day, against five*)."""
    kept = other.quantity.kind == "measure" or is_compared(reading)
    per = reading.quantity.per or (other.quantity.per if kept else None)
    kind, unit = other.quantity.kind, other.quantity.unit
    return reading.refined(with_fields(reading.quantity, kind=kind, unit=unit, per=per))


def _usable(earlier: Sequence[Reading], sentences: frozenset[int]) -> Iterator[Reading]:
    """The figures with units in the given sentences, the nearest first."""
    for other in islice(reversed(earlier), _FIGURES_BACK):
        quantity = other.quantity
        if not quantity.unit or quantity.kind not in _CARRIED or other.candidate.ordinal:
            continue
        if other.mention is None or other.mention[0].sent.start not in sentences:
            return
        if not (_is_a_name(other) or _is_bracketed(other) or _is_aside(other)):
            yield other


def _alike(other: Reading, reading: Reading, turns: frozenset[str]) -> bool:
    """Whether a figure of another kind can lend its unit: it is of a like size, a span of time is what is spent, and
    a share after a preposition is what something changed by or to; where a share is the size of a change, the level
    that this led to would have its own sign (*rose 8% to 3.65*)."""
    assert reading.mention is not None
    kind, governor = other.quantity.kind, reading.mention.root.head
    if kind == "percentage" and (other.candidate.part, reading.candidate.part) == ("delta", "level"):
        return False
    if kind == "percentage" and is_rival(other, reading):
        return True
    bounded = governor.lower_ == "of" and lemma(governor.head) in _SIZES
    if kind == "duration" and not bounded and lemma(governor) not in _LASTING:
        return False
    if kind == "percentage" and _is_prepositional(reading):
        verb = governor.head
        while verb.tag_ in {"IN", "TO"} and verb.head.i != verb.i:
            verb = verb.head
        turned = governor.lower_ in _LEADING and lemma(verb) in turns
        return turned and _in_sentence(other, governor) and of_like_size(other, reading)
    return of_like_size(other, reading)


def _is_prepositional(reading: Reading) -> bool:
    return reading.mention is not None and reading.mention.root.dep_ == "pobj"


def _sentences_back(token: Token) -> frozenset[int]:
    """Where the token's sentence and the few before it start."""
    starts = [token.sent.start]
    while starts[-1] > 0 and len(starts) <= _BACK:
        starts.append(token.doc[starts[-1] - 1].sent.start)
    return frozenset(starts)


def _is_bracketed(reading: Reading) -> bool:
    """Whether the figure only says another again in brackets: *94m euros ($102m)*."""
    assert reading.mention is not None
    return reading.mention.start > 0 and reading.mention.doc[reading.mention.start - 1].text in {"(", "["}


def _is_aside(reading: Reading) -> bool:
    """Whether the figure tells of some of those just counted what they are: *40 hurt, six of them women*."""
    assert reading.mention is not None
    following = [token.lower_ for token in reading.mention.doc[reading.mention.end : reading.mention.end + 2]]
    before = reading.mention.doc[reading.mention.start - 1].text if reading.mention.start > 0 else ""
    return before == "," and following in (["of", "them"], ["of", "whom"])


def _is_a_name(reading: Reading) -> bool:
    return reading.noun is not None and reading.noun.head.tag_ == "NNP"
