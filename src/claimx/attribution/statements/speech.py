"""Brings statements and quotations together: contents grow to the whole quotation, and quotations that no verb's
clause reaches find their cue after, before, or in the speech that they carry on."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from claimx.attribution.quotations import Quotation
from claimx.attribution.statements.cues import cue_after, cue_before
from claimx.attribution.statements.frame import Frame
from claimx.attribution.statements.lexicon import Lexicon
from claimx.attribution.statements.stretches import QuotationIndex, clipped, union
from claimx.model import Span
from claimx.nlp import Annotation
from claimx.nlp.annotation import end_of, start_of

_SPEECH_WORDS = 4
"""Fewer words without a cue are a quoted term or title."""
_BETWEEN = 120
"""Characters of a sentence's rest (*he told reporters on Monday.*) that may stand between two parts of one speech."""
_LINK = re.compile(r"[ \t,]*(?:and|or|but|&)?[ \t,]{0,3}(?:and|then|yes)?[ \t,]{1,3}")
_MAX_LEAD = 600
"""Characters of a sentence that may lead up to a quotation."""
_FINAL = re.compile(r"[.!?][\"'”’»]{1,3}$")
_RUNS_ON = frozenset({",", "-", "–", "—", "'", "’"})
_OPENING = frozenset("\"“‘'")
_STOP = re.compile(r"[.!?][\"'”’)]{0,3}\s")


def attach(
    frames: Iterable[Frame], quotations: Sequence[Quotation], text: str, annotation: Annotation, lexicon: Lexicon
) -> list[Frame]:
    """The frames with their contents drawn to the quotations' bounds, and frames for quotations that had none."""
    index = QuotationIndex(quotations)
    told = (one for one in frames if not (one.own and index.overlapping(one.anchor, one.anchor + 1)))
    grown = [_grown(frame, index, text, annotation) for frame in told]
    grown = _once(grown)
    claimed = {span for frame in grown for span in frame.quoted}
    free = [q for q in quotations if q.depth == 0 and not claimed.intersection(q.spans)]
    return _Speech(grown, text, annotation, lexicon).with_free(free)


def _grown(frame: Frame, index: QuotationIndex, text: str, annotation: Annotation) -> Frame:
    content: list[Span] = list(frame.content)
    quoted: list[Span] = []
    for quotation in index.overlapping(frame.start, frame.end + _runs_into_quotation(frame, text)):
        if quotation.start <= frame.anchor < quotation.end:
            content = [part for span in content for part in clipped(span, quotation.spans)]
        elif any(start < e and s <= end + 1 for start, end in content for s, e in quotation.spans):
            if frame.anchor >= quotation.end and min(content)[0] >= quotation.start:
                content.append((_lead_of(quotation, text, annotation), quotation.spans[0][1]))
            content.extend(quotation.spans)
            quoted.extend(quotation.spans)
    content = content or list(frame.content)
    return replace(frame, content=union(content), quoted=union(quoted))


def _runs_into_quotation(frame: Frame, text: str) -> int:
    """How many characters past its end a content behind its cue is followed by an opening mark without a stop."""
    end = frame.end
    follows = text[end : end + 1] == " " and text[end + 1 : end + 2] in _OPENING
    return 2 if follows and frame.anchor < frame.start and text[end - 1].isalnum() else 0


def _once(frames: list[Frame]) -> list[Frame]:
    """Each quotation with one cue only, the first (*X writes: “…,” X concludes*)."""
    seen: set[Span] = set()
    kept = []
    for frame in sorted(frames, key=lambda one: one.anchor):
        if frame.quoted and frame.quoted == frame.content:
            if seen.issuperset(frame.quoted):
                continue
            seen.update(frame.quoted)
        kept.append(frame)
    return kept


def _lead_of(quotation: Quotation, text: str, annotation: Annotation) -> int:
    """Where the words of its sentence before a quotation begin: with a cue after it, they are reported, too."""
    start = quotation.start
    sentence = annotation.sentence_at(start)
    if sentence is None:
        return start
    first = max(start_of(sentence), start - _MAX_LEAD)
    before = text[first:start]
    if before.rstrip()[-1:] not in _RUNS_ON and not before.rstrip()[-1:].isalnum():
        return start
    stops = [match.end() for match in _STOP.finditer(before)]
    return first + (stops[-1] if stops else 0)


