"""Answers who asserts what stands at a place, from the statements of a document."""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate

from claimx.model import Attribution, Attributions, Span, Statement


class Assertions:
    """The assertions of one document with a known speaker, indexed by the stretches of their contents."""

    def __init__(self, attributions: Attributions) -> None:
        held = [
            (start, end, statement)
            for statement in attributions.statements
            if statement.speakers
            for start, end in _asserted(statement)
        ]
        self._held = sorted(held, key=lambda item: item[:2])
        self._starts = [start for start, _, _ in self._held]
        self._furthest = list(accumulate((end for _, end, _ in self._held), max))

    def at(self, span: Span) -> Attribution:
        """Who asserts what stands in the span: the innermost assertion that holds it, or else its end or its start,
        where a cue stands inside (*was £3m, the firm said, up from £2m*); or else the document. Direct where it stands
        in the quotation marks of any of them."""
        start, end = span
        points = (span, (end - 1, end), (start, start + 1))
        holding = next((found for point in points if (found := list(self._holding(point)))), [])
        if not holding:
            return Attribution()
        inner = min(holding, key=lambda statement: sum(end - start for start, end in statement.content))
        return Attribution(
            mode="direct" if any(_holds(statement.quoted, span) for statement in holding) else "indirect",
            cue=inner.cue_lemma,
            speakers=inner.speakers,
            via=inner.via,
        )

    def _holding(self, span: Span) -> Iterator[Statement]:
        start, end = span
        for place in range(bisect_right(self._starts, start) - 1, -1, -1):
            if self._furthest[place] < end:
                return
            if self._held[place][1] >= end:
                yield self._held[place][2]


def _asserted(statement: Statement) -> tuple[Span, ...]:
    """The parts of a content that its source vouches for: of a stance what it demands, or the words quoted."""
    return statement.content if statement.kind == "assertion" or statement.demand else statement.quoted


def _holds(spans: tuple[Span, ...], span: Span) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in spans)


def attribution_of(attributions: Attributions, span: Span) -> Attribution:
    """Who asserts what stands in one span; for many spans of a document ask one `Assertions`."""
    return Assertions(attributions).at(span)
