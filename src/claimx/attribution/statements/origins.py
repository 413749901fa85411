"""Figures that come from somebody: *the 40% figure came from the bank*, *the estimate of £3bn is from a report*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimx.attribution.statements.frame import Frame, span_of
from claimx.attribution.statements.lexicon import Lexicon
from claimx.nlp import Token
from claimx.nlp.annotation import offsets
from claimx.nlp.syntax import child, is_figure, phrase, trimmed


def origin_frames(doc: Sequence[Token], lexicon: Lexicon) -> Iterator[Frame]:
    """The statements of the block that tell of a figure from whom it comes."""
    if not doc or " from " not in doc[0].doc.text:
        return
    for token in doc:
        source = _source(token) if token.lower_ == "from" else None
        if source is None or not lexicon.can_assert(source):
            continue
        verb = token.head
        figure = child(verb, "nsubj", "nsubjpass")
        rule = lexicon.origin(verb, figure) if figure is not None and figure.i < verb.i else None
        if figure is None or rule is None or any(one.dep_ == "neg" for one in verb.lefts):
            continue
        start, end = phrase(figure)
        if any(map(is_figure, token.doc[start:end])):
            yield Frame(
                source=(span_of(token.doc, trimmed(token.doc, phrase(source))),),
                cue=(offsets(verb),),
                content=(span_of(token.doc, trimmed(token.doc, (start, end))),),
                lemma=verb.lemma_.lower(),
                rules=(rule,),
            )


def _source(preposition: Token) -> Token | None:
    """Whom or what a *from* after a verb names."""
    return child(preposition, "pobj") if preposition.head.pos_ == "VERB" else None
