"""Settles statements that stand in each other: where one source's words end and the next one's begin, and which of the
statements inside a quotation are worth keeping."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from claimx.attribution.statements.frame import Frame
from claimx.model import Span

_OPEN = 8
"""Statements that can stand around another at most."""
_LEAST = 8
"""Characters that a content keeps at least when it is cut."""


def cut(frames: Iterable[Frame]) -> list[Frame]:
    """The frames in the order of their cues, contents cut where another source takes over."""
    found: list[Frame] = []
    for frame in sorted(frames, key=lambda one: (one.anchor, one.start)):
        inner = frame
        for place in range(max(0, len(found) - _OPEN), len(found)):
            outer = found[place]
            if frame.turn is not None and _cuts(outer, frame):
                found[place] = replace(outer, content=_before(outer.content, frame.turn))
                if frame.shared and _inside(frame.source, outer.content):
                    inner = replace(inner, source=outer.source)
        found.append(inner)
    return found


def unfolded(frames: Iterable[Frame], has_figure: Callable[[Span], bool]) -> list[Frame]:
    """The frames in the order of their cues. Inside what one source says only others' assertions of figures are kept,
    where the others are named: the rest is part of what that source says."""
    ordered = sorted(frames, key=lambda one: (one.anchor, one.start))
    nested = _nested(ordered)
    return [
        frame
        for number, frame in enumerate(ordered)
        if number not in nested
        or (frame.kind == "assertion" and frame.independent and any(map(has_figure, frame.content)))
    ]


def _nested(frames: Sequence[Frame]) -> set[int]:
    """Places of the frames, in order of their cues, whose cue stands in the content of another."""
    spans = sorted((start, end, number) for number, frame in enumerate(frames) for start, end in frame.content)
    nested: set[int] = set()
    around: list[tuple[int, int]] = []
    place = 0
    for number, frame in enumerate(frames):
        while place < len(spans) and spans[place][0] <= frame.anchor:
            around.append(spans[place][1:])
            place += 1
        around = [item for item in around if item[0] > frame.anchor]
        if any(owner != number and _may_hold(frames[owner], frame) for _, owner in around):
            nested.add(number)
    return nested


def _may_hold(outer: Frame, inner: Frame) -> bool:
    return outer.kind == "assertion" or (inner.kind == "stance" and not inner.demand and outer.anchor < inner.anchor)


def _cuts(outer: Frame, inner: Frame) -> bool:
    """Whether the other source takes over within the outer content, after enough of it to be a statement."""
    if inner.turn is None or inner.respondents is not None or outer.anchor >= inner.turn:
        return False
    return any(start + _LEAST < inner.turn < end for start, end in outer.content) and not any(
        start <= inner.turn < end for start, end in outer.quoted
    )


def _before(spans: tuple[Span, ...], offset: int) -> tuple[Span, ...]:
    """The spans, the one that holds the offset cut there."""
    return tuple((start, offset if start < offset < end else end) for start, end in spans)


def _inside(spans: tuple[Span, ...], outer: tuple[Span, ...]) -> bool:
    return any(start <= a < end for a, _ in spans for start, end in outer)
