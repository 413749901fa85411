"""What is said of a subject, on nobody's word or an agent's: *Hale is expected to go*, *is seen by critics as weak*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimx.attribution.statements.endings import end_of_verb_phrase
from claimx.attribution.statements.frame import Frame, span_of
from claimx.attribution.statements.lexicon import Lexicon
from claimx.nlp import Token
from claimx.nlp.annotation import offsets
from claimx.nlp.syntax import Range, child, is_figure, is_passive, phrase, trimmed
from claimx.rulebook.kinds.reporting import Hearsay

_DASHES = frozenset({"--", "–", "—"})
_LINKS = frozenset({"oprd", "acomp", "attr", "xcomp"})


def hearsay_frames(doc: Sequence[Token], lexicon: Lexicon) -> Iterator[Frame]:
    """The statements of the block that its verbs make of their own subjects."""
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
    if subject is None or said is None or subject.i > verb.i:
        return None
    if subject.tag_ in ("EX", "WDT", "WP") or any(one.dep_ == "neg" or one.tag_ == "MD" for one in verb.children):
        return None
    doc, agent = verb.doc, child(verb, "agent") or _agent_inside(said)
    source = child(agent, "pobj") if agent is not None else None
    if source is not None and said.dep_ == "xcomp":
        return None
    end = min(_end(said), agent.i) if agent is not None and agent.i > said.i else _end(said)
    parts = ((subject.left_edge.i, _start_of_cue(verb, subject)), (said.left_edge.i, end))
    return Frame(
        source=(span_of(doc, _source_range(source, said)),) if source is not None else (),
        cue=(offsets(verb),),
        content=tuple(span_of(doc, trimmed(doc, part)) for part in parts),
        lemma=verb.lemma_.lower(),
        rules=(rule.id,),
        independent=False,
    )


def _agent_inside(said: Token) -> Token | None:
    """*Seen as a victory by some*: the *by* at the end of what is said, where the parser has drawn it in."""
    if said.dep_ != "prep":
        return None
    for token in said.doc[said.i + 1 : said.right_edge.i]:
        inner = child(token, "pobj") if token.lower_ == "by" else None
        if inner is not None and token.right_edge.i == said.right_edge.i and not any(map(is_figure, token.subtree)):
            return token
    return None


def _source_range(source: Token, said: Token) -> Range:
    start, end = phrase(source)
    return trimmed(source.doc, (start, said.left_edge.i if start < said.left_edge.i < end else end))


def _start_of_cue(verb: Token, subject: Token) -> int:
    """Where the subject ends at the latest: before the first auxiliary."""
    return next((one.i for one in verb.lefts if one.dep_ in ("aux", "auxpass") and one.i > subject.i), verb.i)


def _end(said: Token) -> int:
    """Where what is said ends, before what is only added to it after a dash."""
    end = end_of_verb_phrase(said)
    return next((one.i for one in said.doc[said.i : end] if one.text in _DASHES), end)


def _predicate(verb: Token, rule: Hearsay) -> Token | None:
    """What is said of the subject: an infinitive, an adjective, or a phrase after a preposition of the rule's."""
    agent = child(verb, "agent")
    source = child(agent, "pobj") if agent is not None else None
    behind: list[Token] = [*verb.rights, *(source.rights if source is not None else ())]
    for one in behind:
        if one.dep_ == "xcomp" and any(left.tag_ == "TO" for left in one.lefts):
            return one
        if not rule.passive and one.dep_ in _LINKS:
            return one
        if one.dep_ == "prep" and one.lower_ in rule.prepositions:
            return one
    return None
