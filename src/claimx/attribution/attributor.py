"""The attribution stage: document and annotation in, statements and parties out."""

import hashlib
import re
from collections.abc import Iterable, Sequence

from claimx.attribution.according import source_phrases
from claimx.attribution.context import Context
from claimx.attribution.continuation import continuations
from claimx.attribution.frame import Frame
from claimx.attribution.labels import label_frame
from claimx.attribution.lexicon import Lexicon
from claimx.attribution.nesting import cut, unfolded
from claimx.attribution.nouns import noun_frames
from claimx.attribution.parties import Parties, PartyFinder
from claimx.attribution.quotations import find_quotations
from claimx.attribution.speech import attach
from claimx.attribution.surveys import survey_frames
from claimx.attribution.verbs import verb_frames
from claimx.attribution.voice import own_statements
from claimx.model import Attributions, Cleaned, Document, Mode, Span, Speaker, Statement
from claimx.nlp import Annotation
from claimx.rulebook import Rulebook

_RECENT = 12
"""Speakers that the discourse state remembers."""
_FIGURE = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|(?:mi|bi|tri)llions?"
    r"|half|third|quarter|twice|double|triple)\b",
    re.IGNORECASE,
)
"""What may be a figure; it need not be exact, only never miss one."""


class Attributor:
    """Attributes statements by the rules of one rulebook."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._lexicon = Lexicon(rulebook)
        self._finder = PartyFinder(rulebook)

    def attribute(self, document: Document, cleaned: Cleaned, annotation: Annotation) -> Attributions:
        """The document's statements, in text order, and the parties it names."""
        parties = self._finder.find(document, cleaned, annotation)
        frames = self._frames(document, cleaned, annotation)
        if parties.publisher is not None:
            frames = _in_order([*frames, *own_statements(annotation.docs, frames)])
        return Attributions(
            statements=tuple(_statements(document, frames, parties)),
            speakers=parties.speakers,
            organisations=parties.organisations,
            mentions=parties.mentions,
            publisher=parties.publisher,
        )

    def _frames(self, document: Document, cleaned: Cleaned, annotation: Annotation) -> list[Frame]:
        quotations = find_quotations(document.text, [(block.start, block.end) for block in cleaned.content])
        frames = [
            frame
            for doc in annotation.docs
            for find in (verb_frames, noun_frames, source_phrases, survey_frames)
            for frame in find(doc, self._lexicon)
        ]
        labels = (label_frame(doc, first=number == 0) for number, doc in enumerate(annotation.docs))
        frames.extend(frame for frame in labels if frame is not None)
        frames = attach(frames, quotations, document.text, annotation, self._lexicon)
        frames = cut(frames)
        frames.extend(continuations(annotation.docs, frames, self._lexicon))
        return unfolded(frames, lambda span: _FIGURE.search(document.text, *span) is not None)


def _in_order(frames: Iterable[Frame]) -> list[Frame]:
    return sorted(frames, key=lambda frame: (frame.anchor, frame.start))


def _statements(document: Document, frames: Sequence[Frame], parties: Parties) -> list[Statement]:
    statements: list[Statement] = []
    recent: tuple[Speaker, ...] = ()
    enclosing: list[tuple[Frame, tuple[Speaker, ...]]] = []
    for frame in frames:
        outer = [item for item in enclosing if _holds(item[0].content, (frame.anchor, frame.anchor + 1))]
        quotes = [item for item in outer if _holds(item[0].quoted, (frame.anchor, frame.anchor + 1))]
        context = Context(recent=recent, quoted=bool(quotes), quotee=quotes[-1][1] if quotes else ())
        speakers = tuple(s for source in frame.source for s in parties.resolve(source, context=context))
        enclosing = [*(item for item in enclosing[-8:] if item[0].end > frame.anchor), (frame, speakers)]
        via = tuple(s for _, one in reversed(outer) for s in one)
        recent = (*recent, *speakers)[-_RECENT:]
        statements.append(_statement(document, frame, speakers, via))
    return sorted(statements, key=lambda s: (s.start, -s.end))


def _statement(document: Document, frame: Frame, speakers: tuple[Speaker, ...], via: tuple[Speaker, ...]) -> Statement:
    spans = tuple(_tidy(document.text, span) for span in frame.content)
    content = " ".join(" ".join(document.text[start:end] for start, end in spans).split())
    speaker = speakers[0].name if speakers else None
    key = repr((document.id, content, speaker, frame.lemma))
    whole = len(frame.quoted) and all(_holds(frame.quoted, span) for span in spans)
    mode: Mode = "direct" if whole else "indirect"
    reach = (*(frame.source if frame.cue else ()), *frame.cue, *spans)
    return Statement(
        id="s_" + hashlib.sha256(key.encode()).hexdigest()[:16],
        document=document.id,
        mode=mode,
        start=min(start for start, _ in reach),
        end=max(end for _, end in reach),
        source=frame.source,
        cue=frame.cue,
        content=spans,
        quoted=frame.quoted,
        speaker=speaker,
        speakers=speakers,
        via=via,
        cue_lemma=frame.lemma,
        kind=frame.kind,
        rules=frame.rules,
    )


def _tidy(text: str, span: Span) -> Span:
    """The span without the blanks and commas that a cut leaves at its ends."""
    start, end = span
    while end > start + 1 and text[end - 1] in " \t\n,;:-–—":
        end -= 1
    while start < end - 1 and text[start] in " \t\n,;:–—":
        start += 1
    return start, end


def _holds(spans: Sequence[Span], span: Span) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in spans)
