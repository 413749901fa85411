"""Finds every number of a text and what belongs to it by its form alone."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from claimx.model import Change, Quantity, Span
from claimx.quantities.grammar.anchors import number_pattern
from claimx.quantities.grammar.candidate import Candidate
from claimx.quantities.grammar.cardinals import Cardinals
from claimx.quantities.grammar.comparators import Comparators
from claimx.quantities.grammar.denominators import Denominators
from claimx.quantities.grammar.joins import Joins
from claimx.quantities.grammar.lexicon import Lexicon
from claimx.quantities.grammar.numerals import Numerals
from claimx.quantities.grammar.scales import Scales
from claimx.quantities.grammar.senses import Senses
from claimx.quantities.grammar.term import Term
from claimx.quantities.grammar.terms import Terms
from claimx.quantities.grammar.tokens import Token, Tokeniser
from claimx.quantities.grammar.units import Units
from claimx.rulebook import Rulebook

_BEFORE, _AFTER = 70, 80
"""Characters around a number in which what belongs to it may stand."""
_LONGEST = 20_000
"""Characters; longer stretches of dense numbers are read in pieces."""


class Scanner:
    """Scans text by the lexicons of one rulebook; compiled once. Time grows in proportion to the text."""

    def __init__(self, rulebook: Rulebook) -> None:
        lexicon = Lexicon(rulebook)
        senses = Senses(lexicon)
        cardinals = Cardinals(lexicon, Scales(lexicon, senses))
        numerals = Numerals(lexicon, cardinals)
        units = Units(lexicon, senses, Denominators(lexicon, cardinals))
        self._tokeniser = Tokeniser(lexicon.prefixes, lexicon.links, numerals.words)
        self._comparators = Comparators(lexicon)
        self._terms = Terms(lexicon, numerals, senses, units)
        self._joins = Joins(lexicon, self._comparators)
        self._anchor = number_pattern(numerals.words)

    def numbers(self, text: str, start: int, end: int) -> tuple[Span, ...]:
        """Where the digits and number words of text[start:end] stand, in text order."""
        return tuple(match.span() for match in self._anchor.finditer(text, start, end))

    def scan(
        self, text: str, start: int, end: int, taken: Sequence[Span] = (), numbers: Sequence[Span] | None = None
    ) -> tuple[Candidate, ...]:
        """The candidates of text[start:end], in text order, without overlap; none inside the spans of `taken`, which
        are in text order, and none joined across them. Every number outside them is in exactly one candidate.
        `numbers`: what the method of this name found, if that is known."""
        found: list[Candidate] = []
        numbers = self.numbers(text, start, end) if numbers is None else numbers
        for left, right, spans in _windows(text, start, end, taken, numbers):
            tokens = self._tokeniser.between(text, left, right, spans)
            terms = self._joins.join(tokens, self._terms.read(tokens))
            floor = 0
            for term in terms:
                compared = self._comparators.attach(tokens, term, floor)
                floor = compared.last - 1
                found.append(_candidate(tokens, compared))
        return tuple(found)


def _windows(
    text: str, start: int, end: int, taken: Sequence[Span], numbers: Sequence[Span]
) -> Iterator[tuple[int, int, Sequence[Span]]]:
    """Stretches of text around the numbers, each with the taken spans that touch it."""
    index, floor = 0, start
    for first, last in _clusters(numbers):
        left = _space_before(text, max(first - _BEFORE, floor), floor)
        right = _space_after(text, min(last + _AFTER, end), end)
        while index < len(taken) and taken[index][1] <= left:
            index += 1
        stop = index
        while stop < len(taken) and taken[stop][0] < right:
            stop += 1
        yield left, right, taken[index:stop]
        floor = right


def _clusters(numbers: Sequence[Span]) -> Iterator[Span]:
    """First and last place of each group of numbers that stand near each other."""
    first = last = -1
    for at, after in numbers:
        if last >= 0 and (at - last > _BEFORE + _AFTER or at - first > _LONGEST):
            yield first, last
            first = at
        elif last < 0:
            first = at
        last = after
    if last >= 0:
        yield first, last


def _space_before(text: str, at: int, floor: int) -> int:
    while at > floor and not text[at - 1].isspace():
        at -= 1
    return at


def _space_after(text: str, at: int, end: int) -> int:
    while at < end and not text[at].isspace():
        at += 1
    return at


def _candidate(tokens: Sequence[Token], term: Term) -> Candidate:
    cores = sorted((term.core, *term.more)) if term.more else (term.core,)
    return Candidate(
        start=tokens[term.first].start,
        end=tokens[term.last - 1].end,
        cores=tuple([(tokens[first].start, tokens[last - 1].end) for first, last in cores]),
        quantity=Quantity(
            kind=term.kind,
            value=_plain(term.value),
            low=_plain(term.low),
            high=_plain(term.high),
            numerator=term.numerator,
            denominator=term.denominator,
            vague=term.vague,
            unit=term.unit,
            comparator=term.comparator,
            per=term.per,
            change=_change(term),
        ),
        rules=tuple(dict.fromkeys(term.rules)),
        ordinal=term.ordinal,
        code=term.code,
        hyphenated=term.hyphenated,
        age=term.age,
        part=term.part,
    )


def _plain(value: Decimal | None) -> Decimal | None:
    """The same value without an exponent and without zeros at the end: 18.09, 1600000000."""
    if value is None:
        return None
    whole = value.to_integral_value()
    return whole if whole == value else value.normalize()


def _change(term: Term) -> Change | None:
    """The change that the words alone tell: of two levels, of a plus sign, of a verb like doubled."""
    if term.old is not None:
        return Change(direction=term.direction or "none", from_=_plain(term.old), to=_plain(term.value))
    if term.signed:
        return Change(direction="increase", delta=_plain(term.value))
    if term.kind == "multiple" and term.direction is not None:
        return Change(direction=term.direction)
    return None
