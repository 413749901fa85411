"""What is set out in paragraphs of its own, without quotation marks, as where a page shows quotations by their layout
alone: speech (*Ann Hale said:* and below it what she said) and passages from elsewhere (*The Post looks back:*)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from claimx.attribution.quotations import Quotation
from claimx.attribution.statements.cues import cue_of_colon, heading_of_colon
from claimx.attribution.statements.frame import Frame
from claimx.attribution.statements.lexicon import Lexicon
from claimx.attribution.statements.stretches import QuotationIndex
from claimx.model import Block
from claimx.nlp import Annotation, Token
from claimx.nlp.syntax import is_figure

_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|[Mm]y|us|me)\b")
_NO_SPEECH = re.compile(r"[\"“”„«'‘•*·‣▪–—-]|\(?(?:\d{1,2}|[a-z])[.)]\s")
"""What opens a quotation with marks, or an item of a list."""
_WHOLE = re.compile(r"[.!?…][)\]]?\s*$")
_MAX_PARAGRAPHS = 6
_SURE = 2
"""Paragraphs between the introductions of two speakers that are all the first one's."""
_MIN_WORDS = 4
_PASSAGE = 25
"""Words of a passage from elsewhere at least."""
_NAMES = frozenset({"PERSON", "ORG"})
_STATES = frozenset({"be", "have"})
_ANNOUNCING = frozenset({"following", "these"})
"""Words that announce a list."""


def with_set_out(
    quotations: Sequence[Quotation], text: str, blocks: Sequence[Block], annotation: Annotation, lexicon: Lexicon
) -> list[Quotation]:
    """The quotations with those that are set out, in text order; what is in marks inside these lies a level deeper."""
    found = list(_set_out(text, blocks, annotation, lexicon, quotations))
    spans = [span for one in found for span in one.spans]
    inner = [
        replace(one, depth=one.depth + 1) if any(start <= one.start < end for start, end in spans) else one
        for one in quotations
    ]
    return sorted([*inner, *found], key=lambda one: (one.start, -one.end)) if found else inner


def passages(text: str, blocks: Sequence[Block], annotation: Annotation, lexicon: Lexicon) -> Iterator[Frame]:
    """A statement for each paragraph below a clause that ends with a colon, whose subject is a name or document and no
    list is announced: *A study from the institute looked into this:*."""
    for block, below in pairwise(blocks):
        if not text.endswith(":", block.start, block.end) or len(text[below.start : below.end].split()) < _PASSAGE:
            continue
        colon = annotation.token_at(block.end - 1)
        if colon is None or cue_of_colon(colon, lexicon) is not None or not _run(text, (below,), 0):
            continue
        found = heading_of_colon(colon)
        source = annotation.tokens(*found.source[0]) if found is not None else None
        if found is None or source is None or not _is_from_elsewhere(colon, source.root, lexicon):
            continue
        yield Frame(source=found.source, cue=found.cue, content=((below.start, below.end),), rules=found.rules)


def _is_from_elsewhere(colon: Token, source: Token, lexicon: Lexicon) -> bool:
    """Whether a clause before a colon tells that a body, person or document takes up a matter."""
    sentence = colon.sent
    announces = any(is_figure(one) or one.lower_ in _ANNOUNCING for one in sentence)
    named = source.ent_type_ in _NAMES or source.lemma_.lower() in lexicon.documents
    tells = sentence.root.pos_ == "ADP" or (sentence.root.pos_ == "VERB" and sentence.root.lemma_ not in _STATES)
    return named and not announces and tells


def _set_out(
    text: str, blocks: Sequence[Block], annotation: Annotation, lexicon: Lexicon, marked: Sequence[Quotation]
) -> Iterator[Quotation]:
    ends = [text[block.start : block.end].rstrip()[-1:] == ":" for block in blocks]
    quoted = QuotationIndex(marked)
    ours, behind = False, 0
    for number, block in enumerate(blocks[:-1]):
        if number < behind:
            continue
        voices = () if ours else _FIRST_PERSON.finditer(text, block.start, block.end)
        ours = ours or any(not quoted.overlapping(*match.span()) for match in voices)
        run = _run(text, blocks, number + 1) if ends[number] else []
        token = annotation.token_at(text.rindex(":", block.start, block.end)) if run else None
        if token is None or cue_of_colon(token, lexicon) is None:
            continue
        behind = number + 1 + len(run)
        closed = len(run) <= _SURE and behind < len(blocks) and ends[behind]
        told = [0, *(place for place, one in enumerate(run) if not ours and _FIRST_PERSON.search(text, *one))]
        yield Quotation(tuple(run if closed else run[: told[-1] + 1]), 0, closed=True)


def _run(text: str, blocks: Sequence[Block], first: int) -> list[tuple[int, int]]:
    """The paragraphs of whole sentences from a block on, none of which is in quotation marks or introduces anything."""
    below = blocks[first : first + _MAX_PARAGRAPHS]
    return [(one.start, one.end) for one in takewhile(lambda one: _is_paragraph(text[one.start : one.end]), below)]


def _is_paragraph(words: str) -> bool:
    whole = _WHOLE.search(words) is not None and _NO_SPEECH.match(words) is None
    return whole and len(words.split(None, _MIN_WORDS)) >= _MIN_WORDS
