"""What is told beside a judgement, by whoever passes it: *Mr Hale called trade “dire”, with sales down 40%*."""

from __future__ import annotations

from claimx.attribution.statements.cue import Cue
from claimx.attribution.statements.frame import Frame, span_of
from claimx.nlp import Token
from claimx.nlp.syntax import is_figure, phrase, trimmed

_JUDGING = frozenset({"as", "small_clause"})


def circumstance_frame(verb: Token, cue: Cue, judgement: Frame) -> Frame | None:
    """The statement of what stands after *with*, behind a comma, where it holds a figure."""
    if cue.demand or cue.finds or judgement.kind != "stance" or _JUDGING.isdisjoint(cue.complements):
        return None
    for one in verb.rights:
        behind = one.i > 1 and "," in (one.nbor(-1).text, one.nbor(-2).text)
        if one.dep_ == "prep" and one.lower_ == "with" and behind and any(map(is_figure, one.subtree)):
            return Frame(
                source=judgement.source,
                cue=(),
                content=(span_of(verb.doc, trimmed(verb.doc, phrase(one))),),
                lemma=cue.lemma,
                rules=(cue.rule,),
            )
    return None