class _Speech:
    """Gives free quotations to a cue or to the speech before them, in text order."""

    def __init__(self, frames: list[Frame], text: str, annotation: Annotation, lexicon: Lexicon) -> None:
        self._frames = sorted(frames, key=lambda frame: frame.end)
        self._text = text
        self._annotation = annotation
        self._lexicon = lexicon

    def with_free(self, free: Sequence[Quotation]) -> list[Frame]:
        for quotation in free:
            if not self._join(quotation) and not self._cued(quotation) and self._is_speech(quotation):
                self._carry_on(quotation)
        return self._frames

    def _join(self, quotation: Quotation) -> bool:
        """Adds a quotation to the one that it is strung together with: *“Lower taxes” and “more jobs”*."""
        for number in self._near(quotation):
            frame = self._frames[number]
            if frame.quoted and _LINK.fullmatch(self._text, frame.quoted[-1][1], quotation.start):
                self._extend(number, quotation)
                return True
        return False

    def _cued(self, quotation: Quotation) -> bool:
        """Gives the quotation to a cue beside it; to the statement of that cue, where it already has one."""
        after = cue_after(quotation.spans[-1], self._text, self._annotation, self._lexicon)
        cue = after or cue_before(quotation.spans[0], self._text, self._annotation, self._lexicon)
        if cue is None:
            return False
        for number in self._near(quotation):
            if self._frames[number].cue == cue.cue:
                self._extend(number, quotation)
                return True
        self._insert(
            Frame(
                source=cue.source,
                cue=cue.cue,
                content=union((*self._lead(quotation), *quotation.spans)) if after else quotation.spans,
                lemma=cue.lemma,
                quoted=quotation.spans,
                rules=cue.rules,
            )
        )
        return True

    def _lead(self, quotation: Quotation) -> tuple[Span, ...]:
        """The words of its sentence before a quotation whose cue comes after it: they are reported, too."""
        start = _lead_of(quotation, self._text, self._annotation)
        number = bisect_left(self._frames, quotation.start, key=lambda frame: frame.end)
        if number and any(start < end for _, end in self._frames[number - 1].content):
            return ()
        return ((start, quotation.start),) if self._text[start : quotation.start].strip() else ()

    def _near(self, quotation: Quotation) -> range:
        """Places of the statements whose content ends shortly before or after the quotation begins."""
        at = bisect_left(self._frames, quotation.start, key=lambda frame: frame.end)
        return range(min(at + 4, len(self._frames)) - 1, max(-1, at - 4), -1)

    def _extend(self, number: int, quotation: Quotation) -> None:
        frame = self._frames.pop(number)
        content = union((*frame.content, *quotation.spans))
        self._insert(replace(frame, content=content, quoted=union((*frame.quoted, *quotation.spans))))

    def _is_speech(self, quotation: Quotation) -> bool:
        """Whether the quotation is a sentence by itself, not a term or title within one."""
        start, end = quotation.spans[0]
        words = self._text[start:end].split()
        whole = len(words) >= _SPEECH_WORDS or bool(_FINAL.search(words[-1]))
        capital = words[0].lstrip("\"'“‘«`")[:1].isupper()
        return len(quotation.spans) > 1 or (whole and capital and self._begins_sentence(start))

    def _begins_sentence(self, start: int) -> bool:
        before = self._text[max(0, start - 80) : start].rstrip()
        return not before or before[-1] in ".!?:,;”\"'’)" or "\n" in self._text[max(0, start - 2) : start]

    def _carry_on(self, quotation: Quotation) -> None:
        """A quotation without a cue of its own continues the speech that ends just before it, or else, as a paragraph
        by itself, is said by the last source of the paragraph before."""
        for number in self._near(quotation):
            if self._resumes(self._frames[number], quotation):
                self._extend(number, quotation)
                return
        for number in self._near(quotation):
            frame = self._frames[number]
            last = frame.reach[1]
            if frame.kind != "assertion" or not frame.source or not 0 <= quotation.start - last <= _BETWEEN:
                continue
            between = self._text[last : quotation.start]
            if "\n" in between.strip() or self._names(quotation, frame):
                continue
            if frame.quoted:
                self._extend(number, quotation)
            else:
                self._insert(replace(frame, cue=(), content=quotation.spans, quoted=quotation.spans, turn=None))
            return

    def _names(self, quotation: Quotation, frame: Frame) -> bool:
        """Whether a quotation owns something to the source of a frame by name (*Hale's plan*), as nobody does to
        himself."""
        names = re.findall(r"[A-Z][\w-]+", self._text[slice(*frame.source[-1])])
        owned = re.compile(rf"\b{re.escape(names[-1])}['’]") if names else None
        return owned is not None and any(owned.search(self._text, *span) for span in quotation.spans)

    def _resumes(self, frame: Frame, quotation: Quotation) -> bool:
        """Whether the sentence of a quotation's cue ends right before another quotation (*“…,” she said at the fair,
        referring to the tax. “…”*)."""
        sentence = self._annotation.sentence_at(frame.anchor)
        if sentence is None or not frame.quoted or not frame.source or frame.kind != "assertion":
            return False
        end = end_of(sentence)
        return max(frame.end, frame.anchor) < end <= quotation.start and not self._text[end : quotation.start].strip()

    def _insert(self, frame: Frame) -> None:
        at = bisect_left(self._frames, frame.end, key=lambda one: one.end)
        self._frames.insert(at, frame)
