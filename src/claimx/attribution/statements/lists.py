"""Statements that a list goes on with: *The report finds that:* and items below."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from operator import attrgetter

from claimx.attribution.statements.cues import heading_of_colon
from claimx.attribution.statements.frame import Frame, span_of
from claimx.attribution.statements.lexicon import Lexicon
from claimx.attribution.statements.subjects import source_head, source_range
from claimx.nlp import Doc, Token
from claimx.nlp.annotation import end_of, offsets, start_of
from claimx.nlp.syntax import is_passive, trimmed

_MARK = re.compile(r"\s*(?:[*•·‣▪◦o»–—-]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s")
"""A bullet, number or letter at the head of an item."""
_MAX_ITEMS = 40
_MAX_HEADING = 8
"""Tokens."""
_MAX_LINE = 30
"""Tokens of a line without a full stop that is an item without a mark."""
_STOPS = (".", "!", "?", ":", '"', "”", "")
_ANCHOR = attrgetter("anchor")


def listed(docs: Sequence[Doc], frames: Sequence[Frame], lexicon: Lexicon) -> Iterator[Frame]:
    """For each block that ends with a colon after a source's cue, the items below it as statements of that source."""
    by_place = sorted((frame for frame in frames if frame.source), key=_ANCHOR)
    findings = [frame for frame in by_place if frame.finding or frame.survey]
    for number, doc in enumerate(docs):
        colon = len(doc) and doc[-1].text == ":" and not any(one.is_quote for one in doc[-2:])
        introduced = _introduction(doc, by_place, lexicon) if colon else None
        if introduced is None and 0 < len(doc) <= _MAX_HEADING:
            introduced = _finding_before(doc, findings, lexicon)
        if introduced is not None:
            yield from _items(docs[number + 1 : number + 1 + _MAX_ITEMS], introduced)


def _finding_before(heading: Doc, findings: Sequence[Frame], lexicon: Lexicon) -> Frame | None:
    """The last of the findings, in text order, before a heading such as *Key findings*: those below it are the same
    document's. None behind another heading."""
    rule = next((rule for one in heading if (rule := lexicon.finding("heading", one)) is not None), None)
    if rule is None:
        return None
    before = bisect_left(findings, start_of(heading[0]), key=_ANCHOR)
    if not before:
        return None
    last = findings[before - 1]
    return replace(last, survey=False, rules=(*last.rules, rule.id))


def _items(docs: Sequence[Doc], introduced: Frame) -> Iterator[Frame]:
    for doc in docs:
        if not _is_item(doc):
            return
        mark = _MARK.match(doc.text)
        start = next((one.i for one in doc if mark is None or one.idx >= mark.end()), 0)
        content = trimmed(doc, (start, len(doc)))
        if content[0] < content[1]:
            yield replace(introduced, cue=(), content=(span_of(doc, content),), quoted=(), turn=None)


def _is_item(doc: Doc) -> bool:
    text = doc.text
    unstopped = len(doc) <= _MAX_LINE and text.rstrip()[-1:] not in _STOPS
    return _MARK.match(text) is not None or text[:1].islower() or unstopped


def _introduction(doc: Doc, frames: Sequence[Frame], lexicon: Lexicon) -> Frame | None:
    """The statement that the colon at a block's end opens: of the last cue in its last sentence."""
    sentence = doc[-1].sent
    start, end = start_of(sentence), end_of(sentence)
    first, behind = (bisect_left(frames, place, key=_ANCHOR) for place in (start, end))
    found = [frame for frame in frames[first:behind] if frame.reach[0] >= start]
    if found:
        return replace(found[-1], survey=False)
    bare = next((frame for token in reversed(sentence) if (frame := _bare(token, lexicon)) is not None), None)
    origin = heading_of_colon(doc[-1]) if bare is None and sentence.root.pos_ == "ADP" else None
    return Frame(origin.source, origin.cue, origin.source) if origin is not None else bare


def _bare(verb: Token, lexicon: Lexicon) -> Frame | None:
    """A cue without a content of its own: *the inspectors found that:*."""
    cue = next(lexicon.cues(verb), None) if verb.pos_ == "VERB" else None
    source = source_head(verb, passive=is_passive(verb)) if cue is not None else None
    if cue is None or source is None or source.pos_ not in ("NOUN", "PROPN", "PRON"):
        return None
    span = span_of(verb.doc, source_range(source, verb))
    return Frame(
        source=(span,),
        cue=(offsets(verb),),
        content=(span,),
        lemma=cue.lemma,
        kind=cue.statement,
        demand=cue.demand,
        rules=(cue.rule,),
    )
