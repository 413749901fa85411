"""Stretches of a text: which quotations overlap them, what bounds leave of them, and what they make together."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from claimx.attribution.quotations import Quotation
from claimx.model import Span


class QuotationIndex:
    """Finds the quotations that overlap a stretch. Those of one depth do not overlap each other."""

    def __init__(self, quotations: Sequence[Quotation]) -> None:
        depths = sorted({q.depth for q in quotations})
        self._levels = [[q for q in quotations if q.depth == depth] for depth in depths]
        self._ends = [[q.end for q in level] for level in self._levels]

    def overlapping(self, start: int, end: int) -> list[Quotation]:
        """The quotations that share a character with a stretch, outer ones first."""
        found = []
        for level, ends in zip(self._levels, self._ends, strict=True):
            for place in range(bisect_right(ends, start), len(level)):
                if level[place].start >= end:
                    break
                found.append(level[place])
        return found


def clipped(span: Span, bounds: Sequence[Span]) -> list[Span]:
    """The parts of a span that lie within the bounds."""
    parts = ((max(span[0], start), min(span[1], end)) for start, end in bounds)
    return [part for part in parts if part[0] < part[1]]


def union(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in order, those that touch or overlap made one."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)
