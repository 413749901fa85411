"""Statements whose verb the parser has lost, made of source and content as the words show them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claimx.attribution.statements.cue import Cue
from claimx.attribution.statements.frame import Frame, span_of
from claimx.attribution.statements.lexicon import Lexicon
from claimx.attribution.statements.lostverbs import lost_verb, shown_after
from claimx.attribution.statements.reality import is_real
from claimx.attribution.statements.tails import inverted_tail_of, tail_of
from claimx.nlp import Token
from claimx.nlp.annotation import offsets
from claimx.nlp.syntax import Range

_AMOUNTS = frozenset({"object", "amount"})


def tail_frame(verb: Token, cue: Cue, lexicon: Lexicon) -> Frame | None:
    """The statement of a verb at the end of its sentence (*…, a study by X suggests.*; *…, say doctors at X.*), if it
    makes one."""
    if not (cue.statement == "assertion" or cue.demand) or "clause" not in cue.complements:
        return None
    if verb.i and verb.nbor(-1).lemma_ == "be":
        return None
    if not is_real(verb, cue):
        return None
    addressed = cue.lemma in lexicon.addressing
    found = tail_of(verb, addressed=addressed)
    if found is None and not addressed:
        found = inverted_tail_of(verb, lexicon.can_assert)
    if found is None:
        return None
    source = verb.doc[slice(*found[0])]
    if source[-1].lemma_.lower() in cue.not_by:
        return None
    mute = verb.pos_ not in ("VERB", "AUX") or any(one.is_currency for one in source)
    if mute and not any(map(lexicon.can_assert, source)):
        return None
    return _frame(verb, cue, found, survey=any(map(lexicon.is_survey, source)))


def shown_frame(noun: Token, cues: Sequence[Cue], lexicon: Lexicon) -> Frame | None:
    """The statement of a *show* that was taken for a noun (*Figures from X show rents rose*), if it makes one."""
    cue = next((one for one in cues if one.finds), None)
    found = shown_after(noun, lambda one: one.lemma_.lower() in lexicon.documents) if cue is not None else None
    return None if cue is None or found is None else _frame(noun, cue, found, finding=True)


def lost_frame(noun: Token, cues: Iterable[Cue]) -> Frame | None:
    """The statement of a verb that was taken for a noun (*The bank forecast growth of 2%*), if it makes one."""
    cue = next((one for one in cues if not _AMOUNTS.isdisjoint(one.complements)), None)
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
        kind=cue.statement,
        demand=cue.demand,
        rules=(cue.rule,),
        survey=survey,
        finding=finding,
    )
