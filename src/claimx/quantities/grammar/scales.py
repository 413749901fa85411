"""Scale words and letters after a number: million, bn, and m where it is no metre."""

from collections.abc import Sequence

from claimx.quantities.grammar.lexicon import Lexicon
from claimx.quantities.grammar.meanings import Worth
from claimx.quantities.grammar.senses import Senses
from claimx.quantities.grammar.tokens import CODE, FIGURE, WALL, WORD, Token


class Scales:
    """Reads scales by the words of a lexicon."""

    def __init__(self, lexicon: Lexicon, senses: Senses) -> None:
        self._senses = senses
        tens = (10, 20)
        plurals = {word: worth for word, worth in lexicon.magnitude.items() if worth.value not in tens}
        self._words = {**plurals, **lexicon.scale}
        self._slang = lexicon.slang
        self._follows = lexicon.form_words["fraction"]
        self._letters = lexicon.letters
        self._money_letters = lexicon.money_letters
        self._unitless_letters = lexicon.unitless_letters
        self._attached_letters = lexicon.attached_letters
        self._counting_letters = lexicon.counting_letters

    def at(self, tokens: Sequence[Token], i: int, money: bool) -> Worth | None:
        """The scale at token i; `money`: the number has a currency sign before it."""
        token = tokens[i]
        if token.kind != WORD:
            return None
        worth = self._words.get(token.low) or self._of_money(tokens, i)
        return worth if worth is not None else self._letter(tokens, i, money)

    def _of_money(self, tokens: Sequence[Token], i: int) -> Worth | None:
        """A word of slang, where no noun follows that it could describe: 20 grand | for it; not three grand pianos."""
        after = tokens[i + 1]
        closed = after.kind != WORD or after.low in self._follows
        return self._slang.get(tokens[i].text) if closed else None

    def _letter(self, tokens: Sequence[Token], i: int, money: bool) -> Worth | None:
        token = tokens[i]
        if token.text in self._letters:
            worth = self._letters[token.text]
        elif token.text in self._unitless_letters:
            worth = self._unitless_letters[token.text]
            if not money and not self._before_money(tokens, i + 1) and self._is_unit(tokens, i):
                return None
        elif token.text in self._attached_letters and (_counts(tokens, i) or _on_decimal(tokens, i)):
            worth = self._attached_letters[token.text]
        elif token.text in self._counting_letters and _counts(tokens, i):
            worth = self._counting_letters[token.text]
        elif token.text in self._money_letters:
            worth = self._money_letters[token.text]
            if not money and not self._before_money(tokens, i + 1):
                return None
        else:
            return None
        return None if tokens[i + 1].glued and tokens[i + 1].kind in (FIGURE, CODE, WALL) else worth

    def _is_unit(self, tokens: Sequence[Token], i: int) -> bool:
        return not tokens[i].glued or self._senses.after(tokens, i) is not None

    def _before_money(self, tokens: Sequence[Token], i: int) -> bool:
        found = self._senses.after(tokens, i)
        return found is not None and found[1].kind == "money"


def _counts(tokens: Sequence[Token], i: int) -> bool:
    """Whether a letter attached to a figure is a scale by what stands around it: 2B people, a lone 2B."""
    if not tokens[i].glued or tokens[i - 1].kind != FIGURE:
        return False
    following = tokens[i + 1]
    plural = (
        following.kind == WORD and following.text.islower() and (following.low[-1] == "s" or following.low == "people")
    )
    alone = tokens[i - 2].kind == WALL and following.kind == WALL
    return plural or alone


def _on_decimal(tokens: Sequence[Token], i: int) -> bool:
    """Whether a letter is attached to a figure with a decimal."""
    return tokens[i].glued and tokens[i - 1].kind == FIGURE and "." in tokens[i - 1].text
