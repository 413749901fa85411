"""Fractions in words and figures, and numbers with a fraction: two-thirds, 3/4, half a million, one and a half."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from claimx.quantities.grammar.cardinals import Cardinals, Number
from claimx.quantities.grammar.lexicon import Lexicon
from claimx.quantities.grammar.term import NO_SCALE, Term
from claimx.quantities.grammar.tokens import FIGURE, WORD, Token, past_hyphen
from claimx.quantities.grammar.written import written_fraction

_OF = "of"
_Parts = tuple[int, int, int, tuple[str, ...]]
"""Numerator, denominator, the token after them, rules."""


class _Denominator(NamedTuple):
    """The name of the parts of a fraction: its value, the token after it, whether it is a plural, its rule."""

    value: int
    last: int
    plural: bool
    rule: str


class Fractions:
    """Reads fractions by the words of a lexicon."""

    def __init__(self, lexicon: Lexicon, cardinals: Cardinals) -> None:
        self._cardinals = cardinals
        self._ordinal = lexicon.ordinal
        self._part = lexicon.part
        self._scale = lexicon.scale
        self._number = frozenset(lexicon.small) | frozenset(lexicon.tens)
        self._and = lexicon.form_words["and"]
        self._articles = lexicon.form_words["article"]
        self._plural_parts = lexicon.plural_parts
        self._plural_ends = {f"{word}s": worth for word, worth in lexicon.ordinal.items()}
        self._follows = lexicon.form_words["fraction"]
        self._units = lexicon.units
        self._fraction_rule = lexicon.rule("fraction")
        self._mixed_rule = lexicon.rule("mixed")
        self._scaled_rule = lexicon.rule("fraction-of")

    @property
    def plurals(self) -> frozenset[str]:
        """Words that are parts by their form alone: thirds, quarters."""
        return frozenset(self._plural_parts)

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

    def ordinal_end(self, tokens: Sequence[Token], i: int, number: Number) -> Number | None:
        """The ordinal whose last word follows the cardinal at token i: twenty | first, one hundred and | fifth."""
        if tokens[i].kind == FIGURE:
            return None
        j = past_hyphen(tokens, number.last)
        if tokens[j].low in self._and:
            j += 1
        worth = self._ordinal.get(tokens[j].low)
        if worth is None:
            return None
        if worth.value >= 100:
            return Number(number.value * worth.value, j + 1, NO_SCALE, (*number.rules, worth.rule))
        fits = number.value % 100 == 0 or (number.value % 10 == 0 and number.value % 100 >= 20 and worth.value < 10)
        if not fits:
            return None
        return Number(number.value + worth.value, j + 1, NO_SCALE, (*number.rules, worth.rule))

    def _spoken(self, tokens: Sequence[Token], i: int, number: Number | None) -> _Parts | None:
        """Two-thirds, a quarter, half, one twenty-first."""
        low = tokens[i].low
        part = self._part.get(low) or self._plural_parts.get(low)
        if part is not None and number is None:
            return 1, int(part.value), i + 1, (part.rule,)
        if low in self._articles and number is None:
            return self._single(tokens, i)
        if number is None:
            return None
        j = past_hyphen(tokens, number.last)
        if not self._names_part(tokens[j].low) and tokens[j].low not in self._number:
            return None
        return self._split(tokens, i, number)

    def _names_part(self, low: str) -> bool:
        return low in self._plural_parts or low in self._part or low in self._ordinal

    def _single(self, tokens: Sequence[Token], i: int) -> _Parts | None:
        """One part of so many: a third, a hundredth; an ordinal only where no noun can follow."""
        j = past_hyphen(tokens, i + 1)
        part = self._part.get(tokens[j].low)
        if part is not None and not tokens[j].low.endswith("s"):
            return 1, int(part.value), j + 1, (part.rule,)
        found = self._denominator(tokens, j)
        if found is None or found.plural or not self._ends_fraction(tokens, found.last):
            return None
        return 1, found.value, found.last, (self._fraction_rule, found.rule)

    def _ends_fraction(self, tokens: Sequence[Token], j: int) -> bool:
        """Whether what follows can follow a fraction: an ordinal would have its noun here."""
        after = tokens[j]
        if after.kind != WORD or after.low in self._follows:
            return True
        return any(sense.kind == "percentage" for _, sense in self._units.after(tokens, j))

    def _split(self, tokens: Sequence[Token], i: int, number: Number) -> _Parts | None:
        """Numerator and denominator of words: the denominator is the longest part at the end that is a number by
        itself (one hundred | thirty fifths, but one hundred thirty-two | fifths)."""
        end = number.last + 4
        for k in range(i + 1, end):
            start = past_hyphen(tokens, k)
            found = self._denominator(tokens, start)
            if found is None:
                continue
            top = self._exact(tokens, i, k)
            if top is None or top.value != top.value.to_integral_value():
                continue
            single = top.value == 1 and (start > k or self._ends_fraction(tokens, found.last))
            if found.plural or single or (start > k and tokens[start].low in self._part):
                return int(top.value), found.value, found.last, (self._fraction_rule, *top.rules, found.rule)
        return None

    def _exact(self, tokens: Sequence[Token], i: int, end: int) -> Number | None:
        """The cardinal that is exactly tokens[i:end]."""
        walled = [*tokens[max(i - 1, 0) : end], *tokens[-3:]]
        number = self._cardinals.read(walled, i - max(i - 1, 0))
        if number is None or number.last + max(i - 1, 0) != end:
            return None
        return number

    def _denominator(self, tokens: Sequence[Token], i: int) -> _Denominator | None:
        """The name of a number of parts at token i."""
        low = tokens[i].low
        worth = self._plural_parts.get(low)
        if worth is not None:
            return _Denominator(int(worth.value), i + 1, True, worth.rule)
        worth = self._part.get(low) or self._ordinal.get(low)
        if worth is not None:
            unfit = worth.value <= 2 and low in self._ordinal
            return None if unfit else _Denominator(int(worth.value), i + 1, False, worth.rule)
        if low in self._scale or low in self._articles or tokens[i].kind != WORD:
            return None
        number = self._cardinals.read(tokens, i)
        if number is None or number.value < 20:
            return None
        j = past_hyphen(tokens, number.last)
        plural = tokens[j].low in self._plural_ends
        worth = self._plural_ends.get(tokens[j].low) or self._ordinal.get(tokens[j].low)
        if worth is None or worth.value >= 100:
            return None
        ten = number.value % 100 >= 20 and number.value % 10 == 0 and worth.value < 10
        if not ten and number.value % 100 != 0:
            return None
        return _Denominator(int(number.value + worth.value), j + 1, plural, worth.rule)

    def _mixed(self, tokens: Sequence[Token], i: int, number: Number) -> Term | None:
        """A number and a fraction: three and a half, 2 million and three quarters; the fraction is of the scale."""
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
        scale = number.scale if number.scale >= 1000 else NO_SCALE
        return self._with_scale(
            tokens, i, parts[2], number.value + fraction * scale, (*number.rules, *parts[3], self._mixed_rule)
        )

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

    def _finished(self, tokens: Sequence[Token], i: int, parts: _Parts) -> Term:
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
