"""What a document says of its own side: *We work with 40,000 children* is the publisher's statement."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from claimx.attribution.statements.frame import Frame, span_of
from claimx.nlp import Doc
from claimx.nlp.annotation import end_of, offsets, start_of
from claimx.nlp.syntax import child, trimmed


def own_statements(docs: Iterable[Doc], frames: Sequence[Frame]) -> Iterator[Frame]:
    """The sentences outside all other statements whose subject is *we*, each as a statement of theirs."""
    reaches = sorted(frame.reach for frame in frames)
    starts = [start for start, _ in reaches]
    furthest = 0
    limits = [furthest := max(furthest, end) for _, end in reaches]
    for doc in docs:
        for sentence in doc.sents:
            subject = child(sentence.root, "nsubj")
            if subject is None or subject.lower_ != "we":
                continue
            before = bisect_right(starts, end_of(sentence) - 1)
            if before and limits[before - 1] > start_of(sentence):
                continue
            content = trimmed(doc, (subject.i + 1, sentence.end))
            if content[0] < content[1]:
                yield Frame(source=(offsets(subject),), cue=(), content=(span_of(doc, content),), independent=False)
