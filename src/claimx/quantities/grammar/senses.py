"""Which unit or currency a written form means where it stands, by what is around it."""

from collections.abc import Sequence

from claimx.quantities.grammar.lexicon import Lexicon
from claimx.quantities.grammar.meanings import UnitSense
from claimx.quantities.grammar.tokens import (
    CODE,
    FIGURE,
    HYPHENS,
    SIGN,
    WALL,
    WORD,
    Token,
    past_hyphen,
    past_loose_hyphen,
)

_NEAR = 12
"""Tokens on each side among which the words that tell a unit's sense are looked for."""
_BRACKETS = {"(": ")", "[": "]", "<": ">", "{": "}"}
_ATTRIBUTIVE = frozenset({"measure", "duration", "money"})
_MARKS = frozenset({'"', "'", "’", "‘", "“", "”"})
_APOSTROPHES = frozenset({"'", "’", "‘"})


class Senses:
    """Looks up units and currencies in a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._follows = lexicon.form_words["fraction"]
        self._counts = lexicon.small.keys() | lexicon.tens.keys()
        self._articles = lexicon.form_words["article"]
        self._determiners = lexicon.form_words["bare-point"]
        self._letters = lexicon.letters.keys() | lexicon.money_letters.keys() | lexicon.unitless_letters.keys()

    def before(self, tokens: Sequence[Token], i: int) -> tuple[int, UnitSense] | None:
        """The currency sign, code or abbreviation that ends just before token i, and where it begins."""
        for start, sense in self._lexicon.money_before.before(tokens, i):
            last = tokens[i - 1]
            if last.kind == WORD and tokens[start].glued and tokens[start - 1].kind in (FIGURE, WORD, CODE):
                continue
            if tokens[start].kind == WORD and tokens[start - 1].low in _APOSTROPHES:
                continue
            if sense.large_only and not (_telling(tokens, i) or tokens[i + 1].glued or self._is_scale(tokens[i + 1])):
                continue
            if sense.scaled_only and (not self._is_scale(tokens[i + 1]) or tokens[start - 1].low in self._determiners):
                continue
            if written_so(tokens, start, i, sense) and (not sense.near or self._near(tokens, start, i, sense.near)):
                return start, sense
        return None

    def after(self, tokens: Sequence[Token], i: int) -> tuple[int, UnitSense] | None:
        """The unit at token i, past a hyphen, by the first sense whose conditions hold, and the token after it."""
        start = past_hyphen(tokens, i)
        if tokens[start].kind == WALL:
            return None
        if start == i and tokens[i].kind == SIGN and tokens[i].low in HYPHENS:
            return self._after_loose_hyphen(tokens, i)
        stopped = None
        for end, sense in self._lexicon.units.after(tokens, start):
            if self._meant(tokens, start, end, sense):
                if not _closes_sentence(tokens, end):
                    return end, sense
                stopped = stopped or (end, sense)
        return stopped

    def bracketed(self, tokens: Sequence[Token], i: int) -> tuple[int, UnitSense] | None:
        """The unit in brackets at token i, of two letters at least, and the token after them: [kg]."""
        closing = _BRACKETS.get(tokens[i].low)
        if closing is None:
            return None
        for end, sense in self._lexicon.units.after(tokens, i + 1):
            named = len(tokens[i + 1].low) > 1 and not (sense.near or sense.next)
            if named and tokens[end].low == closing and written_so(tokens, i + 1, end, sense):
                return end + 1, sense
        return None

    def _after_loose_hyphen(self, tokens: Sequence[Token], i: int) -> tuple[int, UnitSense] | None:
        """The unit past a hyphen with blanks around it, in text that was cut into words: a 68 - ounce can."""
        start = past_loose_hyphen(tokens, i)
        if start == i or len(tokens[start].low) < 3:
            return None
        for end, sense in self._lexicon.units.after(tokens, start):
            hyphened = tokens[end].low in HYPHENS and tokens[end + 1].kind == WORD
            if tokens[start].low.endswith("s") and not (hyphened and tokens[end + 1].low in self._articles):
                continue
            attributive = sense.kind in _ATTRIBUTIVE and (hyphened or tokens[end].kind in (WORD, FIGURE))
            if attributive and self._meant(tokens, start, end, sense):
                return end, sense
        return None

    def _meant(self, tokens: Sequence[Token], start: int, end: int, sense: UnitSense) -> bool:
        if sense.attached and not (tokens[start].glued and tokens[start - 1].low not in HYPHENS):
            return False
        if sense.large_only and not _telling(tokens, start - 1):
            return False
        ends_in_letters = tokens[end - 1].kind in (WORD, CODE) and tokens[end - 1].low not in self._lexicon.links
        if tokens[end].glued and tokens[end].kind in (FIGURE, CODE) and (ends_in_letters or sense.kind == "money"):
            return False
        if not written_so(tokens, start, end, sense):
            return False
        if sense.apart and (tokens[start].glued or _in_code(tokens, start - 1) or self._begins(tokens[end])):
            return False
        if sense.unpaired:
            return _unpaired(tokens, start, end, sense.next)
        if sense.next and tokens[past_hyphen(tokens, end)].low not in sense.next:
            return False
        if not sense.near or self._near(tokens, start, end, sense.near) or self._is_part_of_point(tokens, start, sense):
            return True
        return sense.alone and tokens[end].kind == WALL and all(self._is_number(token) for token in tokens[:start])

    def _is_part_of_point(self, tokens: Sequence[Token], start: int, sense: UnitSense) -> bool:
        """Whether half a point or a quarter of one is meant, which only rates rise by: a quarter-point cut."""
        hyphened = start > 1 and tokens[start - 1].low in HYPHENS
        return hyphened and sense.kind == "percentage_points" and tokens[start - 2].low in self._lexicon.part

    def _is_number(self, token: Token) -> bool:
        return token.kind in (WALL, FIGURE) or token.low in self._counts or self._is_scale(token)

    def _is_scale(self, token: Token) -> bool:
        return token.low in self._lexicon.scale or token.text in self._letters

    def _begins(self, after: Token) -> bool:
        """Whether a word follows that a symbol could begin a name with: 5 A grades."""
        return after.kind in (WORD, CODE) and after.low not in self._follows

    def _near(self, tokens: Sequence[Token], start: int, end: int, words: frozenset[str]) -> bool:
        places = (*range(max(start - _NEAR, 0), start), *range(end, min(end + _NEAR, len(tokens))))
        return any(tokens[i].low.removesuffix("'s") in words and _tells(tokens, i) for i in places)


def _tells(tokens: Sequence[Token], i: int) -> bool:
    """Whether a token near a figure can tell its unit: a mark only where it stands at a figure itself, 5' 11"."""
    return tokens[i].low not in _APOSTROPHES or tokens[i - 1].kind == FIGURE


