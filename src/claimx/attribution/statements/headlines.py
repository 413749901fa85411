"""Quoted words in a headline, which names nobody (*Poor sleepers ‘face 30% higher risk’*): they are whose statement in
the story gives the same figure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimx.attribution.quotations import Quotation
from claimx.attribution.statements.frame import Frame
from claimx.model import Span

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def headline_frames(
    headline: Span, quotations: Sequence[Quotation], frames: Sequence[Frame], text: str
) -> Iterator[Frame]:
    """A frame for each quotation of the headline that no cue introduces and that shares a number with a statement of
    the story, the first such."""
    start, end = headline
    claimed = {span for frame in frames for span in frame.quoted}
    told = sorted((one for one in frames if one.anchor >= end and one.source), key=lambda one: one.anchor)
    for quotation in quotations:
        free = start <= quotation.start and quotation.end <= end and claimed.isdisjoint(quotation.spans)
        numbers = _numbers(quotation.spans, text) if free and quotation.depth == 0 else frozenset()
        same = (one for one in told if one.kind == "assertion" and numbers & _numbers(one.content, text))
        frame = next(same, None) if numbers else None
        if frame is not None:
            yield replace(frame, cue=(), content=quotation.spans, quoted=quotation.spans, turn=None, respondents=None)


def _numbers(spans: Sequence[Span], text: str) -> frozenset[str]:
    return frozenset(match[0] for span in spans for match in _NUMBER.finditer(text, *span))
