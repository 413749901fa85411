"""Settles statements that stand in each other: where one source's words end and the next one's begin, and which of the
statements inside a quotation are worth keeping."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from claimx.attribution.frame import Frame
from claimx.model import Span

_OPEN = 8
"""Statements that can stand around another at most."""
_NEAR = 600
"""Characters within which a poll that was named still speaks."""


def settled(frames: Iterable[Frame], has_figure: Callable[[Span], bool]) -> list[Frame]:
    """The frames in the order of their cues, contents cut where another source takes over.

    Inside what one source says only others' assertions of figures are kept, where the others are named: the rest is
    part of what that source says."""
    found: list[Frame] = []
    for frame in sorted(frames, key=lambda one: (one.anchor, one.start)):
        inner = _of_survey(frame, found)
        for place in range(max(0, len(found) - _OPEN), len(found)):
            outer = found[place]
            if frame.turn is not None and _cuts(outer, frame):
                found[place] = replace(outer, content=_before(outer.content, frame.turn))
                if frame.shared and _inside(frame.source, outer.content):
                    inner = replace(inner, source=outer.source)
        if not _within(frame, found) or _reports(frame, has_figure):
            found.append(inner)
    return [frame for frame in found if frame.content]


def _of_survey(frame: Frame, found: list[Frame]) -> Frame:
    """What respondents say becomes what the poll found, where one was named shortly before."""
    if frame.respondents is None:
        return frame
    for one in reversed(found[-_OPEN:]):
        if one.survey and 0 <= frame.respondents[0] - one.end < _NEAR:
            return replace(frame, source=one.source, content=(frame.respondents,), survey=True)
    return frame


def _cuts(outer: Frame, inner: Frame) -> bool:
    return (
        inner.turn is not None
        and outer.anchor < inner.turn
        and outer.content[0][0] < inner.turn < outer.end
        and not any(start <= inner.turn < end for start, end in outer.quoted)
    )


def _before(spans: tuple[Span, ...], offset: int) -> tuple[Span, ...]:
    return tuple((start, min(end, offset)) for start, end in spans if start < offset)


def _inside(spans: tuple[Span, ...], outer: tuple[Span, ...]) -> bool:
    return any(start <= a < end for a, _ in spans for start, end in outer)


def _within(frame: Frame, found: list[Frame]) -> bool:
    """Whether the cue stands in what an earlier source says, or in a quotation that surrounds it."""
    return any(
        start <= frame.anchor < end and (outer.kind == "assertion" or outer.anchor < frame.anchor)
        for outer in found[-_OPEN:]
        for start, end in outer.content
    )


def _reports(frame: Frame, has_figure: Callable[[Span], bool]) -> bool:
    return frame.kind == "assertion" and frame.named and any(has_figure(span) for span in frame.content)
