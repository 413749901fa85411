"""Statements that a verb introduces: *X said that …*, *…, X said*, *X warned of …*, *X was accused of …*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from claimx.attribution.statements.circumstances import circumstance_frame
from claimx.attribution.statements.content import content_ranges
from claimx.attribution.statements.counterparts import with_counterparts
from claimx.attribution.statements.cue import Cue
from claimx.attribution.statements.frame import SELF, Frame, span_of
from claimx.attribution.statements.lexicon import Lexicon
from claimx.attribution.statements.reality import (
    befalls,
    is_attribute,
    is_hearsay,
    is_mere_figure,
    is_no_finding,
    is_nobody,
    is_real,
)
from claimx.attribution.statements.recovered import lost_frame, shown_frame, tail_frame
from claimx.attribution.statements.remnants import is_main, with_remnant
from claimx.attribution.statements.shares import has_margin, is_most, is_respondent, is_share
from claimx.attribution.statements.subjects import (
    outer_subject,
    source_head,
    source_range,
    speaker_before,
    subject_set_apart,
    willing_subject,
)
from claimx.attribution.statements.tails import tail_of
from claimx.attribution.statements.turns import joined_outside, turn_of
from claimx.nlp import Token
from claimx.nlp.annotation import offsets
from claimx.nlp.syntax import Range, child, is_passive, phrase, trimmed

_CLAUSES = frozenset({"quotation", "clause"})
_AMOUNTS = frozenset({"object", "amount"})
_CLAUSAL = frozenset({"ROOT", "ccomp", "conj", "advcl", "relcl", "acl", "parataxis", "dep"})
"""Relations of the verb of a clause."""
_ADDRESSING = frozenset({"on", "upon", "to", "with", "for"})
"""Prepositions before those who are to act: *called on ministers to act*, *called for fares to be cut*."""


def verb_frames(doc: Sequence[Token], lexicon: Lexicon) -> Iterator[Frame]:
    """The statements that the block's verbs introduce, in the order of the verbs."""
    for token in doc:
        if not _is_verb(token):
            if token.pos_ in ("NOUN", "PROPN"):
                yield from islice(_lost(token, lexicon), 1)
            continue
        cues = tuple(lexicon.cues(token))
        subject = _subject(token, lexicon) if cues else None
        made = ((cue, _frame(token, cue, subject, lexicon)) for cue in cues if subject and is_real(token, cue))
        cue, frame = next((one for one in made if one[1] is not None), (None, None))
        if cue is not None and frame is not None:
            beside = circumstance_frame(token, cue, frame)
            yield from (frame,) if beside is None else (frame, beside)
        else:
            tails = (frame for cue in cues if (frame := tail_frame(token, cue, lexicon)) is not None)
            yield from islice(tails, 1)


def _lost(token: Token, lexicon: Lexicon) -> Iterator[Frame]:
    """The statements that a verb may make which the parser takes for this noun."""
    cues = tuple(lexicon.cues(token))
    if not cues:
        return
    found = (
        shown_frame(token, cues, lexicon) if token.tag_ == "NN" else None,
        lost_frame(token, cues),
        *(tail_frame(token, cue, lexicon) for cue in cues),
    )
    yield from (frame for frame in found if frame is not None)


def _is_verb(token: Token) -> bool:
    """Whether the token is a verb that is no attribute; what has a subject and a clause is one, whatever it is tagged
    (*…, the bank estimates*)."""
    if token.pos_ in ("VERB", "AUX"):
        return token.dep_ not in ("amod", "compound")
    if token.pos_ != "NOUN" or token.dep_ not in _CLAUSAL:
        return False
    return child(token, "nsubj") is not None and child(token, "ccomp") is not None


@dataclass(frozen=True, slots=True)
class _Subject:
    """Who does what a verb says, whatever it means."""

    source: Token | None
    passive: bool
    rules: tuple[str, ...]
    """The rule by which an infinitive tells what was said."""


def _subject(verb: Token, lexicon: Lexicon) -> _Subject:
    alone = subject_set_apart(verb)
    if alone is not None:
        return _Subject(alone, False, ())
    passive = is_passive(verb)
    participle = verb.tag_ == "VBN" or (verb.tag_ == "VBD" and verb.dep_ == "acl")
    if participle and not passive and not _has_perfect(verb) and not _has_subject(verb):
        passive = True
    outside = joined_outside(verb)
    source = outside if outside is not None and not passive else source_head(verb, passive=passive)
    willing = willing_subject(verb)
    ready = lexicon.willing(willing[1]) if willing is not None else None
    if willing is not None and ready is not None:
        source = willing[0]
    if source is not None and not passive and not lexicon.can_speak(source):
        other = speaker_before(verb)
        source = outer_subject(verb) or (other if other is not None and lexicon.can_speak(other) else source)
    return _Subject(source, passive, (ready,) if ready is not None else ())


