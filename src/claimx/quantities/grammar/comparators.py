"""Words around a number that say where the true figure lies: nearly, at least, or more."""

from collections.abc import Sequence

from msgspec.structs import replace

from claimx.model import Comparator
from claimx.quantities.grammar.lexicon import Lexicon
from claimx.quantities.grammar.term import Term
from claimx.quantities.grammar.tokens import FIGURE, SIGN, WORD, Token

_ARTICLES = frozenset({"a", "an"})
_OR_EQUAL: dict[Comparator, Comparator] = {">": ">=", "<": "<="}


class Comparators:
    """Reads comparators by the phrases of a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._before = lexicon.before
        self._after = lexicon.after
        self._intensifiers = lexicon.intensifiers

    def attach(self, tokens: Sequence[Token], term: Term, floor: int) -> Term:
        """The term with the comparators on both sides; none reaches back before token `floor`."""
        if term.ordinal or term.code:
            return term
        first, sign, rules = self.before(tokens, term.first, floor)
        if term.old is not None and sign == "<=":
            first, sign, rules = term.first, "=", ()
        if sign == "=" and tokens[term.first - 1].low in _ARTICLES and term.first - 1 > floor:
            first, sign, rules = self.before(tokens, term.first - 1, floor)
            during = sign in _OR_EQUAL and term.kind == "duration" and tokens[term.first].low not in _ARTICLES
            first, sign, rules = (first, sign, rules) if rules and not during else (term.first, "=", ())
        last, after, more = self.after(tokens, term.last)
        combined = _OR_EQUAL.get(sign, sign) if more and after == "=" else _combined(sign, after)
        combined = combined if combined != "=" else term.comparator
        return replace(term, first=first, last=last, comparator=combined, rules=(*term.rules, *rules, *more))

    def before(self, tokens: Sequence[Token], i: int, floor: int) -> tuple[int, Comparator, tuple[str, ...]]:
        """The comparators that end just before token i: where they begin, their sign, their rules."""
        sign: Comparator = "="
        rules: tuple[str, ...] = ()
        while True:
            found = None
            for start, compared in self._before.before(tokens, i):
                if start > floor and tokens[start - 1].low not in compared.not_after:
                    found = start, compared
                    break
            if found is None:
                return i, sign, rules
            i, compared = found
            sign = _combined(compared.sign, sign)
            rules = (*rules, compared.rule)
            for start, rule in self._intensifiers.before(tokens, i):
                if start > floor:
                    i, rules = start, (*rules, rule)
                    break

    def after(self, tokens: Sequence[Token], i: int) -> tuple[int, Comparator, tuple[str, ...]]:
        """The comparator that begins at token i: the token after it, its sign, its rule."""
        for end, compared in self._after.after(tokens, i):
            apart = tokens[i].kind == SIGN and not tokens[i].glued
            if not apart and not (compared.final and tokens[end].kind in (WORD, FIGURE)):
                return end, compared.sign, (compared.rule,)
        return i, "=", ()


def _combined(outer: Comparator, inner: Comparator) -> Comparator:
    """A bound outweighs an approximation: up to around 50 is up to 50, about 500 or less is 500 or less."""
    if outer in ("=", "~"):
        return inner if inner != "=" else outer
    return outer if inner in ("=", "~", "->") else inner
