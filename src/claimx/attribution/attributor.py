"""The attribution stage: document and annotation in, statements and parties out."""

import re
from collections.abc import Iterable

from claimx.attribution.parties.parties import PartyFinder
from claimx.attribution.quotations import find_quotations
from claimx.attribution.statements.according import source_phrases
from claimx.attribution.statements.adjectives import adjective_frames
from claimx.attribution.statements.brackets import bracket_frames
from claimx.attribution.statements.continuation import continuations
from claimx.attribution.statements.findings import with_findings
from claimx.attribution.statements.frame import Frame
from claimx.attribution.statements.headlines import headline_frames
from claimx.attribution.statements.hearsay import hearsay_frames
from claimx.attribution.statements.labels import label_frames
from claimx.attribution.statements.lexicon import Lexicon
from claimx.attribution.statements.lists import listed
from claimx.attribution.statements.nesting import cut, unfolded
from claimx.attribution.statements.nouns import noun_frames
from claimx.attribution.statements.origins import origin_frames
from claimx.attribution.statements.setout import passages, with_set_out
from claimx.attribution.statements.speech import attach
from claimx.attribution.statements.statements import statements_of
from claimx.attribution.statements.surveys import survey_frames
from claimx.attribution.statements.verbs import verb_frames
from claimx.attribution.statements.voice import own_statements
from claimx.model import Attributions, Cleaned, Document
from claimx.nlp import Annotation
from claimx.rulebook import Rulebook

_FIGURE = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|(?:mi|bi|tri)llions?"
    r"|half|halves|thirds?|quarters?|(?:four|fif|six|seven|eigh|nin|ten)ths?|twice|double|triple)\b",
    re.IGNORECASE,
)
"""What may be a figure; it need not be exact, only never miss one."""
_FINDERS = (
    verb_frames,
    noun_frames,
    adjective_frames,
    hearsay_frames,
    source_phrases,
    origin_frames,
    survey_frames,
    bracket_frames,
)
"""What finds the statements within a block."""


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
        frames = _in_order([*frames, *listed(annotation.docs, frames, self._lexicon)])
        return Attributions(
            statements=tuple(statements_of(document, frames, parties)),
            speakers=parties.speakers,
            organisations=parties.organisations,
            mentions=parties.mentions,
            publisher=parties.publisher,
        )

    def _frames(self, document: Document, cleaned: Cleaned, annotation: Annotation) -> list[Frame]:
        blocks = cleaned.content
        marked = find_quotations(document.text, [(block.start, block.end) for block in blocks])
        quotations = with_set_out(marked, document.text, blocks, annotation, self._lexicon)
        frames = [
            frame for tokens in map(list, annotation.docs) for find in _FINDERS for frame in find(tokens, self._lexicon)
        ]
        frames.extend(label_frames(annotation.docs, self._lexicon))
        frames = attach(frames, quotations, document.text, annotation, self._lexicon)
        frames = cut(with_findings(frames, document.text, annotation.docs, self._lexicon))
        frames.extend(passages(document.text, blocks, annotation, self._lexicon))
        frames.extend(continuations(annotation.docs, frames, self._lexicon))
        for doc in annotation.docs[:1]:
            frames.extend(headline_frames((doc.start, doc.start + len(doc.text)), quotations, frames, document.text))
        return unfolded(frames, lambda span: _FIGURE.search(document.text, *span) is not None)


def _in_order(frames: Iterable[Frame]) -> list[Frame]:
    return sorted(frames, key=lambda frame: (frame.anchor, frame.start))
