"""Statements that a noun introduces: *X’s claim that …*, *a demand by X for …*, *the concern is that …*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from claimx.attribution.statements.endings import end_of_that_series, end_of_verb_phrase
from claimx.attribution.statements.frame import Frame, span_of
from claimx.attribution.statements.lexicon import Lexicon
from claimx.attribution.statements.objects import end_of_noun
from claimx.attribution.statements.reality import is_nobody
from claimx.attribution.statements.recovered import lost_frame
from claimx.attribution.statements.shares import is_respondent
from claimx.attribution.statements.sums import owner_of_sum, sum_before
from claimx.nlp import Token
from claimx.nlp.annotation import offsets
from claimx.nlp.syntax import Range, child, is_figure, is_finite, phrase, subject_of, trimmed
from claimx.rulebook.kinds.reporting import ReportingNoun

_OWN = frozenset({"my", "our", "your", "its"})
"""Possessives of the text's own voice, or of a thing."""
_WILL = frozenset({"will", "'ll"})
_BESIDE = ("compound", "nmod")


def noun_frames(doc: Sequence[Token], lexicon: Lexicon) -> Iterator[Frame]:
    """The statements that the block's nouns introduce, in the order of the nouns."""
    for token in doc:
        rule = lexicon.nouns.get(token.lemma_.lower()) if token.pos_ == "NOUN" else None
        if rule is not None and lost_frame(token, lexicon.cues(token)) is None:
            frame = _frame(token, rule, lexicon)
            if frame is not None:
                yield frame


def _frame(noun: Token, rule: ReportingNoun, lexicon: Lexicon) -> Frame | None:
    doc = noun.doc
    source = _source(noun, rule, lexicon)
    if source is not None and is_nobody(source, noun):
        return None
    content = _content(noun, rule) if source is not None else _predicate(noun)
    figure = sum_before(noun) if source is not None and rule.sums else None
    if figure is not None and (content is None or not any(map(is_figure, doc[content[0] : content[1]]))):
        content = figure
    if content is None:
        return None
    span = _source_range(source, noun) if source is not None else None
    content = trimmed(doc, content)
    if source is not None and _is_common(source, noun) and not any(map(is_figure, doc[content[0] : content[1]])):
        return None
    if content[0] >= content[1] or (span is not None and content[0] <= span[0] < content[1]):
        return None
    return Frame(
        source=(span_of(doc, span),) if span is not None else (),
        cue=(offsets(noun),),
        content=(span_of(doc, content),),
        lemma=noun.lemma_.lower(),
        kind=rule.statement,
        demand=rule.demand,
        rules=(rule.id,),
        independent=source is not None and source.lower_ not in _OWN,
        respondents=span_of(doc, trimmed(doc, phrase(noun.head))) if _is_asked(source, noun) else None,
    )


def _is_common(source: Token, noun: Token) -> bool:
    """Whether a source is a common noun that stands before another: *police estimates*, but *policy goals*, too."""
    return source.pos_ != "PROPN" and source.head.i == noun.i and source.dep_ in _BESIDE


def _is_asked(source: Token | None, noun: Token) -> bool:
    """Whether a share of people has the view: *18% of voters have a poor view of him*."""
    return source is not None and noun.dep_ == "dobj" and is_respondent(source)


def _source(noun: Token, rule: ReportingNoun, lexicon: Lexicon) -> Token | None:
    owner = child(noun, "poss") or (owner_of_sum(noun) if rule.sums else None)
    if owner is not None:
        return owner
    for one in noun.rights:
        if one.dep_ in ("prep", "agent") and one.lower_ in ("by", "from", "among", "within"):
            return child(one, "pobj")
    beside = _agent_beside(noun)
    if beside is not None:
        return child(beside, "pobj")
    if noun.dep_ == "dobj" and noun.head.lemma_.lower() in rule.verbs and not _is_unreal(noun.head):
        return subject_of(noun.head)
    return _name_before(noun, lexicon) if rule.sums else None


def _agent_beside(noun: Token) -> Token | None:
    """The *by* right behind an object, which a parser hangs on the verb (*rejected claims by rivals that …*)."""
    after = noun.right_edge.i + 1
    following = noun.doc[after] if noun.dep_ == "dobj" and after < len(noun.doc) else noun
    return following if following.lower_ == "by" and following.head.i == noun.head.i else None


def _is_unreal(verb: Token) -> bool:
    """*They cannot make the case that …*: nobody has made it."""
    return any(one.dep_ == "neg" or (one.tag_ == "MD" and one.lower_ not in _WILL) for one in verb.lefts)


def _name_before(noun: Token, lexicon: Lexicon) -> Token | None:
    """*Treasury forecasts of 3%*, *police estimates of 900*: who stands before the noun without a genitive."""
    beside = (one for one in noun.lefts if one.dep_ in _BESIDE)
    return next((one for one in beside if one.pos_ == "PROPN" or lexicon.can_speak(one)), None)


