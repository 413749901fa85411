"""A span of time that reaches to one of a larger unit: *30 minutes to an hour*, *between ten months and a year*."""

from collections.abc import Sequence
from decimal import Decimal

from msgspec.structs import replace

from claimx.quantities.grammar.lexicon import Lexicon
from claimx.quantities.grammar.likeness import amount
from claimx.quantities.grammar.senses import Senses
from claimx.quantities.grammar.term import Term
from claimx.quantities.grammar.tokens import Token

_IN_ONE = {
    ("minute", "second"): 60,
    ("hour", "minute"): 60,
    ("day", "hour"): 24,
    ("week", "day"): 7,
    ("year", "month"): 12,
    ("year", "week"): 52,
    ("decade", "year"): 10,
    ("century", "year"): 100,
}
"""How many of the second unit make one of the first; months have no fixed number of days."""
_TO, _AND, _BETWEEN = "to", "and", "between"


class ToOne:
    """Reads such spans by the articles and units of a lexicon."""

    def __init__(self, lexicon: Lexicon, senses: Senses) -> None:
        self._senses = senses
        self._articles = lexicon.form_words["article"]
        self._rule = lexicon.rule("to-one")

    def attach(self, tokens: Sequence[Token], term: Term, floor: int) -> Term:
        """The term as a range, where the one of a larger unit follows; nothing before token `floor` belongs to it."""
        link = tokens[term.last].low
        opened = term.first > floor and tokens[term.first - 1].low == _BETWEEN
        if term.kind != "duration" or link != (_AND if opened else _TO):
            return term
        found = self._senses.after(tokens, term.last + 2) if tokens[term.last + 1].low in self._articles else None
        low = amount(term)
        if found is None or low is None or term.unit is None:
            return term
        last, sense = found
        high = Decimal(1 if sense.name == term.unit else _IN_ONE.get((sense.name, term.unit), 0))
        if not low < high:
            return term
        first = term.first - opened
        rules = (*term.rules, sense.rule, self._rule)
        return replace(term, first=first, last=last, value=None, low=low, high=high, plain=False, rules=rules)
