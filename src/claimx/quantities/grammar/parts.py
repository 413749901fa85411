"""The names of the parts of a fraction: thirds, quarter, twenty-first, ten-thousandths."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from claimx.quantities.grammar.cardinals import Cardinals, Number
from claimx.quantities.grammar.lexicon import Lexicon
from claimx.quantities.grammar.meanings import Worth
from claimx.quantities.grammar.term import NO_SCALE
from claimx.quantities.grammar.tokens import FIGURE, Token, past_hyphen, past_loose_hyphen

_LEAST_MULTIPLIED = 1000
"""Parts from this on are multiplied by a ten or hundred before them: ten-thousandth, hundred-millionth."""
_TEN, _HUNDRED = Decimal(10), Decimal(100)


class PartName(NamedTuple):
    """How many of the part make a whole, the token after its name, whether that is a plural, its rule."""

    value: int
    last: int
    plural: bool
    rule: str


class Parts:
    """Reads the names of parts by the words of a lexicon."""

    def __init__(self, lexicon: Lexicon, cardinals: Cardinals) -> None:
        self._cardinals = cardinals
        self._ordinal = lexicon.ordinal
        self._part = lexicon.part
        self._plurals = lexicon.plural_parts
        self._scale = lexicon.scale
        self._and = lexicon.form_words["and"]
        self._counts = lexicon.small.keys() | lexicon.tens.keys() | lexicon.scale.keys()
        self._endings = {f"{word}s": worth for word, worth in lexicon.ordinal.items()}
        self.openings = self._plurals.keys() | self._part.keys() | self._ordinal.keys() | self._counts
        """Words that can begin the name of a part."""

    def read(self, tokens: Sequence[Token], i: int) -> PartName | None:
        """The name of a part at token i."""
        low = tokens[i].low
        worth = self._plurals.get(low)
        if worth is not None:
            return PartName(int(worth.value), i + 1, True, worth.rule)
        worth = self._part.get(low) or self._ordinal.get(low)
        if worth is not None:
            unfit = worth.value <= 2 and low in self._ordinal
            return None if unfit else PartName(int(worth.value), i + 1, False, worth.rule)
        if low not in self._counts:
            return None
        return self._multiplied(tokens, i) or self._compound(tokens, i)

    def ordinal_end(self, tokens: Sequence[Token], i: int, number: Number) -> Number | None:
        """The ordinal whose last word follows the cardinal at token i: twenty | first, one hundred and | fifth."""
        if tokens[i].kind == FIGURE:
            return None
        j = past_loose_hyphen(tokens, number.last)
        if tokens[j].low in self._and:
            j += 1
        worth = self._ordinal.get(tokens[j].low)
        if worth is None:
            return None
        if worth.value >= _HUNDRED:
            return Number(number.value * worth.value, j + 1, NO_SCALE, (*number.rules, worth.rule))
        if not _takes(number.value, worth):
            return None
        return Number(number.value + worth.value, j + 1, NO_SCALE, (*number.rules, worth.rule))

    def _multiplied(self, tokens: Sequence[Token], i: int) -> PartName | None:
        """Ten-thousandths, hundred-millionth, one-hundredths; without a hyphen a hundred counts them."""
        number = self._cardinals.read(tokens, i)
        if number is None or number.last != i + 1 or number.value not in (NO_SCALE, _TEN, _HUNDRED):
            return None
        j = past_hyphen(tokens, i + 1)
        if number.value == _HUNDRED and j == i + 1:
            return None
        worth = self._ordinal.get(tokens[j].low) or self._endings.get(tokens[j].low)
        least = _HUNDRED if number.value == NO_SCALE else _LEAST_MULTIPLIED
        if worth is None or worth.value < least:
            return None
        plural = tokens[j].low in self._endings
        return PartName(int(number.value * worth.value), j + 1, plural, worth.rule)

    def _compound(self, tokens: Sequence[Token], i: int) -> PartName | None:
        """Twenty-first, thirty-fifths, two hundred and tenth."""
        number = None if tokens[i].low in self._scale else self._cardinals.read(tokens, i)
        if number is None or number.value < 20:
            return None
        j = past_loose_hyphen(tokens, number.last)
        plural = tokens[j].low in self._endings
        worth = self._endings.get(tokens[j].low) or self._ordinal.get(tokens[j].low)
        if worth is None or worth.value >= _HUNDRED or not _takes(number.value, worth):
            return None
        return PartName(int(number.value + worth.value), j + 1, plural, worth.rule)


def _takes(number: Decimal, ordinal: Worth) -> bool:
    """Whether an ordinal below a hundred completes the number: twenty first, not twenty twelfth."""
    tens = number % 100 >= 20 and number % 10 == 0 and ordinal.value < 10
    return tens or number % 100 == 0
