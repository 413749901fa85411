"""Statements that are given to nobody: *Hale is expected to go*, *seems to agree*, *is accused of theft*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimx.attribution.statements.endings import end_of_verb_phrase
from claimx.attribution.statements.frame import Frame, span_of
from claimx.attribution.statements.lexicon import Lexicon
from claimx.nlp import Token
from claimx.nlp.annotation import offsets
from claimx.nlp.syntax import child, is_passive, trimmed
from claimx.rulebook.kinds.reporting import Hearsay

_DASHES = frozenset({"--", "–", "—"})
_LINKS = frozenset({"oprd", "acomp", "attr", "xcomp"})


def hearsay_frames(doc: Sequence[Token], lexicon: Lexicon) -> Iterator[Frame]:
    """The statements of the block that its verbs give to nobody."""
    for token in doc:
        if token.pos_ in ("VERB", "AUX"):
            passive = is_passive(token)
            rule = lexicon.hearsay.get((token.lemma_.lower(), passive))
            frame = _frame(token, rule) if rule is not None else None
            if frame is not None:
                yield frame


def _frame(verb: Token, rule: Hearsay) -> Frame | None:
    subject = child(verb, "nsubjpass") if rule.passive else child(verb, "nsubj")
    said = _predicate(verb, rule)
    if subject is None or said is None or subject.i > verb.i or child(verb, "agent") is not None:
        return None
    if subject.tag_ in ("EX", "WDT", "WP") or any(one.dep_ == "neg" or one.tag_ == "MD" for one in verb.children):
        return None
    doc = verb.doc
    parts = ((subject.left_edge.i, _start_of_cue(verb, subject)), (said.left_edge.i, _end(said)))
    return Frame(
        source=(),
        cue=(offsets(verb),),
        content=tuple(span_of(doc, trimmed(doc, part)) for part in parts),
        lemma=verb.lemma_.lower(),
        rules=(rule.id,),
        independent=False,
    )


def _start_of_cue(verb: Token, subject: Token) -> int:
    """Where the subject ends at the latest: before the first auxiliary."""
    return next((one.i for one in verb.lefts if one.dep_ in ("aux", "auxpass") and one.i > subject.i), verb.i)


def _end(said: Token) -> int:
    """Where what is said ends, before what is only added to it after a dash."""
    end = end_of_verb_phrase(said)
    return next((one.i for one in said.doc[said.i : end] if one.text in _DASHES), end)


def _predicate(verb: Token, rule: Hearsay) -> Token | None:
    """What is said of the subject: an infinitive, an adjective, or a phrase after a preposition of the rule's."""
    for one in verb.rights:
        if one.dep_ == "xcomp" and any(left.tag_ == "TO" for left in one.lefts):
            return one
        if not rule.passive and one.dep_ in _LINKS:
            return one
        if one.dep_ == "prep" and one.lower_ in rule.prepositions:
            return one
    return None
