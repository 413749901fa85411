"""Statements that a name and a colon introduce: headlines (*Mayor: City is broke*) and transcripts (*SMITH: We …*)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimx.attribution.statements.frame import Frame
from claimx.attribution.statements.lexicon import Lexicon
from claimx.nlp import Doc, Span
from claimx.nlp.annotation import offsets
from claimx.nlp.syntax import trimmed

_MAX_LABEL = 12
"""Tokens."""
_MAX_DOCUMENT = 3
"""Tokens of a label such as *New survey*."""
_MIN_CONTENT = 3
"""Words; fewer are a caption or a field of a form."""
_PEOPLE = frozenset({"PERSON"})
_NAMES = frozenset({"PERSON", "ORG", "NORP", "GPE"})
_SMALL = frozenset({"of", "the", "and", "for", "'s", "’s", "&", "-", ",", ".", "(", ")"})


def label_frames(docs: Sequence[Doc], lexicon: Lexicon) -> Iterator[Frame]:
    """The statements of a document's blocks that begin with a name and a colon, without those of names that only head
    what the text tells of them (*Ann Hale: Tax. Mrs Hale wants …*): people do not speak of themselves so."""
    labelled = [
        (doc, frame)
        for number, doc in enumerate(docs)
        if (frame := _label_frame(doc, lexicon, first=number == 0)) is not None
    ]
    below = [doc for doc, _ in labelled if doc is not docs[0]]
    headings = 2 * sum(map(_tells_of_its_label, below)) > len(below)
    yield from (frame for doc, frame in labelled if doc is docs[0] or not headings)


def _tells_of_its_label(doc: Doc) -> bool:
    """Whether the last name before a block's colon does something in the block."""
    colon = next(one for one in doc if one.text == ":")
    name = next((one.text for one in reversed(doc[: colon.i]) if one.is_alpha), "")
    return any(one.text == name and one.dep_ in ("nsubj", "nsubjpass") for one in doc[colon.i :])


def _label_frame(doc: Doc, lexicon: Lexicon, *, first: bool) -> Frame | None:
    """The statement of a block that begins with a name and a colon; in the first block, the headline, organisations,
    places and documents (*Poll: Hale ahead*) may speak as well as people."""
    colon = next((one for one in doc[:_MAX_LABEL] if one.text == ":"), None)
    if colon is None or colon.i == 0:
        return None
    document = first and colon.i <= _MAX_DOCUMENT and doc[colon.i - 1].lower_ in lexicon.documents
    if not document and not _is_name(doc[: colon.i], _NAMES if first else _PEOPLE):
        return None
    start, end = trimmed(doc, (colon.i + 1, len(doc)))
    if sum(one.is_alpha for one in doc[start : min(end, start + 12)]) < _MIN_CONTENT:
        return None
    source = trimmed(doc, (0, colon.i))
    return Frame(
        source=(offsets(doc[source[0] : source[1]]),),
        cue=(offsets(colon),),
        content=(offsets(doc[start:end]),),
        rules=(),
    )


def _is_name(label: Span, kinds: frozenset[str]) -> bool:
    capitals = all(one.text[:1].isupper() or one.text in _SMALL or "(" in label[0].doc.text[: one.idx] for one in label)
    shouted = label[0].text.isupper() and len(label[0].text) > 3 and len(label) <= 3
    named = any(one.ent_type_ in kinds for one in label) or (
        kinds is _NAMES and len(label) == 1 and label[0].pos_ == "PROPN"
    )
    return capitals and (shouted or named)
