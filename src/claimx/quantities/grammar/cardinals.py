"""Whole and decimal numbers in figures, in words, and in both: 1.3 million, three hundred and twenty-one."""

from collections.abc import Sequence
from decimal import Decimal

from msgspec import Struct

from claimx.quantities.grammar.figures import figure
from claimx.quantities.grammar.lexicon import Lexicon
from claimx.quantities.grammar.scales import Scales
from claimx.quantities.grammar.term import NO_SCALE
from claimx.quantities.grammar.tokens import FIGURE, SIGN, WALL, WORD, Token, past_hyphen, past_loose_hyphen

_HUNDRED = Decimal(100)
_MEASURED = frozenset({"percentage", "percentage_points", "measure"})


class Number(Struct, frozen=True):
    """A value and the token just after it; `scale` is the product of the scale words at its end."""

    value: Decimal
    last: int
    scale: Decimal
    rules: tuple[str, ...]


class Cardinals:
    """Reads cardinal numbers by the words of a lexicon."""

    def __init__(self, lexicon: Lexicon, scales: Scales) -> None:
        self._scales = scales
        self._small = lexicon.small
        self._tens = lexicon.tens
        self._scale = lexicon.scale
        self._hundred = frozenset(word for word, worth in lexicon.scale.items() if worth.value == _HUNDRED)
        self._parts = lexicon.plural_parts
        self._articles = lexicon.form_words["article"]
        self._and = lexicon.form_words["and"]
        self._point = lexicon.form_words["point"]
        self._nought = lexicon.form_words["nought"]
        self._nought_rule = lexicon.rule("nought")
        self._determiners = lexicon.form_words["bare-point"]
        self._bare_rule = lexicon.rule("bare-point")
        self._units = lexicon.units
        self._article_rule = (lexicon.rule("article"),)
        self._and_rule = (lexicon.rule("and"),)
        self._digits_rule = (lexicon.rule("digits"),)
        self._point_rule = lexicon.rule("point")

    def read(self, tokens: Sequence[Token], i: int, money: bool = False) -> Number | None:
        """The longest cardinal number at token i; `money`: a currency sign stands before it."""
        token = tokens[i]
        if token.kind == FIGURE:
            value = figure(token.text)
            if value is None:
                return None
            whole = Number(value, i + 1, NO_SCALE, self._digits_rule)
            if tokens[i].text.isdecimal() and tokens[past_hyphen(tokens, i + 1)].low in self._point:
                whole = self._with_point(tokens, whole)
            return self._with_figures(tokens, self._scaled(tokens, whole, money))
        group = self._group(tokens, i)
        if group is None:
            return None
        decimal = self._with_point(tokens, group)
        number = self._scaled(tokens, decimal, money)
        limit = number.scale / group.scale
        return self._with_groups(tokens, number, limit) if decimal is group and limit > 1 else number

    def _group(self, tokens: Sequence[Token], i: int) -> Number | None:
        """Words below a thousand, or the article or nothing before a scale word: a hundred and ten, million."""
        low = tokens[i].low
        if low in self._articles and tokens[i + 1].low in self._scale:
            number = Number(NO_SCALE, i + 1, NO_SCALE, self._article_rule)
        elif low in self._scale:
            number = Number(NO_SCALE, i, NO_SCALE, ())
        else:
            spoken = self._below_hundred(tokens, i)
            if spoken is None or spoken.value == 0:
                return spoken
            number = spoken
        j = past_hyphen(tokens, number.last) if number.last > i else i
        hundred = self._scale.get(tokens[j].low)
        if hundred is None or hundred.value != _HUNDRED:
            return number
        return self._with_units(tokens, Number(number.value * 100, j + 1, _HUNDRED, (*number.rules, hundred.rule)))

    def _below_hundred(self, tokens: Sequence[Token], i: int) -> Number | None:
        low = tokens[i].low
        worth = self._small.get(low)
        if worth is not None:
            return Number(worth.value, i + 1, NO_SCALE, (worth.rule,))
        worth = self._tens.get(low)
        if worth is None:
            return None
        j = past_loose_hyphen(tokens, i + 1)
        unit = self._small.get(tokens[j].low)
        if unit is not None and 0 < unit.value < 10:
            return Number(worth.value + unit.value, j + 1, NO_SCALE, (worth.rule, unit.rule))
        return Number(worth.value, i + 1, NO_SCALE, (worth.rule,))

    def _with_units(self, tokens: Sequence[Token], number: Number) -> Number:
        """Hundreds with the tens and units after them: two hundred | and five."""
        j, joined = self._past_and(tokens, number.last)
        if tokens[j].kind == FIGURE:
            value = figure(tokens[j].text) if joined and len(tokens[j].text) < 3 else None
            tail = None if value is None else Number(value, j + 1, NO_SCALE, ())
        else:
            tail = self._below_hundred(tokens, j)
        after = None if tail is None else tokens[past_hyphen(tokens, tail.last)].low
        if tail is None or tail.value == 0 or after in self._hundred or (joined and self._is_fraction(tail, after)):
            return number
        rules = (*number.rules, *tail.rules, *(self._and_rule if joined else ()))
        return Number(number.value + tail.value, tail.last, NO_SCALE, rules)

    def _is_fraction(self, number: Number, after: str | None) -> bool:
        """Whether the word after the number makes a proper fraction of it: three fifths, not thirty fifths."""
        worth = self._parts.get(after or "")
        return worth is not None and number.value < worth.value

    def _with_figures(self, tokens: Sequence[Token], number: Number) -> Number:
        """A figure and its scale word with smaller ones after them: 2 million | 300 thousand, 3 hundred | and 21."""
        while number.scale > 1:
            start, joined = self._past_and(tokens, number.last)
            tail = self._smaller(tokens, start)
            if tail is None or not 1 < tail.scale < number.scale or tail.value >= number.scale:
                break
            if self._begins_another(tokens, number.last, start, joined):
                break
            number = Number(number.value + tail.value, tail.last, tail.scale, (*number.rules, *tail.rules))
        return self._with_units(tokens, number) if number.scale == _HUNDRED else number

    def _begins_another(self, tokens: Sequence[Token], end: int, start: int, joined: bool) -> bool:
        """Whether a figure after a figure is another number: one with decimals (9 million and 1.2 thousand), one after
        a letter (9bn and 2 million), one after a comma and `and`."""
        lettered = tokens[end - 1].kind == WORD and tokens[end - 1].low not in self._scale
        apart = joined and tokens[end].low == ","
        return lettered or apart or "." in tokens[start].text

    def _smaller(self, tokens: Sequence[Token], i: int) -> Number | None:
        """A figure or words with a scale word: 300 thousand, two hundred thousand."""
        if tokens[i].kind == FIGURE:
            value = figure(tokens[i].text)
            group = None if value is None else Number(value, i + 1, NO_SCALE, self._digits_rule)
        else:
            spoken = tokens[i].low in self._small or tokens[i].low in self._tens
            group = self._group(tokens, i) if spoken else None
        return None if group is None else self._scaled(tokens, group, False)

    def _with_groups(self, tokens: Sequence[Token], number: Number, limit: Decimal) -> Number:
        """Thousands, millions and so on with the smaller groups after them: a million | two thousand | and one."""
        while limit > 1:
            j, joined = self._past_and(tokens, number.last)
            group = None if tokens[j].low in self._articles or tokens[j].low in self._scale else self._group(tokens, j)
            tail = None if group is None else self._scaled(tokens, group, False)
            if tail is None or tail.value == 0 or tail.value >= limit:
                break
            if joined and self._is_fraction(tail, tokens[past_hyphen(tokens, tail.last)].low):
                break
            rules = (*number.rules, *tail.rules, *(self._and_rule if joined else ()))
            number = Number(number.value + tail.value, tail.last, number.scale, rules)
            limit = tail.scale / (group.scale if group else NO_SCALE)
        return number

    def _past_and(self, tokens: Sequence[Token], i: int) -> tuple[int, bool]:
        """The token after an optional comma, hyphen or `and`, and whether there was an `and`."""
        j = past_hyphen(tokens, i)
        if tokens[j].low == "," and tokens[j].glued:
            j += 1
        if tokens[j].low in self._and:
            return past_hyphen(tokens, j + 1), True
        return j, False

    def _with_point(self, tokens: Sequence[Token], number: Number) -> Number:
        """With the decimals that are read out after it: nine point nought four, two point seventy-one."""
        at = past_hyphen(tokens, number.last)
        found = self._decimals(tokens, at) if not self._names_time(tokens, number) else None
        if found is None:
            return number
        spoken = any(token.low in self._nought for token in tokens[number.last : found[1]])
        rules = (self._point_rule, self._nought_rule) if spoken else (self._point_rule,)
        return Number(number.value + found[0], found[1], NO_SCALE, (*number.rules, *rules))

    def _decimals(self, tokens: Sequence[Token], i: int) -> tuple[Decimal, int] | None:
        """The decimals that are read out at token i, the word point, and the token after them."""
        if tokens[i].low not in self._point:
            return None
        digits, j = "", past_hyphen(tokens, i + 1)
        if tokens[j].kind == FIGURE and tokens[j].text.isdecimal() and len(tokens[j].text) < 7:
            return Decimal(f"0.{tokens[j].text}"), j + 1
        while len(digits) < 12:
            if tokens[j].low in self._nought:
                digits, j = digits + "0", j + 1
                continue
            spoken = self._below_hundred(tokens, j)
            if spoken is None:
                break
            digits, j = digits + str(spoken.value), spoken.last
            if spoken.value >= 10:
                break
        return (Decimal(f"0.{digits}"), j) if digits else None

    def _names_time(self, tokens: Sequence[Token], number: Number) -> bool:
        """Whether the point is one of time: at one point five."""
        return number.value == 1 and tokens[number.last - 2].low == "at"

    def bare_decimal(self, tokens: Sequence[Token], i: int) -> Number | None:
        """Decimals with nothing before the point, where nothing but a unit or a stop follows: point five per cent."""
        before = tokens[i - 1]
        start = i + 1 if tokens[i].low in self._nought else i
        if start == i and (before.low in self._determiners or before.low in self._small):
            return None
        found = self._decimals(tokens, start)
        if found is None:
            return None
        number = self._scaled(tokens, Number(found[0], found[1], NO_SCALE, (self._bare_rule,)), False)
        after = tokens[number.last]
        closed = after.kind in (WALL, SIGN) or number.scale > 1 or self._is_unit(tokens, number.last)
        return number if closed else None

    def _is_unit(self, tokens: Sequence[Token], i: int) -> bool:
        return any(sense.kind in _MEASURED for _, sense in self._units.after(tokens, i))

    def _scaled(self, tokens: Sequence[Token], number: Number, money: bool) -> Number:
        """With the scale words and letters after it."""
        value, j, scale, rules = number.value, number.last, number.scale, number.rules
        while True:
            at = past_loose_hyphen(tokens, j)
            worth = self._scales.at(tokens, at, money)
            if worth is None:
                return number if j == number.last else Number(value, j, scale, rules)
            value, j, scale, rules = value * worth.value, at + 1, scale * worth.value, (*rules, worth.rule)
