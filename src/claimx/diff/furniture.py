"""Claims that moved into the furniture around an article, or out of it: there they are only numbers."""

from collections import defaultdict, deque
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from claimx.diff.changes import Assertion
from claimx.diff.facts import Fact, plain
from claimx.model import Excluded

_TELLING = 10
"""Number from which one that counts something is known again without what it counts, which is not read in furniture."""

Moved = tuple[Assertion, Assertion]
"""The claim, and the number that it is in the other version."""


def moved(
    claims: Sequence[Assertion], then: Iterable[Excluded], now: Iterable[Excluded], documents: Mapping[str, str]
) -> Iterator[Moved]:
    """Which of the claims of one version, none of which the other has, stand in the other's furniture. `then` and `now`
    are the numbers that are no claims in the claims' own version and in the other; `documents` says what the claims'
    documents are called in the other. What stood in the furniture before cannot have moved there."""
    free = _Free(_furniture(now))
    for number in _furniture(then):
        free.take((documents.get(number.document), plain(number.surface).casefold()))
    for claim in claims:
        document, fact = documents.get(claim.fact.document), claim.fact
        keys: list[tuple[Hashable, ...]] = [(fact.surface.casefold(),), _figure(fact)]
        if fact.kind == "count" and fact.value is not None and fact.value >= _TELLING:
            keys.append(_figure(replace(fact, unit=None)))
        found = next(filter(None, (free.take((document, *key)) for key in keys)), None)
        if found is not None:
            yield claim, _there(fact, found)


class _Free:
    """Numbers that are looked up by their wording or their figure, and each given away once."""

    def __init__(self, numbers: Iterable[Excluded]) -> None:
        self._numbers: dict[Hashable, deque[Excluded]] = defaultdict(deque)
        self._taken: set[tuple[str, int]] = set()
        for number in numbers:
            self._numbers[number.document, plain(number.surface).casefold()].append(number)
            if number.kind is not None:
                self._numbers[number.document, *_figure(number)].append(number)

    def take(self, key: Hashable) -> Excluded | None:
        """The first number of the key that is left."""
        waiting = self._numbers.get(key)
        while waiting:
            number = waiting.popleft()
            if (number.document, number.start) not in self._taken:
                self._taken.add((number.document, number.start))
                return number
        return None


def _furniture(numbers: Iterable[Excluded]) -> Iterator[Excluded]:
    return (number for number in numbers if number.reason == "boilerplate")


def _figure(one: Fact | Excluded) -> tuple[Hashable, ...]:
    return one.kind, one.unit, one.value, one.low, one.high, one.numerator, one.denominator, one.vague


def _there(fact: Fact, number: Excluded) -> Assertion:
    """The claim's number in the furniture, of which nothing else is known."""
    surface = plain(number.surface)
    return Assertion(
        claim=None,
        start=number.start,
        end=number.end,
        line=None,
        fact=Fact(
            document=number.document,
            surface=surface,
            sentence=surface,
            kind=number.kind or fact.kind,
            value=number.value,
            low=number.low,
            high=number.high,
            numerator=number.numerator,
            denominator=number.denominator,
            vague=number.vague,
            unit=number.unit,
            comparator=number.comparator or "=",
            per=number.per,
            zone="boilerplate",
        ),
    )
