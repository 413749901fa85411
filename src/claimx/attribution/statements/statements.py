"""Makes statements of what was found: sources resolved to speakers, nested sources set behind each other."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence

from claimx.attribution.context import Context
from claimx.attribution.parties.parties import Parties
from claimx.attribution.statements.frame import Frame
from claimx.model import Document, Mode, Span, Speaker, Statement

_RECENT = 12
"""Speakers that the discourse state remembers."""
_OPEN = 8
"""Statements that can stand around another at most."""


def statements_of(document: Document, frames: Iterable[Frame], parties: Parties) -> list[Statement]:
    """The frames as statements, in text order, their sources resolved to speakers. What holds another comes before it,
    so that *we* inside a quotation finds whose quotation it is."""
    statements: list[Statement] = []
    seen: Counter[str] = Counter()
    recent: tuple[Speaker, ...] = ()
    enclosing: list[tuple[Frame, tuple[Speaker, ...]]] = []
    for frame in sorted(frames, key=lambda one: (min(one.anchor, one.start), -one.end)):
        outer = [item for item in enclosing if _holds(item[0].content, (frame.anchor, frame.anchor + 1))]
        quotes = [item for item in outer if _holds(item[0].quoted, (frame.anchor, frame.anchor + 1))]
        context = Context(recent=recent, quoted=bool(quotes), quotee=quotes[-1][1] if quotes else ())
        speakers = tuple(s for source in frame.source for s in parties.resolve(source, context=context))
        enclosing = [*(item for item in enclosing[-_OPEN:] if item[0].end > frame.anchor), (frame, speakers)]
        names = {speaker.name for speaker in speakers}
        told = [item for item in outer if item[0].kind == "assertion" or item[0].demand or item in quotes]
        via = tuple(s for _, one in reversed(told) for s in one if s.name not in names)
        recent = (*recent, *speakers)[-_RECENT:]
        statements.append(_statement(document, frame, speakers, via, seen))
    return sorted(statements, key=lambda s: (s.start, -s.end))


def _statement(
    document: Document, frame: Frame, speakers: tuple[Speaker, ...], via: tuple[Speaker, ...], seen: Counter[str]
) -> Statement:
    spans = tuple(_tidy(document.text, span) for span in frame.content)
    content = " ".join(" ".join(document.text[start:end] for start, end in spans).split())
    speaker = speakers[0].name if speakers else None
    # of document, words and speaker, not of offsets: an id survives edits elsewhere; what is said twice is counted
    key = repr((document.id, content, speaker, frame.lemma))
    seen[key] += 1
    whole = len(frame.quoted) and all(_holds(frame.quoted, span) for span in spans)
    mode: Mode = "direct" if whole else "indirect"
    reach = (*(frame.source if frame.cue else ()), *frame.cue, *spans)
    return Statement(
        id="s_" + hashlib.sha256(f"{key}#{seen[key]}".encode()).hexdigest()[:16],
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
        demand=frame.demand,
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
