"""Statements that go on without a cue: free indirect speech (*He said …. It would cost £3bn.*), further figures, and a
poll's further results."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from claimx.attribution.statements.carrying import Said, carried_on, said_in
from claimx.attribution.statements.frame import Frame, span_of
from claimx.attribution.statements.lexicon import Lexicon
from claimx.model import Span as Offsets
from claimx.nlp import Doc, Span
from claimx.nlp.annotation import end_of, start_of
from claimx.nlp.syntax import is_figure, trimmed


def continuations(docs: Iterable[Doc], frames: Iterable[Frame], lexicon: Lexicon) -> Iterator[Frame]:
    """The sentences without a cue that carry on the statement of the sentence before, each as a statement of the same
    source. The first sentence that bears no sign of it ends the run."""
    waiting = sorted(frames, key=_first)
    place = 0
    last: tuple[Span, Frame] | None = None
    said: Said | None = None
    for doc in docs:
        same_block = False
        for sentence in doc.sents:
            start, end = start_of(sentence), end_of(sentence)
            here: list[Frame] = []
            while place < len(waiting) and _first(waiting[place]) < end:
                here.append(waiting[place])
                place += 1
            held = [frame for frame in here if frame.kind == "assertion" and frame.source]
            root = start_of(sentence.root)
            free = not any(frame.anchor == root or frame.quoted or _has(frame, root) for frame in here)
            before = last if last is not None and last[1].reach[1] <= start else None
            rules = None
            if before is not None and free:
                said = said or said_in(*before, lexicon)
                rules = carried_on(sentence, said, lexicon, same_block=same_block)
            if before is not None and said is not None and rules is not None:
                content = trimmed(doc, (sentence.start, sentence.end))
                if content[0] < content[1]:
                    yield _going_on(before[1], span_of(doc, content), rules)
                said = replace(said, figures=said.figures or any(map(is_figure, sentence)))
            elif here:
                longest = max(held, key=_length, default=None)
                last, said = (sentence, longest) if longest is not None else None, None
            elif before is not None:
                last = said = None
            same_block = True


def _going_on(frame: Frame, content: Offsets, rules: Iterable[str]) -> Frame:
    """What goes on with a statement, by these rules."""
    return Frame(
        source=frame.source,
        cue=(),
        content=(content,),
        lemma=frame.lemma,
        rules=tuple(dict.fromkeys((*frame.rules, *rules))),
        survey=frame.survey,
    )


def _length(frame: Frame) -> int:
    return frame.end - frame.start


def _first(frame: Frame) -> int:
    """Offset at which cue or content begin; the source of a poll's further findings is named far before them."""
    return min(frame.anchor, frame.start)


def _has(frame: Frame, offset: int) -> bool:
    """Whether a frame has the word at an offset for its content already."""
    return any(start <= offset < end for start, end in frame.content)
