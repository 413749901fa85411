"""Units that words around a number tell without being its unit: 35 degrees below zero, a percentage of 54."""

from collections.abc import Sequence

from msgspec.structs import replace

from claimx.quantities.grammar.lexicon import Lexicon
from claimx.quantities.grammar.likeness import bare
from claimx.quantities.grammar.phrases import Phrases
from claimx.quantities.grammar.term import Term
from claimx.quantities.grammar.tokens import FIGURE, WALL, Token

_DEGREE = "degree"
_CLOSING = frozenset({".", ",", ";", ":", ")", "?", "!"})
_LEADING_ON = frozenset({"to", "or", "and", "of", "than"})
"""Words after a number that may lead on to what is counted: the percentage of 16 to 24 year olds."""
_LARGEST_PERCENTAGE = 1000
"""Larger figures after *a percentage of* are years, or sums of which it is one."""


class ImpliedUnits:
    """Reads such words by the forms of a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._below: Phrases[str] = Phrases()
        for phrase in lexicon.form_words["below"]:
            self._below.add(phrase, lexicon.rule("below"))
        self._shares: Phrases[str] = Phrases()
        for phrase in lexicon.form_words["percentage-of"]:
            self._shares.add(phrase, lexicon.rule("percentage-of"))
        self._numbers = lexicon.small.keys() | lexicon.tens.keys() | lexicon.scale.keys() | lexicon.part.keys()
        self._slang = frozenset(worth.rule for worth in lexicon.slang.values())
        self._follows = lexicon.form_words["fraction"] - _LEADING_ON

    def below_zero(self, tokens: Sequence[Token], term: Term) -> Term:
        """A temperature with the words after it that make it negative: 35 degrees | below zero."""
        if term.value is None or term.value < 0 or not (term.unit or "").startswith(_DEGREE):
            return term
        for end, rule in self._below.after(tokens, term.last):
            return replace(term, last=end, value=-term.value, rules=(*term.rules, rule))
        return term

    def of_bare(self, tokens: Sequence[Token], term: Term) -> Term:
        """A bare number with the unit that the words around it imply; unchanged where they imply none."""
        if not (bare(term) and term.plain) or term.value is None:
            return term
        if not self._slang.isdisjoint(term.rules):
            return replace(term, kind="money")
        return self._degrees(tokens, term) or self._share(tokens, term) or term

    def _degrees(self, tokens: Sequence[Token], term: Term) -> Term | None:
        """So many degrees below zero: 10 | below zero."""
        ends = self._below.after(tokens, term.last)
        if not ends or term.value is None or term.value <= 0:
            return None
        last, rule = ends[0]
        return replace(term, last=last, kind="measure", unit=_DEGREE, value=-term.value, rules=(*term.rules, rule))

    def _share(self, tokens: Sequence[Token], term: Term) -> Term | None:
        """A percentage of | 54, where it is neither a share of the number (20 per cent of 54) nor of what that counts
        (a percentage of 54 firms)."""
        after = tokens[term.last]
        large = term.value is not None and term.value > _LARGEST_PERCENTAGE
        closed = after.kind == WALL or after.low in _CLOSING or after.low in self._follows
        if large or not closed:
            return None
        for start, rule in self._shares.before(tokens, term.first):
            before = tokens[start - 1]
            if before.kind != FIGURE and before.low not in self._numbers:
                return replace(term, kind="percentage", unit="%", rules=(*term.rules, rule))
        return None