def _source_range(source: Token, noun: Token) -> Range:
    start, end = phrase(source)
    last = noun.doc[end - 1]
    if last.tag_ == "POS":
        end -= 1
    if source.i > noun.i:
        end = min([end, *(one.left_edge.i for one in source.rights if one.dep_ in ("acl", "relcl", "ccomp"))])
    return trimmed(noun.doc, (start, end))


def _content(noun: Token, rule: ReportingNoun) -> Range | None:
    agent = _agent_beside(noun)
    behind = _predicate_sum(noun, rule) or _right_behind(noun, agent, infinitive="to" in rule.prepositions)
    if behind is not None:
        return behind
    for one in (*noun.rights, *((agent,) if agent is not None else ())):
        wanted = one.dep_ in ("acl", "advcl") and one.left_edge.lower_ == "for" and one.left_edge.dep_ == "mark"
        if wanted or (one.dep_ in ("acl", "ccomp", "relcl") and _introduces(one)):
            infinitive = any(two.tag_ == "TO" for two in one.lefts)
            end = end_of_verb_phrase(one) if infinitive else end_of_that_series(noun.doc, one.right_edge.i + 1)
            return one.left_edge.i, end
        if one.dep_ == "prep" and one.lower_ in rule.prepositions:
            return one.i + 1, one.right_edge.i + 1
        if one.dep_ in ("prep", "agent"):
            inner = child(one, "pobj")
            clause = child(inner, "acl", "relcl", "ccomp") if inner is not None else None
            if clause is not None and clause.left_edge.lower_ == "that":
                return phrase(clause)
    return _after_verb_and_noun(noun, rule) or _predicate(noun)


def _right_behind(noun: Token, agent: Token | None, *, infinitive: bool) -> Range | None:
    """The clause with *that*, or where the noun may have one the infinitive, that stands right behind the noun and the
    agent beside it, though a parser hangs it on the verb."""
    doc, after = noun.doc, (noun if agent is None else agent).right_edge.i + 1
    if agent is not None:
        between = takewhile(lambda one: not is_finite(one), doc[after : noun.sent.end])
        after = next((one.i for one in between if one.lower_ == "that" and one.dep_ == "mark"), after)
    if after >= len(doc) or doc[after].head.i < after:
        return None
    that = doc[after].lower_ == "that" and doc[after].dep_ == "mark"
    owned = infinitive and child(noun, "poss") is not None and _is_infinitive_of(noun, doc[after])
    return (after, end_of_that_series(doc, doc[after].head.right_edge.i + 1)) if that or owned else None


def _is_infinitive_of(noun: Token, first: Token) -> bool:
    """Whether the infinitive right behind a noun that is another verb's object is the noun's (*defended her call to cut
    fares*)."""
    hangs = first.tag_ == "TO" and first.head.head.i == noun.head.i and noun.dep_ == "dobj"
    # what something is used to do is the verb's: *used her call to attack him*
    return hangs and noun.head.lemma_ != "use"


def _after_verb_and_noun(noun: Token, rule: ReportingNoun) -> Range | None:
    """*Took issue with the plan*, where the parser hangs the phrase on the verb."""
    verb = noun.head
    if noun.dep_ != "dobj" or verb.lemma_.lower() not in rule.verbs:
        return None
    behind = (one for one in verb.rights if one.dep_ == "prep" and one.i == noun.right_edge.i + 1)
    found = next((one for one in behind if one.lower_ in rule.prepositions), None)
    return (found.i + 1, found.right_edge.i + 1) if found is not None else None


def _introduces(clause: Token) -> bool:
    """Whether the clause says what the noun says: a *that* clause with a subject of its own, or an infinitive."""
    first = clause.left_edge.lower_
    if any(one.tag_ == "TO" for one in clause.lefts):
        return True
    return (
        first in ("that", "whether")
        and any(one.dep_ in ("nsubj", "nsubjpass", "expl") for one in clause.lefts)
        and (clause.left_edge.dep_ not in ("nsubj", "nsubjpass", "dobj"))
    )


def _predicate(noun: Token) -> Range | None:
    """*The concern is that …*: the clause after *be*."""
    if noun.dep_ != "nsubj" or noun.head.lemma_ != "be":
        return None
    clause = child(noun.head, "ccomp")
    return phrase(clause) if clause is not None and clause.i > noun.head.i else None


def _predicate_sum(noun: Token, rule: ReportingNoun) -> Range | None:
    """*Its estimate is £3bn*: the figure after *be*."""
    if not rule.sums or noun.dep_ != "nsubj" or noun.head.lemma_ != "be":
        return None
    amount = child(noun.head, "attr")
    told = amount is not None and amount.i > noun.head.i and any(map(is_figure, amount.subtree))
    return (amount.left_edge.i, end_of_noun(amount)) if amount is not None and told else None
