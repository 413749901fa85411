"""Statements whose verb the parser has lost, made of source and content as the words show them."""

from __future__ import annotations

from claimx.attribution.statements.frame import Frame, span_of
from claimx.attribution.statements.lexicon import Cue, Lexicon
from claimx.attribution.statements.tails import lost_verb, shown_after, tail_of
from claimx.nlp import Token
from claimx.nlp.annotation import offsets
from claimx.nlp.syntax import Range

_AMOUNTS = frozenset({"object", "amount"})


def tail_frame(verb: Token, cue: Cue, lexicon: Lexicon) -> Frame | None:
    """The statement of a verb at the end of its sentence (*…, a study by X suggests.*), if it makes one."""
    found = tail_of(verb) if cue.statement == "assertion" and "clause" in cue.complements else None
    if found is None:
        return None
    source, _ = found
    last = verb.doc[source[1] - 1]
    if verb.nbor(-1).lemma_ == "be" or last.lemma_.lower() in cue.not_by:
        return None
    return _frame(verb, cue, found, survey=any(map(lexicon.is_survey, verb.doc[source[0] : source[1]])))


def shown_frame(noun: Token, lexicon: Lexicon) -> Frame | None:
    """The statement of a *show* that was taken for a noun (*Figures from X show rents rose*), if it makes one."""
    cue = next((one for one in lexicon.cues(noun) if one.finds), None)
    found = shown_after(noun, lambda one: one.lemma_.lower() in lexicon.documents) if cue is not None else None
    return None if cue is None or found is None else _frame(noun, cue, found, finding=True)


def lost_frame(noun: Token, lexicon: Lexicon) -> Frame | None:
    """The statement of a verb that was taken for a noun (*The bank forecast growth of 2%*), if it makes one."""
    cue = next((one for one in lexicon.cues(noun) if not _AMOUNTS.isdisjoint(one.complements)), None)
    found = lost_verb(noun) if cue is not None and cue.statement == "assertion" and not cue.objects else None
    return None if cue is None or found is None else _frame(noun, cue, found)


def _frame(word: Token, cue: Cue, found: tuple[Range, Range], *, survey: bool = False, finding: bool = False) -> Frame:
    """What a cue's word makes of the source and the content that were found for it."""
    source, content = found
    return Frame(
        source=(span_of(word.doc, source),),
        cue=(offsets(word),),
        content=(span_of(word.doc, content),),
        lemma=cue.lemma,
        rules=(cue.rule,),
        survey=survey,
        finding=finding,
    )
