"""Words around a number that say where the true figure lies: nearly, at least, or more."""

from collections.abc import Sequence

from msgspec.structs import replace

from claimx.model import Comparator
from claimx.quantities.grammar.lexicon import Lexicon
from claimx.quantities.grammar.meanings import Compared
from claimx.quantities.grammar.term import Term
from claimx.quantities.grammar.tokens import FIGURE, SIGN, WALL, WORD, Token

_ARTICLES = frozenset({"a", "an", "another"})
_ADDING = frozenset({"additional", "extra", "further", "record", "total"})
"""Adjectives between the article and the number that leave the number as it is: up to an additional $5m."""
_PLURALS = frozenset({"people", "men", "women", "children"})
_STOPS = frozenset({".", ",", ";", ")"})
_LATE = frozenset({"or", "at"})
"""First words of the phrases that compare a count from behind what it counts: 12 seats or fewer."""
_OBJECT = 7
"""Words before a phrase among which the verb stands whose object is between."""
_JOINING = frozenset(
    {"in", "on", "to", "for", "by", "at", "from", "with", "and", "or", "but", "that", "which", "who", "as", "than"}
)
"""Words that are in no plain object."""
_PLACING = frozenset({"over", "under", "above", "below", "beneath", "beyond", "inside"})
"""Prepositions that tell where or about what a thing is whose size is told: under a £3m deal, a row over a 5% rise."""
_THAN = "than"
_OR_EQUAL: dict[Comparator, Comparator] = {">": ">=", "<": "<="}


class Comparators:
    """Reads comparators by the phrases of a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._before = lexicon.before
        self._after = lexicon.after
        self._intensifiers = lexicon.intensifiers
        self._marks = lexicon.marks
        self._opening = (
            lexicon.small.keys() | lexicon.tens.keys() | lexicon.scale.keys() | lexicon.part.keys() | _ARTICLES
        )

    def attach(self, tokens: Sequence[Token], term: Term, floor: int) -> Term:
        """The term with the comparators on both sides; none reaches back before token `floor`."""
        if term.ordinal or term.code:
            return term
        first, sign, rules = self.before(tokens, term.first, floor, lasting=term.kind == "duration")
        if term.old is not None and sign == "<=":
            first, sign, rules = term.first, "=", ()
        if not rules and term.first - 1 > floor:
            first, sign, rules = self._past_article(tokens, term, floor)
        last, after, more = self.after(tokens, term.last)
        if not more and term.kind == "count" and term.unit is None:
            after, more = self._past_noun(tokens, term.last)
        combined = _OR_EQUAL.get(sign, sign) if more and after == "=" else _combined(sign, after)
        combined = combined if combined != "=" else term.comparator
        return replace(term, first=first, last=last, comparator=combined, rules=(*term.rules, *rules, *more))

    def before(
        self, tokens: Sequence[Token], i: int, floor: int, marked: bool = False, lasting: bool = False
    ) -> tuple[int, Comparator, tuple[str, ...]]:
        """The comparators that end just before token i: where they begin, their sign, their rules. `marked`: what
        stands there is a mark that something can pass; `lasting`: a span of time, to which nothing is moved up."""
        sign: Comparator = "="
        rules: tuple[str, ...] = ()
        while True:
            found = None
            for start, compared in self._before.before(tokens, i):
                told = marked or not compared.marking
                if told and start > floor and not _belongs_before(tokens, start, compared, lasting):
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
            if self._opens_next(tokens, end):
                continue
            added = tokens[end].kind in (WORD, FIGURE) or (tokens[end].kind == SIGN and tokens[end + 1].kind == FIGURE)
            if not apart and not (compared.final and added):
                return end, compared.sign, (compared.rule,)
        return i, "=", ()

    def _opens_next(self, tokens: Sequence[Token], end: int) -> bool:
        """Whether *than* at or before the end of a phrase belongs to the number after it: 200 | or greater than 190."""
        if _THAN not in (tokens[end - 1].low, tokens[end].low):
            return False
        after = tokens[end + (tokens[end].low == _THAN)]
        return (after.kind in (FIGURE, SIGN) and after.text not in _STOPS) or after.low in self._opening

    def _past_article(self, tokens: Sequence[Token], term: Term, floor: int) -> tuple[int, Comparator, tuple[str, ...]]:
        """The comparators before the article of a number: over a million, just below the $50 mark."""
        at = term.first - 1
        at -= tokens[at].low in _ADDING
        article = tokens[at].low
        marked = article == "the" and tokens[term.last].low in self._marks
        nothing: tuple[int, Comparator, tuple[str, ...]] = (term.first, "=", ())
        if not marked and article not in _ARTICLES:
            return nothing
        first, sign, rules = self.before(tokens, at, floor, marked)
        during = sign in _OR_EQUAL and term.kind == "duration" and tokens[term.first].low not in _ARTICLES
        placed = not marked and tokens[at - 1].low in _PLACING and first == at - 1 and tokens[term.last].kind == WORD
        return (first, sign, rules) if rules and not (during or placed) else nothing

    def _past_noun(self, tokens: Sequence[Token], i: int) -> tuple[Comparator, tuple[str, ...]]:
        """The comparator behind the noun, of one word or two, that a count has: 12 seats or fewer; where the sentence
        goes on, behind a plural: 12 seats or fewer | are."""
        for j in (i + 1, i + 2):
            noun = tokens[j - 1]
            if noun.kind != WORD:
                break
            if tokens[j].low not in _LATE:
                continue
            plural = noun.low.endswith("s") or noun.low in _PLURALS
            for end, compared in self._after.after(tokens, j):
                closed = tokens[end].kind == WALL or tokens[end].low in _STOPS
                than = _THAN in (tokens[end - 1].low, tokens[end].low)
                if closed or (plural and tokens[end].kind == WORD and not than):
                    return compared.sign, (compared.rule,)
        return "=", ()


def _belongs_before(tokens: Sequence[Token], start: int, compared: Compared, lasting: bool) -> bool:
    """Whether the words before a phrase take it for themselves: went | up to; not bought back | up to."""
    word = tokens[start - 1].low
    if word in compared.not_after:
        return f"{tokens[start - 2].low} {word}" not in compared.unless
    return bool(compared.moving) and not lasting and _is_moved(tokens, start, compared.moving)


def _is_moved(tokens: Sequence[Token], start: int, verbs: frozenset[str]) -> bool:
    """Whether what stands before a phrase is the object of a verb that moves it there: brings its stake | up to 5%."""
    for i in range(start - 1, max(start - _OBJECT, 0), -1):
        word = tokens[i].low
        if tokens[i].kind != WORD or word in _JOINING or (word == "of" and i + 1 == start):
            return False
        if word in verbs:
            return i + 1 < start
    return False


def _combined(outer: Comparator, inner: Comparator) -> Comparator:
    """A bound outweighs an approximation: up to around 50 is up to 50, about 500 or less is 500 or less."""
    if outer in ("=", "~"):
        return inner if inner != "=" else outer
    return outer if inner in ("=", "~", "->") else inner
