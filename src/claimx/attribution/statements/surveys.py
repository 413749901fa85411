"""Statements whose source is a poll or study: *In a CBS poll, 8% said …*; *40% want …* after a poll was named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimx.attribution.statements.frame import Frame, span_of
from claimx.attribution.statements.lexicon import Lexicon
from claimx.attribution.statements.shares import is_respondent
from claimx.nlp import Token
from claimx.nlp.annotation import offsets
from claimx.nlp.syntax import child, phrase, trimmed
from claimx.rulebook.kinds.reporting import SourceDocument


def survey_frames(doc: Sequence[Token], lexicon: Lexicon) -> Iterator[Frame]:
    """The statements that a prepositional phrase at the head of a clause gives to a poll or study."""
    for token in doc:
        rule = lexicon.documents.get(token.lemma_.lower()) if token.dep_ == "pobj" else None
        if rule is None or token.head.lower_ not in rule.prepositions or child(token, "poss") is not None:
            continue
        verb = token.head.head
        clause = verb.pos_ in ("VERB", "AUX") or (verb.dep_ == "ROOT" and any(one.is_punct for one in verb.lefts))
        if not clause or not _opens_clause(token.head, verb) or _has_speaker(verb, rule, lexicon):
            continue
        start, end = phrase(token)
        content = trimmed(token.doc, (end, max(end, _end_of_clause(verb))))
        if content[0] < content[1]:
            yield Frame(
                source=(span_of(token.doc, trimmed(token.doc, (start, end))),),
                cue=(offsets(token.head),),
                content=(span_of(token.doc, content),),
                survey=True,
                rules=(rule.id,),
            )


def _opens_clause(preposition: Token, verb: Token) -> bool:
    if preposition.i > verb.i:
        return False
    return preposition.is_sent_start or preposition.nbor(-1).dep_ == "cc" or preposition.nbor(-1).is_punct


def _has_speaker(verb: Token, rule: SourceDocument, lexicon: Lexicon) -> bool:
    """Whether somebody else than the people asked is said to say it (*In the survey, the bank said …*), or those who
    asked them to do it (*In the study, scientists compared 40 masks*)."""
    subject = next((one for one in verb.lefts if one.dep_ == "nsubj"), None)
    if subject is not None and subject.lemma_.lower() in rule.makers:
        return True
    reports = any("clause" in cue.complements for cue in lexicon.cues(verb))
    return reports and subject is not None and not is_respondent(subject)


def _end_of_clause(verb: Token) -> int:
    top = verb
    while top.dep_ in ("ccomp", "conj") and top.head.i > verb.i:
        top = top.head
    return int(top.sent.end) if top.dep_ == "ROOT" else int(verb.right_edge.i) + 1
