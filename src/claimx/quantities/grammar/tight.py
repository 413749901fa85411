"""Joins two numbers that stand next to each other: units in parts, dashes, neighbours with `or`."""

from collections.abc import Sequence
from decimal import Decimal

from msgspec.structs import replace

from claimx.quantities.grammar.comparators import Comparators
from claimx.quantities.grammar.lending import listed, suspended
from claimx.quantities.grammar.lexicon import Lexicon
from claimx.quantities.grammar.likeness import alike, bare, in_thousands
from claimx.quantities.grammar.pairs import named
from claimx.quantities.grammar.ranges import ascending, spanning
from claimx.quantities.grammar.term import Term
from claimx.quantities.grammar.tokens import FIGURE, SIGN, WALL, Token

_WIDEST_GAP = 3
"""Tokens between two numbers that are joined tightly."""
_LEAST_CENTS = 10
_VOTE = "vote"
_TO = frozenset({("to",), ("-", "to", "-"), ("votes", "to")})
_POLL_BEFORE = 6
_POLL_AFTER = 2
"""Tokens before and after a pair of figures in which a vote is spoken of."""
_PARTED = frozenset({"measure", "duration", "money"})
_DIFFERING = frozenset(
    {"more", "less", "fewer", "up", "down", "higher", "lower", "above", "below", "longer", "shorter"}
)
"""Words after a second figure that make it what the first one differs by: *two hours, 20 minutes longer than usual*."""
_CENT = Decimal("0.01")


