"""Which unit or currency a written form means where it stands, by what is around it."""

from collections.abc import Sequence

from claimx.quantities.grammar.lexicon import Lexicon
from claimx.quantities.grammar.meanings import UnitSense
from claimx.quantities.grammar.tokens import CODE, FIGURE, HYPHENS, SIGN, WALL, WORD, Token, past_hyphen

_NEAR = 12
"""Tokens on each side among which the words that tell a unit's sense are looked for."""
_APOSTROPHES = frozenset({"'", "’", "‘"})


class Senses:
    """Looks up units and currencies in a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def before(self, tokens: Sequence[Token], i: int) -> tuple[int, UnitSense] | None:
        """The currency sign, code or abbreviation that ends just before token i, and where it begins."""
        for start, sense in self._lexicon.money_before.before(tokens, i):
            last = tokens[i - 1]
            if last.kind == WORD and tokens[start].glued and tokens[start - 1].kind in (FIGURE, WORD, CODE):
                continue
            if tokens[start].kind == WORD and tokens[start - 1].low in _APOSTROPHES:
                continue
            if sense.large_only and not (_telling(tokens, i) or tokens[i + 1].glued):
                continue
            if written_so(tokens, start, i, sense):
                return start, sense
        return None

    def after(self, tokens: Sequence[Token], i: int) -> tuple[int, UnitSense] | None:
        """The unit at token i, past a hyphen, by the first sense whose conditions hold, and the token after it."""
        start = past_hyphen(tokens, i)
        if tokens[start].kind == WALL or (start == i and tokens[i].kind == SIGN and tokens[i].low in HYPHENS):
            return None
        for end, sense in self._lexicon.units.after(tokens, start):
            if self._meant(tokens, start, end, sense):
                return end, sense
        return None

    def _meant(self, tokens: Sequence[Token], start: int, end: int, sense: UnitSense) -> bool:
        if sense.attached and not (tokens[start].glued and tokens[start - 1].low not in HYPHENS):
            return False
        if sense.large_only and not _telling(tokens, start - 1):
            return False
        ends_in_letters = tokens[end - 1].kind in (WORD, CODE)
        if tokens[end].glued and tokens[end].kind in (FIGURE, CODE) and (ends_in_letters or sense.kind == "money"):
            return False
        if not written_so(tokens, start, end, sense):
            return False
        if sense.next and tokens[past_hyphen(tokens, end)].low not in sense.next:
            return False
        return not sense.near or self._near(tokens, start, end, sense.near)

    def _near(self, tokens: Sequence[Token], start: int, end: int, words: frozenset[str]) -> bool:
        window = (*tokens[max(start - _NEAR, 0) : start], *tokens[end : end + _NEAR])
        return any(token.low in words for token in window)


def _telling(tokens: Sequence[Token], i: int) -> bool:
    """Whether token i is a figure with a decimal, a separator or a minus sign."""
    signed = (tokens[i].glued and tokens[i - 1].low in ("-", "−")) or tokens[i - 1].low == "minus"
    return tokens[i].kind == FIGURE and (not tokens[i].text.isdecimal() or signed)


def written_so(tokens: Sequence[Token], start: int, end: int, sense: UnitSense) -> bool:
    """Whether the form stands in the letter case that its sense asks for."""
    return sense.exact is None or "".join(token.text for token in tokens[start:end]) == sense.exact
