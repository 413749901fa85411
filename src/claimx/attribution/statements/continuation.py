"""Statements that go on without a cue: free indirect speech (*He said …. It would cost £3bn.*), further figures, and a
poll's further results."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from claimx.attribution.statements.carrying import Said, carried_on, said_in
from claimx.attribution.statements.frame import Frame, span_of
from claimx.attribution.statements.lexicon import Lexicon
from claimx.nlp import Doc
from claimx.nlp.annotation import end_of, start_of
from claimx.nlp.syntax import is_figure, trimmed


def continuations(docs: Iterable[Doc], frames: Iterable[Frame], lexicon: Lexicon) -> Iterator[Frame]:
    """The sentences without a cue that carry on the statement of the sentence before, each as a statement of the same
    source. The first sentence that bears no sign of it ends the run."""
    waiting = sorted(frames, key=_first)
    place = 0
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
            before = said if said is not None and said.frame.reach[1] <= start else None
            rules = carried_on(sentence, before, lexicon, same_block=same_block) if free and before else None
            content = trimmed(doc, (sentence.start, sentence.end))
            if before is not None and rules is not None:
                if content[0] < content[1]:
                    yield Frame(
                        source=before.frame.source,
                        cue=(),
                        content=(span_of(doc, content),),
                        lemma=before.frame.lemma,
                        rules=tuple(dict.fromkeys((*before.frame.rules, *rules))),
                        survey=before.frame.survey,
                    )
                said = replace(before, figures=before.figures or any(map(is_figure, sentence)))
            elif here:
                last = max(held, key=lambda frame: frame.end - frame.start, default=None)
                said = said_in(sentence, last, lexicon) if last is not None else None
            elif before is not None:
                said = None
            same_block = True


def _first(frame: Frame) -> int:
    """Offset at which cue or content begin; the source of a poll's further findings is named far before them."""
    return min(frame.anchor, frame.start)


def _has(frame: Frame, offset: int) -> bool:
    """Whether a frame has the word at an offset for its content already."""
    return any(start <= offset < end for start, end in frame.content)