class TightJoins:
    """Joins neighbouring terms by the signs of a lexicon."""

    def __init__(self, lexicon: Lexicon, comparators: Comparators) -> None:
        self._lexicon = lexicon
        self._comparators = comparators
        self._pair_rule = lexicon.rule("pair")
        self._poll_rule = lexicon.rule("poll")
        self._polls = lexicon.form_words["poll"]
        self._follows = lexicon.form_words["fraction"]
        self._mixed_rule = lexicon.rule("mixed")
        self._reference_rule = lexicon.rule("reference")

    def join(self, tokens: Sequence[Token], terms: Sequence[Term]) -> list[Term]:
        """The terms, those joined that stand tightly together."""
        joined: list[Term] = []
        for term in listed(tokens, suspended(tokens, terms)):
            made = self._pair(tokens, joined[-1], term) if joined else None
            polled = made is not None and self._is_poll(tokens, made)
            if polled or (joined and self._are_votes(tokens, joined[-1], term)):
                joined[-1:] = [named(_of_votes(tokens, one), self._poll_rule) for one in (joined[-1], term)]
            elif made is None:
                joined.append(term)
            else:
                joined[-1] = made
        return joined

    def _pair(self, tokens: Sequence[Token], a: Term, b: Term) -> Term | None:
        if not 0 <= b.first - a.last <= _WIDEST_GAP or not (a.plain and b.plain):
            return None
        words = whole = tuple([token.low for token in tokens[a.last : b.first]])
        if whole not in self._lexicon.between:
            start, _, _ = self._comparators.before(tokens, b.first, a.last - 1)
            words = whole[: start - a.last]
        made = self._compound(tokens, a, b, whole) or self._and_part(tokens, a, b, words)
        return made or self._either(tokens, a, b, whole) or self._dashed(tokens, a, b, words)

    def _is_poll(self, tokens: Sequence[Token], pair: Term) -> bool:
        """Whether two figures that do not ascend are votes for and against, by the words around them."""
        if self._pair_rule not in pair.rules:
            return False
        around = (*tokens[max(pair.first - _POLL_BEFORE, 0) : pair.first], *tokens[pair.last : pair.last + _POLL_AFTER])
        return any(token.low in self._polls for token in around)

    def _are_votes(self, tokens: Sequence[Token], a: Term, b: Term) -> bool:
        """Whether two figures with *to* between them are votes for and against: *voted 312 to 288*."""
        words = tuple(token.low for token in tokens[a.last : b.first])
        if words not in _TO or not (bare(a) and bare(b)) or a.value is None or b.value is None or a.value < b.value:
            return False
        around = (*tokens[max(a.first - _POLL_BEFORE, 0) : a.first], *tokens[b.last : b.last + _POLL_AFTER])
        opened = tokens[a.first - 1].low == "from"
        return not opened and any(token.low.startswith(_VOTE) or token.low in self._polls for token in around)

    def _compound(self, tokens: Sequence[Token], a: Term, b: Term, words: tuple[str, ...]) -> Term | None:
        """6ft 2in, 6-foot-2, two hours and ten minutes, six dollars and twenty cents. Spans of time are told in the
        smaller unit, of which they are a whole number."""
        hyphened = words == ("-",) and a.hyphenated
        if a.value is None or b.value is None or a.unit is None or a.per is not None or b.kind == "multiple":
            return None
        if (a.kind == "money" and a.scale > 1) or (words == (",",) and tokens[b.last].low in _DIFFERING):
            return None
        if words and not hyphened and words not in self._lexicon.compound_joins:
            return None
        part = _hundredth(a, b)
        count, rule = self._smaller(a, part.unit or "")
        whole = bool(a.more) or a.value == a.value.to_integral_value()
        if count is None or not whole or a.factor != 1 or b.value >= count:
            return None
        if bare(b) and not hyphened and (words or not self._ends(tokens, b)):
            return None
        if bare(b) and a.kind == "money" and b.value < _LEAST_CENTS:
            return None
        if a.unit == part.unit and b.factor == 1:
            return None
        both = replace(a, last=b.last, per=b.per, more=(*a.more, b.core))
        if a.kind == "duration":
            return named(replace(both, value=a.value * count + b.value, unit=part.unit), rule, *b.rules)
        more = b.value if a.unit == part.unit else b.value / count
        return named(replace(both, value=a.value + more), rule, *b.rules)

    def _smaller(self, a: Term, unit: str) -> tuple[Decimal | None, str]:
        """How many of a unit make one of the first term's, and the rule that says so; by way of another unit where the
        term has two already: two hours, 42 minutes and 28 seconds."""
        compounds = self._lexicon.compounds
        found = compounds.get((a.unit or "", unit))
        if found is None and a.more:
            through = ((middle, count) for (outer, middle), (count, _) in compounds.items() if outer == a.unit)
            steps = ((count, compounds[middle, unit]) for middle, count in through if (middle, unit) in compounds)
            found = next(((count * smaller, rule) for count, (smaller, rule) in steps), None)
        return found or (None, "")

    def _ends(self, tokens: Sequence[Token], term: Term) -> bool:
        """Whether the term stands apart and no word follows that it could count, or it is attached to a unit."""
        after = tokens[term.last]
        if tokens[term.first].glued:
            return tokens[term.first - 1].low in self._lexicon.links
        return after.kind in (SIGN, WALL) or after.low in self._follows

    def _and_part(self, tokens: Sequence[Token], a: Term, b: Term, words: tuple[str, ...]) -> Term | None:
        """3 kilos and a half, two dollars and a quarter."""
        if words != ("and",) or a.value is None or a.kind not in _PARTED or a.unit is None or a.per is not None:
            return None
        if b.kind != "fraction" or b.numerator != 1 or b.denominator not in (2, 3, 4) or tokens[b.last].low == "of":
            return None
        value = a.value + a.factor / b.denominator
        return named(replace(a, last=b.last, value=value, more=(b.core,)), self._mixed_rule, *b.rules)

    def _either(self, tokens: Sequence[Token], a: Term, b: Term, words: tuple[str, ...]) -> Term | None:
        """Two figures with nothing but `or` between them: a range where they are neighbours, and no list of more."""
        either = self._lexicon.between.get(words, {}).get("or")
        before = tokens[max(a.first - 2, 0)]
        if tokens[a.first - 1].low == "," and (before.kind == FIGURE or before.low in self._lexicon.small):
            return None
        pair = alike(a, b, lend=False) if either is not None else None
        if either is None or pair is None or not pair[0].value or not pair[1].value:
            return None
        return spanning(*pair, either.rule) if pair[0].value < pair[1].value <= 2 * pair[0].value + 1 else None

    def _dashed(self, tokens: Sequence[Token], a: Term, b: Term, words: tuple[str, ...]) -> Term | None:
        """Two figures with a dash: a range where they ascend, numbering where there are more than two."""
        dash = self._lexicon.between.get(words, {}).get("dash")
        if dash is None:
            return None
        glued = tokens[a.last].glued and tokens[b.first].glued
        longer = tokens[b.last].low in ("-", "/") and tokens[b.last].glued and self._is_digit(tokens[b.last + 1])
        if self._reference_rule in a.rules or (glued and longer):
            return self._reference(a, b) if glued and bare(a) and bare(b) else None
        pair = alike(in_thousands(tokens, a, b) if glued else a, b, lend=False)
        if pair is not None and ascending(*pair):
            return spanning(*pair, dash.rule)
        if glued and bare(a) and bare(b) and a.value is not None and b.value is not None:
            low, high = sorted((a.value, b.value))
            return replace(spanning(a, b, self._pair_rule), low=low, high=high, plain=False)
        return None

    def _is_digit(self, token: Token) -> bool:
        """Whether a token can be one of the numbers of a formation or a code: 4-4-2, four-four-two."""
        return token.glued and (token.kind == FIGURE or token.low in self._lexicon.small)

    def _reference(self, a: Term, b: Term) -> Term:
        """Three figures with dashes or more are numbering."""
        return Term(
            first=a.first,
            last=b.last,
            core=a.core,
            more=(*a.more, b.core),
            rules=(self._reference_rule,),
        )


def _hundredth(a: Term, b: Term) -> Term:
    """The second term as a part of the first's money: cents and pence are of whatever money stands before them."""
    cents = a.kind == b.kind == "money" and a.factor == 1 and b.factor == _CENT
    return replace(b, unit=a.unit) if cents else b


def _of_votes(tokens: Sequence[Token], term: Term) -> Term:
    """A figure as a number of votes, with the plural where it follows."""
    named_so = tokens[term.last].low == "votes"
    return replace(term, unit=_VOTE, last=term.last + named_so)
