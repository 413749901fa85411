"""Fractions in words and figures, and numbers with a fraction: two-thirds, 3/4, half a million, one and a half."""

from collections.abc import Sequence
from decimal import Decimal

from claimx.quantities.grammar.cardinals import Cardinals, Number
from claimx.quantities.grammar.lexicon import Lexicon
from claimx.quantities.grammar.parts import PartName, Parts
from claimx.quantities.grammar.quarters import are_counted, counts_quarters
from claimx.quantities.grammar.term import NO_SCALE, Term
from claimx.quantities.grammar.tokens import FIGURE, WORD, Token, past_hyphen, past_loose_hyphen
from claimx.quantities.grammar.written import written_fraction

_OF = "of"
_HUNDRED = Decimal(100)
_Split = tuple[int, int, int, tuple[str, ...]]
"""Numerator, denominator, the token after them, rules."""
_COMPLETED = frozenset(
    {"full", "empty", "off", "complete", "built", "owned", "done", "finished", "price", "time", "share"}
)
"""Words that a hyphen may join to a fraction with *a*: a third-full hall; a third-floor flat has none."""


class Fractions:
    """Reads fractions by the words of a lexicon."""

    def __init__(self, lexicon: Lexicon, cardinals: Cardinals, parts: Parts) -> None:
        self._cardinals = cardinals
        self._parts = parts
        self._part = lexicon.part
        self._plural_parts = lexicon.plural_parts
        self._small = lexicon.small
        self._tens = lexicon.tens
        self._scale = lexicon.scale
        self._and = lexicon.form_words["and"]
        self._articles = lexicon.form_words["article"]
        self._follows = lexicon.form_words["fraction"]
        self._units = lexicon.units
        self._fraction_rule = lexicon.rule("fraction")
        self._mixed_rule = lexicon.rule("mixed")
        self._scaled_rule = lexicon.rule("fraction-of")

    def read(self, tokens: Sequence[Token], i: int, number: Number | None) -> Term | None:
        """The fraction or mixed number at token i, where `number` is the cardinal that stands there."""
        written = None if number is None else written_fraction(tokens, i, number)
        if written is not None and written.whole:
            value = written.whole + Decimal(written.numerator) / written.denominator
            return self._with_scale(tokens, i, written.last, value, (self._fraction_rule, self._mixed_rule))
        if written is not None:
            return self._finished(tokens, i, (*written[1:], (self._fraction_rule,)))
        parts = self._spoken(tokens, i, number)
        if parts is not None:
            return self._finished(tokens, i, parts)
        return self._mixed(tokens, i, number) if number is not None else None

    def _spoken(self, tokens: Sequence[Token], i: int, number: Number | None) -> _Split | None:
        """Two-thirds, a quarter, half, one twenty-first."""
        low = tokens[i].low
        part = self._part.get(low) or self._plural_parts.get(low)
        if part is not None and number is None:
            if are_counted(tokens, i, lambda token: token.low in self._small):
                return None
            return 1, int(part.value), i + 1, (part.rule,)
        if low in self._articles and number is None:
            return self._single(tokens, i)
        if number is None or tokens[past_loose_hyphen(tokens, number.last)].low not in self._parts.openings:
            return None
        parts = self._split(tokens, i, number)
        return None if parts is not None and counts_quarters(tokens, i, parts[0], parts[2]) else parts

    def _single(self, tokens: Sequence[Token], i: int) -> _Split | None:
        """One part of so many: a third, a hundredth; an ordinal only where no noun can follow."""
        j = past_hyphen(tokens, i + 1)
        part = self._part.get(tokens[j].low)
        if part is not None and not tokens[j].low.endswith("s"):
            return 1, int(part.value), j + 1, (part.rule,)
        found = self._parts.read(tokens, j)
        if found is None or found.plural or not self._ends_fraction(tokens, found.last):
            return None
        return 1, found.value, found.last, (self._fraction_rule, found.rule)

    def _ends_fraction(self, tokens: Sequence[Token], j: int) -> bool:
        """Whether what follows can follow a fraction: an ordinal would have its noun here."""
        after = tokens[j]
        if past_hyphen(tokens, j) > j:
            return tokens[j + 1].kind != WORD or tokens[j + 1].low in _COMPLETED
        if after.kind != WORD or after.low in self._follows:
            return True
        return any(sense.kind == "percentage" for _, sense in self._units.after(tokens, j))

    def _split(self, tokens: Sequence[Token], i: int, number: Number) -> _Split | None:
        """Numerator and denominator of words: the denominator is the longest part at the end that is a number by
        itself (one hundred | thirty fifths, but one hundred thirty-two | fifths)."""
        end = number.last + 4
        for k in range(i + 1, end):
            start = past_loose_hyphen(tokens, k)
            found = self._parts.read(tokens, start)
            if found is None:
                continue
            top = self._exact(tokens, i, k)
            if top is None or top.value != top.value.to_integral_value():
                continue
            hyphened = start > k
            if hyphened and tokens[k - 1].low in self._tens and tokens[start].low in self._small:
                continue
            if hyphened and not tokens[k].glued and top.value >= found.value:
                continue
            if found.plural or self._is_single(tokens, i, top.value, found, hyphened):
                return int(top.value), found.value, found.last, (self._fraction_rule, *top.rules, found.rule)
        return None

    def _is_single(self, tokens: Sequence[Token], i: int, top: Decimal, found: PartName, hyphened: bool) -> bool:
        """Whether a part that is named in the singular is counted by the number at token i: one-fifth, a one third
        share, three-quarter, two third of them; else it is an ordinal."""
        named = tokens[found.last - 1].low
        scaled = tokens[found.last].low in self._scale
        if top == 1:
            return hyphened or scaled or self._ends_fraction(tokens, found.last)
        if named in self._part:
            return hyphened or scaled
        spoken = tokens[i].kind == WORD and top < found.value < _HUNDRED
        return spoken and tokens[found.last].kind == WORD and tokens[found.last].low in self._follows

    def _exact(self, tokens: Sequence[Token], i: int, end: int) -> Number | None:
        """The cardinal that is exactly tokens[i:end]."""
        walled = [*tokens[max(i - 1, 0) : end], *tokens[-3:]]
        number = self._cardinals.read(walled, i - max(i - 1, 0))
        if number is None or number.last + max(i - 1, 0) != end:
            return None
        return number

    def _mixed(self, tokens: Sequence[Token], i: int, number: Number) -> Term | None:
        """A number and a fraction: three and a half, 2 million and three quarters; the fraction is of the scale, or of
        the smaller one after it: one million and a half | thousand."""
        j = past_hyphen(tokens, number.last)
        if tokens[j].low not in self._and:
            return None
        j = past_hyphen(tokens, j + 1)
        if tokens[j].kind == FIGURE:
            return self._mixed_figures(tokens, i, number, j)
        low = tokens[j].low
        top = None if low in self._articles or low in self._part else self._cardinals.read(tokens, j)
        parts = self._spoken(tokens, j, top)
        if parts is None or parts[0] >= parts[1]:
            return None
        fraction = Decimal(parts[0]) / parts[1]
        rules = (*number.rules, *parts[3], self._mixed_rule)
        smaller = self._scale.get(tokens[parts[2]].low)
        if smaller is not None and smaller.value < number.scale:
            value = number.value + fraction * smaller.value
            return self._value(i, parts[2] + 1, value, (*rules, smaller.rule), smaller.value)
        scale = NO_SCALE if number.scale == _HUNDRED else number.scale
        return self._with_scale(tokens, i, parts[2], number.value + fraction * scale, rules)

    def _mixed_figures(self, tokens: Sequence[Token], i: int, number: Number, j: int) -> Term | None:
        """2 and | 3/4."""
        top = self._cardinals.read(tokens, j)
        written = None if top is None or number.scale > 1 else written_fraction(tokens, j, top)
        if written is None or written.whole or number.value != number.value.to_integral_value():
            return None
        value = number.value + Decimal(written.numerator) / written.denominator
        return self._with_scale(tokens, i, written.last, value, (*number.rules, self._fraction_rule, self._mixed_rule))

    def _with_scale(self, tokens: Sequence[Token], i: int, last: int, value: Decimal, rules: tuple[str, ...]) -> Term:
        """With the scale word after it: one and a half | million."""
        scale, j = NO_SCALE, past_hyphen(tokens, last)
        while tokens[j].low in self._scale:
            worth = self._scale[tokens[j].low]
            scale, rules, last = scale * worth.value, (*rules, worth.rule), j + 1
            j = past_hyphen(tokens, last)
        return self._value(i, last, value * scale, rules, scale)

    def _finished(self, tokens: Sequence[Token], i: int, parts: _Split) -> Term:
        """The fraction, or what it is of a scale word: a quarter | of a million, half | a billion."""
        numerator, denominator, last, rules = parts
        j = past_hyphen(tokens, last)
        if tokens[j].low == _OF and tokens[j + 1].low in self._articles:
            j += 1
        if tokens[j].low in self._articles or tokens[j].low == "one":
            j = past_hyphen(tokens, j + 1)
        if tokens[j].low in self._scale and tokens[j].kind == WORD:
            value = Decimal(numerator) / denominator
            return self._with_scale(tokens, i, j, value, (*rules, self._scaled_rule))
        return Term(
            first=i,
            last=last,
            core=(i, last),
            kind="fraction",
            numerator=numerator,
            denominator=denominator,
            rules=rules,
        )

    def _value(self, i: int, last: int, value: Decimal, rules: tuple[str, ...], scale: Decimal = NO_SCALE) -> Term:
        return Term(first=i, last=last, core=(i, last), value=value, scale=scale, rules=rules)