def _frame(verb: Token, cue: Cue, subject: _Subject, lexicon: Lexicon) -> Frame | None:
    source = subject.source
    if cue.finds and verb.tag_ == "VBG" and verb.dep_ == "acl" and verb.head.lemma_.lower() in lexicon.documents:
        source = verb.head
    if source is None and not (cue.statement == "assertion" and (cue.agentless or is_hearsay(verb))):
        return None
    if source is not None and (is_nobody(source, verb) or (is_attribute(verb) and not lexicon.can_speak(source))):
        return None
    if ("clause" in cue.complements and cue.not_by and befalls(verb)) or (cue.finds and is_no_finding(verb)):
        return None
    if source is not None and not lexicon.suits(source, cue):
        if cue.sources in ("survey", "observer") or cue.not_by:
            return None
        cue = replace(cue, complements=cue.complements & _CLAUSES)
    tail = tail_of(verb) if source is not None and "clause" in cue.complements else None
    if tail is not None and source is not None and not tail[0][0] <= source.i < tail[0][1]:
        return tail_frame(verb, cue, lexicon)
    span = source_range(source, verb) if source is not None else None
    parts = content_ranges(verb, cue, span, subject.passive)
    if not _AMOUNTS & cue.complements and cue.complements & _CLAUSES:
        parts = [part for part in parts if not is_mere_figure(verb, part)]
    if not parts:
        return None
    parted = source is not None and (is_most(source) or has_margin(verb))
    public = lexicon.finding("public", source) if source is not None and parted else None
    if lexicon.is_survey(source) or (cue.finds and _has_share(verb, parts)):
        parts = _with_further_shares(verb, parts)
    if cue.statement == "assertion" or (cue.demand and "object" in cue.complements):
        parts = with_remnant(verb, parts)
    asked = source is not None and (public is not None or is_respondent(source))
    if cue.statement == "assertion" and not asked:
        parts = with_counterparts(verb, parts)
    return Frame(
        source=(span_of(verb.doc, span),) if span else (),
        cue=(offsets(verb),),
        content=tuple(span_of(verb.doc, part) for part in parts),
        lemma=cue.lemma,
        kind="assertion" if _has_news(verb, cue) else cue.statement,
        demand=cue.demand and _asks_others(verb, cue),
        rules=(
            cue.rule,
            *lexicon.document_rules(source, cue),
            *((public.id,) if public is not None else ()),
            *subject.rules,
        ),
        turn=turn_of(verb),
        shared=verb.tag_ == "VBG" and not subject.passive,
        independent=_is_independent(source, cue, lexicon) and not asked,
        own=source is not None and source.lower_ in SELF,
        survey=source is not None and lexicon.is_survey(source),
        finding=cue.finds,
        respondents=span_of(verb.doc, trimmed(verb.doc, phrase(verb))) if asked else None,
    )


def _is_independent(source: Token | None, cue: Cue, lexicon: Lexicon) -> bool:
    """Whether it is a statement of its own inside another: what a document thinks it says."""
    named = source is not None and source.pos_ in ("NOUN", "PROPN") and lexicon.can_assert(source)
    return source is not None and named and (cue.nested or source.lemma_.lower() in lexicon.documents)


def _with_further_shares(verb: Token, parts: list[Range]) -> list[Range]:
    """A poll's finding with the shares that the rest of its sentence adds (*…, to 44% for Day, and Bell at 3%*)."""
    end, stop = parts[-1][1], trimmed(verb.doc, (verb.i, verb.sent.end))[1]
    rest = verb.doc[end:stop]
    if not is_main(verb) or parts[-1][0] < verb.i or not any(map(is_share, rest)):
        return parts
    return parts if any(one.is_quote or one.lower_ == "but" for one in rest) else [*parts[:-1], (parts[-1][0], stop)]


def _has_share(verb: Token, parts: list[Range]) -> bool:
    return any(is_share(one) for start, end in parts for one in verb.doc[start:end])


def _asks_others(verb: Token, cue: Cue) -> bool:
    """Whether somebody else is to do what is wanted: an infinitive has a subject of its own, or the verb an object."""
    if "infinitive" not in cue.complements:
        return True
    clauses = [one for one in verb.rights if one.dep_ in ("xcomp", "ccomp", "advcl")]
    addressed = any(one.dep_ == "prep" and one.lower_ in _ADDRESSING and child(one, "pobj") for one in verb.rights)
    return (addressed or any(one.dep_ == "dobj" for one in verb.rights)) or any(
        left.dep_ in ("nsubj", "nsubjpass") for one in clauses for left in one.lefts
    )


def _has_news(verb: Token, cue: Cue) -> bool:
    """*He welcomed news that 40 posts were safe*: who takes a stance on what is so says that it is so."""
    thing = child(verb, "dobj") if "object" in cue.complements else None
    clause = child(thing, "acl", "ccomp", "relcl") if thing is not None else None
    mark = child(clause, "mark") if clause is not None else None
    return mark is not None and mark.lower_ == "that"


def _has_perfect(verb: Token) -> bool:
    """Whether *have* stands with the participle, or with the one that it is joined to."""
    return any(one.dep_ == "aux" for one in verb.lefts) or (
        verb.dep_ == "conj" and any(one.dep_ == "aux" for one in verb.head.lefts)
    )


def _has_subject(verb: Token) -> bool:
    """Whether what the parser takes for a participle is a past tense with a subject (*the minister boasted of …*)."""
    return verb.dep_ == "ROOT" and any(one.dep_ == "nsubj" for one in verb.lefts)
