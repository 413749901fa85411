"""Statements that go on without a cue: free indirect speech (*He said …. It would cost £3bn.*) and a poll's further
results."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimx.attribution.statements.frame import Frame, span_of
from claimx.attribution.statements.lexicon import Lexicon
from claimx.nlp import Doc, Span
from claimx.nlp.annotation import end_of, start_of
from claimx.nlp.syntax import is_passive, trimmed

_NOW = frozenset({"currently", "now", "already", "still"})
"""With a past tense they place the speaker's present: *it was currently at 62%*."""
_BACKSHIFTED = frozenset({"would", "'d", "had"})
_CONDITIONS = frozenset({"if", "unless", "would", "had", "were"})
"""Words that open what the narrator supposes or asks."""
_POINTING = frozenset({"that", "this", "such", "it"})
"""Words with which a sentence takes up what was found."""
_FORETELLING = frozenset({"will", "would", "'ll"})


def continuations(docs: Iterable[Doc], frames: Iterable[Frame], lexicon: Lexicon) -> Iterator[Frame]:
    """The sentences without a cue that carry on the statement of the sentence before, each as a statement of the same
    source. The first sentence that bears no sign of it ends the run; so does a block, but for a poll's results."""
    waiting = sorted(frames, key=lambda frame: frame.reach[0])
    place = 0
    for doc in docs:
        current: Frame | None = None
        for sentence in doc.sents:
            start, end = start_of(sentence), end_of(sentence)
            here: list[Frame] = []
            while place < len(waiting) and waiting[place].reach[0] < end:
                here.append(waiting[place])
                place += 1
            held = [frame for frame in here if frame.kind == "assertion" and frame.source]
            root = start_of(sentence.root)
            free = not any(frame.anchor == root or frame.quoted or _has(frame, root) for frame in here)
            if free and current is not None and current.reach[1] <= start and _goes_on(sentence, current, lexicon):
                content = trimmed(doc, (sentence.start, sentence.end))
                if content[0] < content[1]:
                    yield Frame(
                        source=current.source,
                        cue=(),
                        content=(span_of(doc, content),),
                        lemma=current.lemma,
                        rules=current.rules,
                        survey=current.survey,
                    )
            elif here:
                current = max(held, key=lambda frame: frame.end - frame.start, default=None)
            elif current is not None and current.reach[1] <= start:
                current = None


def _has(frame: Frame, offset: int) -> bool:
    """Whether a frame has the word at an offset for its content already."""
    return any(start <= offset < end for start, end in frame.content)


def _goes_on(sentence: Span, current: Frame, lexicon: Lexicon) -> bool:
    root = sentence.root
    if current.quoted == current.content or root.pos_ not in ("VERB", "AUX") or sentence[0].is_quote:
        return False
    if sentence[0].lower_ in _CONDITIONS or sentence[-1].text == "?":
        return False
    auxiliaries = {one.lower_ for one in root.lefts if one.dep_ in ("aux", "auxpass")}
    if current.survey:
        onward = sentence[0].pos_ == "CCONJ" or sentence[0].lower_ in _POINTING
        return onward and not _FORETELLING.isdisjoint(auxiliaries)
    if not _BACKSHIFTED.isdisjoint(auxiliaries) and (root.tag_ == "VBN" or "had" not in auxiliaries):
        return True
    if is_passive(root) and any(one.lower_ == "also" for one in root.children):
        return any(cue.statement == "assertion" for cue in lexicon.cues(root))
    return root.tag_ == "VBD" and root.lemma_ == "be" and any(one.lower_ in _NOW for one in root.children)
