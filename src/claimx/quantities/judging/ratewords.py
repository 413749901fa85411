"""Where the words of a rate stand apart from its figure: in brackets behind it, or as adjectives."""

from __future__ import annotations

from claimx.nlp import Span, Token
from claimx.quantities.judging.neighbours import word_before
from claimx.quantities.judging.reading import Reading

_MANY = 100
"""The least number of what comes so often over a span of time."""


def described_by(reading: Reading) -> list[Token]:
    """The adjectives before a sum, or of the noun that a sum is of or that is counted by the hundred: *an annual £3m*,
    *a £500 annual fee*, *40,000 annual visitors*; not *12 annual reports*."""
    quantity, before = reading.quantity, word_before(reading)
    words = list(reading.noun.modifiers) if reading.noun is not None else []
    if quantity.kind == "money":
        words += [before] if before is not None else []
    elif quantity.kind != "count" or (quantity.vague is None and (quantity.value or quantity.low or 0) < _MANY):
        return []
    return [word for word in words if word.tag_ == "JJ"]


def past_bracket(following: Span) -> list[Token]:
    """The words after a conversion in brackets that may be the rate of both sums: *€9m ($10m) a year*."""
    words = [token.text for token in following]
    if words[:1] == ["("]:
        end = words.index(")") + 1 if ")" in words else len(words)
    else:
        end = 1 if words[:1] == [")"] else len(words)
    after = list(following[end : end + 2])
    return after if after and after[0].lower_ in {"a", "an", "per", "each", "every"} else []
