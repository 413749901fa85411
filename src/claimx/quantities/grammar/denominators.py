"""What a quantity is over: per hour, a year, annually, for every 100,000 people."""

from collections.abc import Sequence
from decimal import Decimal

from msgspec.structs import replace

from claimx.quantities.grammar.cardinals import Cardinals
from claimx.quantities.grammar.lexicon import Lexicon
from claimx.quantities.grammar.likeness import bare
from claimx.quantities.grammar.term import NO_SCALE, Term
from claimx.quantities.grammar.tokens import WORD, Token, past_hyphen
from claimx.quantities.spans import SPANS_OF_TIME
from claimx.rulebook.kinds.quantity import RatePhrases

_LEAST_ALONE = 10
"""A smaller number after `per` needs the noun that it counts."""
_OF_PEOPLE = 100_000
"""So many after `per`, with nothing named, are people: a rate of 69 per 100,000."""
_NOW = frozenset({"now", "today", "then"})
_LEVIES = frozenset({"tax", "taxes", "costs", "expenses", "deductions", "inflation", "interest", "bonuses", "fees"})
"""What sums are told before or after: £30,000 a year before tax."""


class Denominators:
    """Reads rates by the leads and denominators of a lexicon."""

    def __init__(self, lexicon: Lexicon, cardinals: Cardinals) -> None:
        self._lexicon = lexicon
        self._cardinals = cardinals
        self._nouns = lexicon.rate_nouns
        self._ends = lexicon.form_words["fraction"]

    def attach(self, tokens: Sequence[Token], term: Term) -> Term:
        """The term with the rate that follows it."""
        found = None if term.per else self.read(tokens, term.last, term.kind == "money")
        if found is None:
            return term
        last, per, rule = found
        if term.value == 1 and bare(term) and per[0].isdigit():
            return term
        return replace(term, last=last, per=per, rules=(*term.rules, rule))

    def read(self, tokens: Sequence[Token], i: int, money: bool) -> tuple[int, str, str] | None:
        """The rate at token i: the token after it, its denominator, its rule; `money`: it is the rate of a sum."""
        i = past_hyphen(tokens, i)
        for end, (name, rule) in self._lexicon.rate_phrases.after(tokens, i):
            return None if self._is_time(tokens, end, name) else (end, name, rule)
        for start, lead in self._lexicon.rate_leads.after(tokens, i):
            start = past_hyphen(tokens, start)
            found = self._denominator(tokens, start, lead)
            if found is None and money and lead.open_for_money:
                found = self._last_noun(tokens, start)
            if found is not None:
                return None if self._is_time(tokens, *found) else (*found, lead.id)
        return None

    def _is_time(self, tokens: Sequence[Token], end: int, per: str) -> bool:
        """Whether the words after a span of time make it a time, no rate: £3m a year before; not £12 an ounce before
        the fall, nor £500 a week from May."""
        word, following = tokens[end].low, tokens[end + 1].low
        if word not in self._lexicon.rate_stops or per not in SPANS_OF_TIME:
            return False
        if word == "from":
            return following in _NOW
        return word not in ("before", "after") or following not in _LEVIES

    def _denominator(self, tokens: Sequence[Token], i: int, lead: RatePhrases) -> tuple[int, str] | None:
        """The denominator at token i with its number, if it has one: hour, 100000 person."""
        number = self._cardinals.read(tokens, i) if lead.open else None
        if number is not None and tokens[number.last].kind != WORD:
            if number.value < _LEAST_ALONE:
                return None
            return number.last, f"{number.value:f} person" if number.value == _OF_PEOPLE else f"{number.value:f}"
        found = self._noun(tokens, i if number is None else number.last, lead, plural=number is not None)
        if found is None:
            return None
        end, worth, name = found
        worth = worth if number is None else worth * number.value
        return end, name if worth == 1 else f"{worth:f} {name}"

    def _noun(
        self, tokens: Sequence[Token], i: int, lead: RatePhrases, plural: bool
    ) -> tuple[int, Decimal, str] | None:
        """What a rate is over: the token after it, how many of its unit one is (1000 for mcf), and its name;
        `plural`: a number stands before it, else it is in the singular already."""
        for end, name in self._nouns.after(tokens, i):
            return end, NO_SCALE, name
        for end, sense in self._lexicon.units.after(tokens, i):
            if sense.kind in ("measure", "duration") and not (sense.near or sense.next or sense.attached):
                return end, sense.factor, sense.name
        if lead.open and tokens[i].kind == WORD and len(tokens[i].low) > 2:
            low = tokens[i].low
            return i + 1, NO_SCALE, self._lexicon.singulars.get(low) or (singular(low) if plural else low)
        return None

    def _last_noun(self, tokens: Sequence[Token], i: int) -> tuple[int, str] | None:
        """A word that ends its phrase, and so is a noun rather than an adjective."""
        after = tokens[i + 1]
        if tokens[i].kind != WORD or len(tokens[i].low) < 3 or not (after.kind != WORD or after.low in self._ends):
            return None
        return i + 1, tokens[i].low


def singular(word: str) -> str:
    """The singular of a regular English plural."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word
