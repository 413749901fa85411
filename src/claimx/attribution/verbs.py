"""Statements that a verb introduces: *X said that …*, *…, X said*, *X warned of …*, *X was accused of …*."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimx.attribution.frame import Frame
from claimx.attribution.lexicon import Cue, Lexicon
from claimx.model import Span
from claimx.nlp.annotation import offsets
from claimx.nlp.syntax import Range, agent_of, child, is_passive, phrase, subject_of, trimmed, without

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_MAX_SOURCE = 45
"""Tokens; a longer subject is a slip of the parser, and its head with what stands before it is taken."""
_NOBODY = frozenset({"i", "you", "we"})
"""The voice of the text, or of the quotation, itself: no statement of somebody else."""
_OBJECT_PARTS = frozenset({"dobj", "prep", "acl", "oprd", "relcl", "npadvmod", "xcomp", "ccomp", "dative", "nummod"})


def verb_frames(doc: Doc, lexicon: Lexicon) -> Iterator[Frame]:
    """The statements that the block's verbs introduce, in the order of the verbs."""
    for token in doc:
        if token.pos_ not in ("VERB", "AUX", "NOUN", "PROPN", "ADJ"):
            continue
        for cue in lexicon.cues(token):
            frame = _frame(token, cue)
            if frame is not None:
                yield frame
                break


def _frame(verb: Token, cue: Cue) -> Frame | None:
    if verb.pos_ not in ("VERB", "AUX") or verb.dep_ in ("amod", "compound"):
        return None
    passive = is_passive(verb)
    source = agent_of(verb) if passive else subject_of(verb)
    if source is not None and source.lower_ in ("it", "there") and passive:
        source = None
    if source is None and not passive:
        return None
    if source is not None and source.lower_ in _NOBODY:
        return None
    span = source_range(source, verb) if source is not None else None
    parts = content_ranges(verb, cue, span, passive)
    if not parts:
        return None
    return Frame(
        source=(span_of(verb.doc, span),) if span else (),
        cue=(offsets(verb),),
        content=tuple(span_of(verb.doc, part) for part in parts),
        lemma=cue.lemma,
        kind=cue.statement,
        rules=(cue.rule,),
    )


def span_of(doc: Doc, tokens: Range) -> Span:
    """Offsets in the document of a token range."""
    return offsets(doc[tokens[0] : tokens[1]])


def source_range(head: Token, verb: Token) -> Range:
    """The tokens that name the source; of a relative clause's antecedent what stands before the clause."""
    start, end = phrase(head)
    if start <= verb.i < end:
        start, end = (start, min(_clause_start(verb, head), end)) if head.i < verb.i else (max(verb.i + 1, start), end)
    if end - start > _MAX_SOURCE or end <= head.i:
        start, end = head.left_edge.i, head.i + 1
    return trimmed(head.doc, (start, end))


def _clause_start(verb: Token, head: Token) -> int:
    """Where the clause or participle that hangs on the head and holds the verb begins."""
    for one in head.rights:
        left, right = phrase(one)
        if left <= verb.i < right:
            return left
    return verb.i


def content_ranges(verb: Token, cue: Cue, source: Range | None, passive: bool) -> list[Range]:
    """The tokens that the verb introduces, by the first of the cue's complements that stands there."""
    doc = verb.doc
    hole = _cue_clause(verb, source)
    found: list[Range] = []
    if "clause" in cue.complements or "quotation" in cue.complements:
        found = _clauses(verb, hole)
    if not found and "infinitive" in cue.complements:
        found = _after(verb, ("xcomp", "ccomp", "advcl"), "TO")
    if not found and "gerund" in cue.complements:
        found = _after(verb, ("xcomp", "ccomp", "dobj"), "VBG")
    if not found and "as" in cue.complements:
        found = _as(verb)
    if not found and "small_clause" in cue.complements and child(verb, "oprd", "ccomp", "xcomp") is not None:
        found = _objects(verb)
    if not found and cue.prepositions:
        found = _prepositional(verb, cue)
    if not found and "object" in cue.complements and not passive:
        found = _objects(verb)
    cut = [part for one in found for part in without(one, hole)]
    return [one for one in (trimmed(doc, part) for part in cut) if one[0] < one[1]]


def _cue_clause(verb: Token, source: Range | None) -> Range:
    """The words of the cue with its subject and auxiliaries, to be cut out of a content that surrounds them."""
    if verb.dep_ in ("parataxis", "advcl") or (verb.dep_ == "ccomp" and verb.i > verb.head.i):
        return phrase(verb)
    start, end = verb.i, verb.i + 1
    for one in verb.lefts:
        if one.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass", "neg"):
            start = min(start, one.left_edge.i)
            break
    for one in verb.rights:
        if one.dep_ in ("nsubj", "dobj", "dative", "prt") and one.i - end < 3:
            end = max(end, one.right_edge.i + 1)
    if source is not None and source[1] <= verb.i and verb.i - source[1] <= 3:
        start = min(start, source[0])
    return start, end


def _clauses(verb: Token, hole: Range) -> list[Range]:
    rights = [one for one in verb.rights if one.dep_ == "ccomp" and _is_clause(one)]
    lefts = [one for one in verb.lefts if one.dep_ == "ccomp" and _is_clause(one)]
    if lefts or rights:
        return [phrase(one) for one in (*lefts[-1:], *rights[:1])]
    if verb.dep_ == "parataxis" or _is_as_clause(verb):
        return [phrase(verb.head)]
    return []


def _is_as_clause(verb: Token) -> bool:
    """Whether the verb's clause is *as X reported*, beside the clause that it vouches for."""
    mark = child(verb, "mark", "advmod")
    return (
        verb.dep_ == "advcl"
        and mark is not None
        and mark.lower_ == "as"
        and verb.head.pos_ in ("VERB", "AUX")
        and (mark.is_sent_start or mark.nbor(-1).is_punct)
    )


def _is_clause(head: Token) -> bool:
    return head.tag_ != "VBG" or any(one.dep_ in ("nsubj", "aux", "mark") for one in head.children)


def _after(verb: Token, relations: tuple[str, ...], tag: str) -> list[Range]:
    for one in verb.rights:
        if one.dep_ not in relations:
            continue
        if one.tag_ == tag or (tag == "TO" and any(left.tag_ == "TO" for left in one.lefts)):
            return [phrase(one)]
    return []


def _as(verb: Token) -> list[Range]:
    for one in verb.rights:
        if one.dep_ == "prep" and one.lower_ == "as":
            subject = child(verb, "dobj")
            start = subject.left_edge.i if subject is not None and subject.i < one.i else one.i + 1
            return [(start, one.right_edge.i + 1)]
    return []


def _prepositional(verb: Token, cue: Cue) -> list[Range]:
    for one in verb.rights:
        if one.dep_ in ("prep", "agent") and one.lower_ in cue.prepositions:
            inner = child(one, "pobj", "pcomp")
            if inner is not None:
                start, end = phrase(inner)
                return [(max(start, one.i + 1), end)]
    return []


def _objects(verb: Token) -> list[Range]:
    """The object with what follows it up to the next clause: *showed Rubio at 11 percent*."""
    start = end = 0
    for one in verb.rights:
        if not start:
            if one.dep_ == "dobj":
                start, end = phrase(one)
        elif one.dep_ in _OBJECT_PARTS and one.left_edge.i <= end:
            end = max(end, one.right_edge.i + 1)
        else:
            break
    return [(start, end)] if start else []
