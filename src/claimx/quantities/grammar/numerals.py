"""Every way of writing one number: cardinals, ordinals, fractions, mixed numbers, multiples, magnitudes."""

from collections.abc import Sequence
from decimal import Decimal

from msgspec.structs import replace

from claimx.quantities.grammar.cardinals import Cardinals, Number
from claimx.quantities.grammar.fractions import Fractions
from claimx.quantities.grammar.lexicon import Lexicon
from claimx.quantities.grammar.magnitudes import Magnitudes
from claimx.quantities.grammar.meanings import Multiple
from claimx.quantities.grammar.parts import Parts
from claimx.quantities.grammar.term import Term
from claimx.quantities.grammar.tokens import CODE, FIGURE, SIGN, WALL, WORD, Token, past_hyphen

_OPENING = frozenset("([{\"'“‘=<>~≈≤≥:£$€¥—,;|")
"""Signs after which a hyphen is a minus."""
_MINUS = "−"
"""The sign that is nothing but a minus."""


class Numerals:
    """Reads the number at a token, by the words of a lexicon."""

    def __init__(self, lexicon: Lexicon, cardinals: Cardinals) -> None:
        self._lexicon = lexicon
        self._cardinals = cardinals
        self._parts = Parts(lexicon, cardinals)
        self._fractions = Fractions(lexicon, cardinals, self._parts)
        self._magnitudes = Magnitudes(lexicon)
        self._signs = lexicon.form_words["sign"]
        self._counts = lexicon.small.keys() | lexicon.tens.keys() | lexicon.scale.keys()
        self._articles = lexicon.form_words["article"]
        self._articled = self._magnitudes.seconds | self._parts.openings | lexicon.scale.keys()
        """What an article makes a number with: a few, a third, a hundred."""
        self._pointed = lexicon.form_words["point"] | lexicon.form_words["nought"]
        self.starts = (
            frozenset(lexicon.anchors())
            | lexicon.plural_parts.keys()
            | lexicon.form_words["article"]
            | self._signs
            | self._pointed
            | frozenset(phrase.split()[0] for phrase in lexicon.form_words["several"])
        )

    @property
    def words(self) -> frozenset[str]:
        """Words that are numbers or parts of them by themselves."""
        return frozenset(self._lexicon.anchors()) | self._lexicon.plural_parts.keys()

    def read(self, tokens: Sequence[Token], i: int, money: bool) -> Term | None:
        """The number that begins at token i, the longest reading; `money`: a currency sign stands before it."""
        token = tokens[i]
        if token.kind == FIGURE:
            return self._figure(tokens, i, money)
        if token.kind == CODE:
            return self._opaque(tokens, i, i + 1, "code")
        if token.low in self._signs:
            return self._negative(tokens, i, money)
        return self._words(tokens, i, money) if token.low in self.starts else None

    def _words(self, tokens: Sequence[Token], i: int, money: bool) -> Term | None:
        if tokens[i].low in self._articles and tokens[past_hyphen(tokens, i + 1)].low not in self._articled:
            return None
        magnitude = self._magnitudes.read(tokens, i)
        if magnitude is not None:
            return magnitude
        compared = self._lexicon.compared.get(tokens[i].low)
        if compared is not None and tokens[i + 1].low in compared.next:
            return self._multiplied(i, compared)
        number = self._cardinals.read(tokens, i, money)
        if number is None and tokens[i].low in self._pointed:
            decimal = self._cardinals.bare_decimal(tokens, i)
            return None if decimal is None else _term(i, decimal)
        fraction = self._fractions.read(tokens, i, number)
        if fraction is not None:
            return fraction
        ordinal = self._ordinal(tokens, i, number)
        if ordinal is not None:
            return ordinal
        if number is not None:
            return _term(i, number)
        return self._single(tokens, i)

    def _figure(self, tokens: Sequence[Token], i: int, money: bool) -> Term:
        number = self._cardinals.read(tokens, i, money)
        if number is None:
            form = "huge" if tokens[i].text.isdecimal() else "reference"
            return self._opaque(tokens, i, _glued_end(tokens, i), form)
        after = tokens[number.last]
        if after.glued and number.last == i + 1:
            if after.low in self._lexicon.form_words["ordinal"] and _ranks(tokens[i].text, after.low):
                return self._ranked(i, number.last + 1, number.value, (*number.rules, self._lexicon.rule("ordinal")))
            if after.kind == CODE and not self._lexicon.units.after(tokens, number.last):
                return self._opaque(tokens, i, number.last + 1, "code")
        return self._fractions.read(tokens, i, number) or _term(i, number)

    def _negative(self, tokens: Sequence[Token], i: int, money: bool) -> Term | None:
        """A number after a sign of the minus: the sign `-` only where it can be no hyphen, range or bullet, a word only
        where it takes nothing away from a number."""
        sign = tokens[i]
        if sign.kind == SIGN:
            before = tokens[i - 1]
            apart = not sign.glued or before.low in _OPENING
            if not apart or before.kind == FIGURE:
                return None
            if not tokens[i + 1].glued and not (sign.low == _MINUS or self._alone(tokens, i, money)):
                return None
        elif tokens[i - 1].kind == FIGURE or tokens[i - 1].low in self._counts:
            return None
        j = past_hyphen(tokens, i + 1)
        article = tokens[j].low in self._articles and tokens[j + 1].low not in self._lexicon.scale
        if article or tokens[i - 1].low == "or":
            return None
        pointed = tokens[j].low in self._pointed
        number = self._cardinals.bare_decimal(tokens, j) if pointed else self._cardinals.read(tokens, j, money)
        if number is None:
            return None
        term = self._fractions.read(tokens, j, number) or _term(j, number)
        if term.value is None and term.numerator is None:
            return None
        return _negated(term, i, self._lexicon.rule("sign"))

    def _alone(self, tokens: Sequence[Token], i: int, money: bool) -> bool:
        """Whether a hyphen and the number apart from it are all that stands there: no bullet and its item."""
        number = self._cardinals.read(tokens, i + 1, money) if tokens[i - 1].kind == WALL else None
        if number is None:
            return False
        fraction = self._fractions.read(tokens, i + 1, number)
        last = number.last if fraction is None else fraction.last
        ends = [last, *(end for end, _ in self._lexicon.units.after(tokens, last))]
        return any(tokens[end].kind == WALL for end in ends)

    def _ordinal(self, tokens: Sequence[Token], i: int, number: Number | None) -> Term | None:
        """First, twenty-first, one hundred and fifth."""
        if number is None:
            worth = self._lexicon.ordinal.get(tokens[i].low)
            return None if worth is None else self._ranked(i, i + 1, worth.value, (worth.rule,))
        found = self._parts.ordinal_end(tokens, i, number)
        return None if found is None else self._ranked(i, found.last, found.value, found.rules)

    def _single(self, tokens: Sequence[Token], i: int) -> Term | None:
        """A word that is a number by itself: twice, doubled, the thirties."""
        low = tokens[i].low
        adverb = self._lexicon.adverbs.get(low)
        if adverb is not None:
            return Term(first=i, last=i + 1, core=(i, i + 1), value=adverb.value, unit="time", rules=(adverb.rule,))
        multiple = self._lexicon.multiples.get(low)
        if multiple is not None:
            return self._multiplied(i, multiple, level=tokens[i + 1].low in multiple.levels)
        note = self._lexicon.notes.get(low)
        if note is not None:
            value, currency, rule = note
            return Term(first=i, last=i + 1, core=(i, i + 1), kind="money", value=value, unit=currency, rules=(rule,))
        decade = self._lexicon.decade.get(low)
        if decade is not None:
            return Term(first=i, last=i + 1, core=(i, i + 1), vague=low, plain=False, rules=(decade.rule,))
        return None

    def _multiplied(self, i: int, multiple: Multiple, level: bool = False) -> Term:
        return Term(
            first=i,
            last=i + 1,
            core=(i, i + 1),
            kind="multiple",
            value=multiple.value,
            direction=None if level else multiple.direction,
            plain=False,
            rules=(multiple.rule,),
        )

    def _ranked(self, i: int, last: int, value: Decimal, rules: tuple[str, ...]) -> Term:
        return Term(
            first=i, last=last, core=(i, last), kind="rank", value=value, ordinal=True, plain=False, rules=rules
        )

    def _opaque(self, tokens: Sequence[Token], i: int, last: int, form: str) -> Term:
        """Digits that are no quantity: a code, a reference, a number too long to reckon with."""
        return Term(
            first=i, last=last, core=(i, last), plain=False, code=form == "code", rules=(self._lexicon.rule(form),)
        )


def _ranks(figure: str, ending: str) -> bool:
    """Whether the ending is the ordinal ending of the figure: 21st, 11th, not 10st."""
    if not figure.isdecimal():
        return False
    regular = "th" if figure[-2:-1] == "1" else {"1": "st", "2": "nd", "3": "rd"}.get(figure[-1], "th")
    return ending == regular


def _glued_end(tokens: Sequence[Token], i: int) -> int:
    """The token after the piece of letters and digits that token i begins."""
    j = i + 1
    while tokens[j].glued and tokens[j].kind in (WORD, CODE, FIGURE):
        j += 1
    return j


def _term(i: int, number: Number) -> Term:
    return Term(
        first=i, last=number.last, core=(i, number.last), value=number.value, scale=number.scale, rules=number.rules
    )


def _negated(term: Term, first: int, rule: str) -> Term:
    value = None if term.value is None else -term.value
    numerator = None if term.numerator is None else -term.numerator
    rules = (*term.rules, rule)
    return replace(term, first=first, core=(first, term.core[1]), value=value, numerator=numerator, rules=rules)
