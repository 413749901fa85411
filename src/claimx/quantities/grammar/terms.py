"""The numbers of a stretch of tokens, each with its currency, unit and rate."""

from collections.abc import Sequence

from msgspec.structs import replace

from claimx.quantities.grammar.lexicon import Lexicon
from claimx.quantities.grammar.numerals import Numerals
from claimx.quantities.grammar.senses import Senses
from claimx.quantities.grammar.term import Term
from claimx.quantities.grammar.tokens import CODE, FIGURE, SIGN, WORD, Token
from claimx.quantities.grammar.toone import ToOne
from claimx.quantities.grammar.units import Units

_MAGNITUDES = frozenset({100, 1_000, 10_000, 100_000, 1_000_000})
"""Figures whose plural is a magnitude: 1,000s of people."""
_DIGITS = frozenset({FIGURE, CODE})


_BY = "x"


class Terms:
    """Reads terms by the words of a lexicon."""

    def __init__(self, lexicon: Lexicon, numerals: Numerals, senses: Senses, units: Units) -> None:
        self._numerals = numerals
        self._senses = senses
        self._units = units
        self._to_one = ToOne(lexicon, senses)
        self._plus = lexicon.form_words["plus"]
        self._plus_rule = lexicon.rule("plus")
        self._comparators_after = lexicon.after
        self._code_rule = lexicon.rule("code")

    def read(self, tokens: Sequence[Token]) -> list[Term]:
        """All terms, in order; every figure and number word is in one."""
        terms: list[Term] = []
        i, floor, count, starts = 0, 0, len(tokens), self._numerals.starts
        while i < count:
            token = tokens[i]
            term = self._at(tokens, i, floor) if token.low in starts or token.kind in _DIGITS else None
            if term is None:
                i += 1
            else:
                terms.append(term)
                i = floor = term.last
        return terms

    def _at(self, tokens: Sequence[Token], i: int, floor: int) -> Term | None:
        money = self._senses.before(tokens, i) if i > floor else None
        if money is not None and money[0] < floor:
            money = None
        term = self._numerals.read(tokens, i, money is not None)
        if term is None:
            return None
        term = self._units.and_part(tokens, self._units.attach(tokens, term, money), floor)
        term = self._to_one.attach(tokens, term, floor)
        if self._in_code(tokens, term, floor):
            term = self._code(tokens, term)
        before = tokens[term.first - 1]
        if before.low in self._plus and tokens[term.first].glued and term.first - 1 >= floor and term.plain:
            term = self._signed(tokens, term)
        return term

    def _signed(self, tokens: Sequence[Token], term: Term) -> Term:
        """With its plus sign: an increase where the sign stands apart from what is before it."""
        sign = tokens[term.first - 1]
        if sign.glued and tokens[term.first - 2].kind != SIGN:
            return term
        rules = (*term.rules, self._plus_rule)
        return replace(term, first=term.first - 1, signed=term.kind == "percentage", rules=rules)

    def _in_code(self, tokens: Sequence[Token], term: Term, floor: int) -> bool:
        """Whether letters that are no unit are attached to the figure."""
        after, start = tokens[term.last], tokens[term.first]
        if _is_by(tokens, term.last) or _is_by(tokens, term.first - 1):
            return False
        runs_on = after.glued and after.kind in (WORD, CODE) and tokens[term.last - 1].kind == FIGURE
        if runs_on and not self._comparators_after.after(tokens, term.last):
            return True
        return start.kind == FIGURE and start.glued and term.first > floor and tokens[term.first - 1].kind == WORD

    def _code(self, tokens: Sequence[Token], term: Term) -> Term:
        """Digits with letters attached that are no unit: 3D, PS5."""
        first, last = term.first, term.last
        if tokens[first].glued and tokens[first].kind == FIGURE and tokens[first - 1].kind == WORD:
            first -= 1
        while tokens[last].glued and tokens[last].kind in (WORD, CODE, FIGURE):
            last += 1
        if tokens[term.last].low == "s" and last == term.last + 1 and term.value in _MAGNITUDES:
            vague = "".join(token.low for token in tokens[term.core[0] : last])
            return replace(term, last=last, core=(first, last), value=None, vague=vague, plain=False)
        return replace(term, first=first, last=last, code=True, plain=False, rules=(self._code_rule, *term.rules))


def _is_by(tokens: Sequence[Token], i: int) -> bool:
    """Whether token i stands for *by* between two figures that it is attached to: 10x20cm."""
    joined = tokens[i].glued and tokens[i + 1].glued
    return tokens[i].low == _BY and joined and tokens[i - 1].kind == tokens[i + 1].kind == FIGURE
