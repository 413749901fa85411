"""Statements whose source stands in brackets behind them: *Rents rose by 4% (Housing Office, 2019).*"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimx.attribution.statements.frame import Frame, span_of
from claimx.attribution.statements.lexicon import Lexicon
from claimx.nlp import Doc, Token
from claimx.nlp.syntax import Range, trimmed
from claimx.rulebook.kinds.reporting import SourceBracket

_LONGEST = 24
"""Tokens between the brackets."""
_NEAR = 4
"""Tokens between a figure and the bracket behind what it counts."""
_NO_SOURCES = frozenset({"DATE", "GPE", "LOC", "FAC", "EVENT", "NORP", "TIME"})


def bracket_frames(doc: Sequence[Token], lexicon: Lexicon) -> Iterator[Frame]:
    """The statements that have their source in brackets."""
    done = 0
    for opening in doc:
        closing = _closing(opening) if opening.text == "(" and opening.i else None
        if closing is None:
            continue
        found = _source(opening, closing, lexicon)
        content = trimmed(opening.doc, (max(done, opening.sent.start), opening.i))
        if found is None or content[0] >= content[1] or not _has_figure(opening.doc, content):
            continue
        source, rule = found
        done = closing.i + 1
        yield Frame(
            source=(span_of(opening.doc, source),),
            cue=(),
            content=tuple(span_of(opening.doc, part) for part in (content, *_rest(closing))),
            rules=(rule.id,),
        )


def _closing(opening: Token) -> Token | None:
    doc = opening.doc
    return next((one for one in doc[opening.i + 1 : opening.i + 2 + _LONGEST] if one.text == ")"), None)


def _source(opening: Token, closing: Token, lexicon: Lexicon) -> tuple[Range, SourceBracket] | None:
    """The source between the brackets, and the rule that finds it there."""
    doc, start = opening.doc, opening.idx + 1
    inside = doc.text[start : closing.idx]
    for pattern, rule in lexicon.brackets:
        match = pattern.fullmatch(inside)
        if match is None:
            continue
        left, right = match.span("source")
        tokens = [one for one in doc[opening.i + 1 : closing.i] if left <= one.idx - start < right]
        if tokens and _can_be_source(tokens[0], opening, rule, lexicon):
            return (tokens[0].i, tokens[-1].i + 1), rule
    return None


def _can_be_source(name: Token, opening: Token, rule: SourceBracket, lexicon: Lexicon) -> bool:
    """Whether what begins so may vouch for something; a mere name is to be an organisation's, right behind a figure,
    and no other name for what stands before it."""
    if not rule.bare:
        return name.ent_type_ not in _NO_SOURCES
    before = opening.nbor(-1)
    if name.ent_type_ != "ORG" or before.pos_ == "PROPN" or (before.pos_ == "NOUN" and lexicon.can_speak(before)):
        return False
    return _has_figure(opening.doc, (max(opening.sent.start, opening.i - _NEAR), opening.i))


def _rest(closing: Token) -> Iterator[Range]:
    """What the clause goes on with behind the bracket: *ranked 17th (Forbes) among actors*."""
    doc, at = closing.doc, closing.i + 1
    if at < closing.sent.end and not doc[at].is_punct and doc[at].pos_ != "CCONJ":
        end = next((one.i for one in doc[at : closing.sent.end] if one.text in "(;"), closing.sent.end)
        rest = trimmed(doc, (at, end))
        if rest[0] < rest[1]:
            yield rest


def _has_figure(doc: Doc, tokens: Range) -> bool:
    return any(one.pos_ == "NUM" or re.search(r"\d", one.text) for one in doc[tokens[0] : tokens[1]])
