"""Statements that an adjective or participle introduces: *X is confident that …*, *X remains critical of …*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimx.attribution.statements.endings import end_of_content, end_of_verb_phrase
from claimx.attribution.statements.frame import SELF, Frame, span_of
from claimx.attribution.statements.lexicon import Lexicon
from claimx.attribution.statements.objects import end_of_figure, end_of_noun
from claimx.attribution.statements.shares import is_respondent
from claimx.attribution.statements.subjects import source_range
from claimx.model import Span
from claimx.nlp import Token
from claimx.nlp.annotation import offsets
from claimx.nlp.syntax import Range, child, is_figure, is_passive, phrase, subject_of, trimmed
from claimx.rulebook.kinds.reporting import ReportingAdjective

_COPULAS = frozenset({"be", "remain", "feel", "stay", "sound", "become", "grow", "get", "seem", "appear", "look"})
_THINGS = frozenset({"it", "that", "this", "there", "what", "which", "nobody", "none"})
"""Subjects that think nothing: *it is certain that …*."""


def adjective_frames(doc: Sequence[Token], lexicon: Lexicon) -> Iterator[Frame]:
    """The statements that the block's adjectives introduce, in the order of the adjectives."""
    for token in doc:
        for rule in lexicon.adjectives.get(token.lower_, ()) if token.tag_ in ("JJ", "VBN", "RB") else ():
            frame = _frame(token, rule)
            if frame is not None:
                yield frame
                break


def _frame(adjective: Token, rule: ReportingAdjective) -> Frame | None:
    source = _source(adjective)
    content = _content(adjective, rule) if source is not None else None
    if source is None or content is None:
        return None
    doc, content = adjective.doc, trimmed(adjective.doc, content)
    span = source_range(source, adjective)
    if content[0] >= content[1] or span[0] >= span[1]:
        return None
    return Frame(
        source=(span_of(doc, span),),
        cue=(offsets(adjective),),
        content=(span_of(doc, content),),
        lemma=adjective.lower_,
        kind=rule.statement,
        rules=(rule.id,),
        independent=False,
        own=source.lower_ in SELF,
        respondents=_clause(adjective) if is_respondent(source) else None,
    )


def _clause(adjective: Token) -> Span:
    """Where the adjective's clause stands, with its subject."""
    verb = adjective.head if adjective.dep_ in ("acomp", "oprd", "attr") else adjective
    return span_of(adjective.doc, trimmed(adjective.doc, phrase(verb)))


def _source(adjective: Token) -> Token | None:
    """Who is confident: the subject of a finite copula without a negation, or of the participle taken for a passive."""
    verb = adjective.head if adjective.dep_ in ("acomp", "oprd", "attr") else adjective
    if (verb is adjective and not is_passive(verb)) or (verb is not adjective and verb.lemma_ not in _COPULAS):
        return None
    if any(one.dep_ == "neg" or one.tag_ == "MD" for one in verb.children):
        return None
    found = child(verb, "nsubj", "nsubjpass") or subject_of(verb)
    if found is not None and found.tag_ in ("WDT", "WP") and verb.dep_ == "relcl":
        found = verb.head
    if found is None or found.i > adjective.i or found.pos_ not in ("NOUN", "PROPN", "PRON"):
        return None
    return None if found.lower_ in _THINGS else found


def _content(adjective: Token, rule: ReportingAdjective) -> Range | None:
    for one in adjective.rights:
        if one.dep_ in ("ccomp", "advcl") and "clause" in rule.complements and _is_clause(one):
            return one.left_edge.i, end_of_content(adjective, phrase(one))
        if one.dep_ == "xcomp" and "infinitive" in rule.complements and any(left.tag_ == "TO" for left in one.lefts):
            return one.left_edge.i, end_of_verb_phrase(one)
        inner = child(one, "pobj", "pcomp") if one.dep_ == "prep" and one.lower_ in rule.prepositions else None
        if inner is not None:
            end = end_of_noun(inner)
            return one.i + 1, end_of_figure(one) if any(map(is_figure, one.doc[one.i : end])) else end
    return None


def _is_clause(verb: Token) -> bool:
    """Whether a clause with a subject of its own says what is thought, with *that* or without."""
    subject = child(verb, "nsubj", "nsubjpass", "expl")
    return subject is not None and verb.left_edge.lower_ in ("that", subject.left_edge.lower_)