def _in_code(tokens: Sequence[Token], i: int) -> bool:
    """Whether a figure hangs on a word by a hyphen: vx-17."""
    return tokens[i].glued and tokens[i - 1].low in HYPHENS and tokens[i - 1].glued


def _closes_sentence(tokens: Sequence[Token], end: int) -> bool:
    """Whether the last token of a form is a stop that ends the sentence too: a form without it is taken before it."""
    return tokens[end - 1].low == "." and (tokens[end].kind == WALL or tokens[end].text[:1].isupper())


def _unpaired(tokens: Sequence[Token], start: int, end: int, following: frozenset[str]) -> bool:
    """Whether a mark at tokens[start:end] closes no quotation: it is the only one near, and nothing else follows."""
    after = tokens[end]
    if after.kind != WALL and after.low not in following:
        return False
    window = tokens[max(start - _NEAR, 0) : end + _NEAR]
    return sum(token.low in _MARKS for token in window) == sum(token.low in _MARKS for token in tokens[start:end])


def _telling(tokens: Sequence[Token], i: int) -> bool:
    """Whether token i is a figure with a decimal, a separator or a minus sign."""
    signed = (tokens[i].glued and tokens[i - 1].low in ("-", "−")) or tokens[i - 1].low == "minus"
    return tokens[i].kind == FIGURE and (not tokens[i].text.isdecimal() or signed)


def written_so(tokens: Sequence[Token], start: int, end: int, sense: UnitSense) -> bool:
    """Whether the form stands in the letter case that its sense asks for, and money's in one piece: in *A $15 fee* the
    letter is an article."""
    if sense.exact is None:
        return True
    pieces = sense.kind == "money" and not all(token.glued for token in tokens[start + 1 : end])
    return not pieces and "".join(token.text for token in tokens[start:end]) == sense.exact
